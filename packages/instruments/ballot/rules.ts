import { rule } from '../../kernel/rule.ts';
import { choice, limitsOn } from '../../kernel/rule-kinds.ts';
import { denominators, votingUnits } from '../../kernel/tally.ts';

/** What a ballot can be about; the texts answer for each. */
export const matters = ['plan', 'schedule', 'dispute', 'committee'] as const;
export type BallotMatter = (typeof matters)[number];

const about = { asOf: 'openedOn', given: ['matter'] } as const;

/** What part of the weight, or of the heads, must be in favour. A ballot that no text says this of cannot be opened. */
export const votePassRate = rule('vote-pass-rate', { kind: limitsOn(...votingUnits), ...about, ifSilent: 'forbidden' });
/** What the votes in favour are a part of. */
export const voteDenominator = rule('vote-denominator', { kind: choice(...denominators), ...about, ifSilent: 'forbidden' });
