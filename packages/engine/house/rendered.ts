import { facts, happened, houseCommand } from '../../kernel/command.ts';
import { fields } from '../../kernel/field.ts';
import { text } from '../../kernel/field-kinds.ts';
import { wire } from '../procedure.ts';
import { type Apply, type EventSeen, update } from '../write.ts';

/** The writers have made the files of a document: their hashes enter the chain. */
const rendered = houseCommand('document.rendered', {
  action: 'T09:P',
  brings: ['document.rendered'],
  asks: [],
  refuses: [],
  input: fields({ document: text(40), docx: text(64), pdf: text(64) }),
  facts: facts<null>(),
  decide: ({ input }) => [happened('document.rendered', { ...input })],
});

export const renderedApply: Apply = {
  'document.rendered': ({ data: d }: EventSeen<{ document: string; docx: string; pdf: string }>) => [
    update('document', d.document, { docx_sha256: d.docx, pdf_sha256: d.pdf }),
  ],
};
export const renderedCommands = [wire(rendered, async () => null, { system: true })];
