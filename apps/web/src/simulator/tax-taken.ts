import type { PersonLine, Result } from '../../../../packages/capabilities/simulator/result.ts';
import type { AwardTax } from '../../../../packages/capabilities/tax/estimate.ts';

/** The estimate that is taken: with the relief only where every condition is met. */
export const taxTaken = (p: PersonLine, r: Result): AwardTax | undefined =>
  p.tax && (r.relief.stands === 'yes' && p.tax.relieved ? p.tax.relieved : p.tax.plain);
