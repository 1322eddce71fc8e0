import type { DocumentModel } from '../../kernel/document.ts';

/** Makes files of a document model: the same words as Word and as PDF. */
export type DocumentWriter = {
  readonly word: (model: DocumentModel) => Promise<Uint8Array>;
  readonly pdf: (model: DocumentModel) => Promise<Uint8Array>;
};
