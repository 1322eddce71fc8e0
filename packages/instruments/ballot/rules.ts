import { rule } from '../../kernel/rule.ts';
import { choice, limitsOn, union } from '../../kernel/rule-kinds.ts';
import { denominators, votingUnits } from '../../kernel/tally.ts';

/** What a ballot can be about; the texts answer for each. */
export const matters = ['plan', 'schedule', 'dispute', 'committee'] as const;
export type BallotMatter = (typeof matters)[number];

const about = { asOf: 'openedOn', given: ['matter'] } as const;

/** What part of the weight, or of the heads, must be in favour. A ballot that no text says this of cannot be opened. */
export const votePassRate = rule('vote-pass-rate', { kind: limitsOn(...votingUnits), ...about, ifSilent: 'forbidden' });
/** What the votes in favour are a part of. */
export const voteDenominator = rule('vote-denominator', { kind: choice(...denominators), ...about, ifSilent: 'forbidden' });

/** Whether a party votes openly or in secret: its own texts say, and those of all parties must be kept. */
export const ballotForm = rule('ballot-form', { kind: choice('open', 'secret'), ...about, about: 'party', ifSilent: 'free' });
/** What a party's own texts want before its ballot is cast. */
export const ballotMandate = rule('ballot-mandate', {
  kind: union('collective-decision', 'written-authority'),
  ...about,
  about: 'party',
  ifSilent: 'free',
});
