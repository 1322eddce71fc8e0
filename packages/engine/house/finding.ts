import { facts, happened, houseCommand } from '../../kernel/command.ts';
import { fields, optional } from '../../kernel/field.ts';
import { note, paper, record } from '../../kernel/field-kinds.ts';
import { refuse } from '../../kernel/refusal.ts';
import { wire } from '../procedure.ts';
import { question } from '../question.ts';
import { type Apply, type EventSeen, update } from '../write.ts';

type Found = { readonly state: string; readonly case_id: string } | undefined;

/** Closes a finding: by the evidence that was missing, or by an explanation its signer answers for. */
const closeFinding = houseCommand('finding.close', {
  action: 'T09:P',
  brings: ['finding.closed'],
  asks: [],
  refuses: ['finding.already_closed', 'finding.without_cure'],
  input: fields({ finding: record('findings'), paper: optional(paper()), explanation: optional(note()) }),
  facts: facts<Found>(),
  decide: ({ input, facts: found }) => {
    if (found?.state !== 'open') return [refuse('finding.already_closed')];
    if (!input.paper && !input.explanation) return [refuse('finding.without_cure', {}, { at: ['paper'] })];
    return [happened('finding.closed', { ...input }, input.paper ? { papers: [input.paper] } : {})];
  },
});

type Closed = { finding: string; paper?: string; explanation?: string };
export const findingApply: Apply = {
  'finding.closed': ({ data: d, on, actor }: EventSeen<Closed>) => [
    update('finding', d.finding, {
      state: 'closed',
      closed_on: on,
      closed_by: actor,
      paper_id: d.paper ?? null,
      explanation: d.explanation ?? null,
    }),
  ],
};

const found = question((db, about: { case: string; finding: string }) =>
  db.selectFrom('finding').select(['state', 'case_id']).where('id', '=', about.finding).where('case_id', '=', about.case),
);

export const findingCommands = [
  wire(closeFinding, (db, about) => found.find(db, { case: about.case, finding: about.input?.finding ?? about.case }), {
    afterwards: true,
  }),
];
