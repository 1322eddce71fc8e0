import { writePdf } from './pdf.ts';
import { writeWord } from './word.ts';

/** A document model as files: the same text and the same measures in both. */
export const documentWriter = { word: writeWord, pdf: writePdf };
