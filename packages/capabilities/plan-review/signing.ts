import { commandsOf, facts, happened } from '../../kernel/command.ts';
import { fields } from '../../kernel/field.ts';
import { paper } from '../../kernel/field-kinds.ts';
import { refuse } from '../../kernel/refusal.ts';
import { type Plan, partyIds } from './plan.ts';
import { planReview } from './procedure.ts';

const command = commandsOf(planReview);

/**
 * The agreement of the cooperation is signed on a plan that is approved, and so only when no opinion on it waits for an answer: before that
 * the chart has no place for it. A version that is amended afterwards is approved, and signed, anew.
 */
export const signCooperation = command('cooperation.sign', {
  action: 'P13:S',
  brings: ['cooperation.signed'],
  asks: [],
  refuses: ['cooperation.signed_already'],
  input: fields({ agreement: paper() }),
  facts: facts<Plan>(),
  ready: ({ facts: f }) => (f.signedOn === null ? [] : [refuse('cooperation.signed_already', { on: f.signedOn })]),
  decide: ({ input: i, facts: f }) => {
    if (f.signedOn !== null) return [refuse('cooperation.signed_already', { on: f.signedOn })];
    const data = { version: f.version, row: f.versionId, agreement: i.agreement };
    return [happened('cooperation.signed', data, { papers: [i.agreement], about: partyIds(f) })];
  },
});
