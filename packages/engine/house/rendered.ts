import { facts, happened, houseCommand } from '../../kernel/command.ts';
import { fields } from '../../kernel/field.ts';
import { text } from '../../kernel/field-kinds.ts';
import { refuse } from '../../kernel/refusal.ts';
import { wire } from '../procedure.ts';
import { type Apply, type EventSeen, update } from '../write.ts';

/** The writers have made the files of a document: their hashes enter the chain, once, however often the job is delivered. */
const rendered = houseCommand('document.rendered', {
  action: 'T09:P',
  brings: ['document.rendered'],
  asks: [],
  refuses: ['document.already_rendered'],
  input: fields({ document: text(40), docx: text(64), pdf: text(64) }),
  facts: facts<{ readonly rendered: boolean }>(),
  decide: ({ input, facts: f }) => (f.rendered ? [refuse('document.already_rendered')] : [happened('document.rendered', { ...input })]),
});

export const renderedApply: Apply = {
  'document.rendered': ({ data: d }: EventSeen<{ document: string; docx: string; pdf: string }>) => [
    update('document', d.document, { docx_sha256: d.docx, pdf_sha256: d.pdf }),
  ],
};
export const renderedCommands = [
  wire(
    rendered,
    async (db, about) => {
      const id = about.input?.document ?? about.case;
      const row = await db.selectFrom('document').where('id', '=', id).select('pdf_sha256').executeTakeFirstOrThrow();
      return { rendered: row.pdf_sha256 !== null };
    },
    { system: true },
  ),
];
