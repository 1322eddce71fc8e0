import { rule } from '../../kernel/rule.ts';
import { shareLimits } from '../../kernel/rule-kinds.ts';

/** The share of members that must attend, and that must be in favour. Where no text says, the minutes' own result stands. */
export const resolutionMajority = rule('resolution-majority', {
  kind: shareLimits({ counts: ['in-favour', 'attending'], bases: ['entitled-members', 'attending-members'] }),
  asOf: 'decidedOn',
  given: ['body'],
  ifSilent: 'free',
});
