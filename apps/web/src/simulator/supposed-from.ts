import type { ContractView } from '../../../../packages/capabilities/contract/view.ts';
import type { ConversionView } from '../../../../packages/capabilities/conversion/view.ts';
import type { DistributionView } from '../../../../packages/capabilities/distribution/view.ts';
import type { PricingView } from '../../../../packages/capabilities/pricing/view.ts';
import type { ReceiptView } from '../../../../packages/capabilities/receipts/view.ts';
import type { StakeView } from '../../../../packages/capabilities/stake/view.ts';
import type { CasePage } from '../api/queries.ts';

/** A question that begins with what the system knows of a distribution: nothing known is typed again. */
export function supposedFrom(view: DistributionView, receipt: ReceiptView | undefined): Record<string, unknown> {
  const remainders = new Set(view.parts.filter((p) => p.remainder).map((p) => p.part));
  const shares = view.lines.filter((l) => !remainders.has(l.part)).map((l) => [l.part, l.share]);
  return {
    mode: view.mode,
    amount: view.received,
    receivedOn: view.receivedOn,
    costs: (receipt?.deductions ?? []).map((d) => ({ kind: d.kind, amount: d.amount, ...(d.ground ? { ground: d.ground } : {}) })),
    ...(shares.length > 0 ? { shares: Object.fromEntries(shares) } : {}),
    ...(view.awards.length > 0 ? { team: view.awards.map((a) => ({ name: a.name, share: a.share, leader: 'none' })) } : {}),
  };
}

/** A question that begins with a conversion: its way, and the price as signed, or as set; of an investment the stake and how it is shared. */
export function supposedOfCase(page: CasePage, view: ConversionView): Record<string, unknown> {
  const panelOf = <T>(procedure: string): T | undefined =>
    page.cases.flatMap((c) => (c.procedure === procedure && !c.withdrawn ? [page.panels[c.id] as T] : [])).at(-1);
  const price = panelOf<ContractView>('contract')?.signed?.price ?? panelOf<PricingView>('pricing')?.price;
  const stake = panelOf<StakeView | null>('stake');
  return { mode: view.mode, ...(price ? { amount: price } : {}), ...(stake ? supposedStake(stake) : {}) };
}

function supposedStake(view: StakeView): Record<string, unknown> {
  const chosen = new Set(view.parts.filter((p) => !p.remainder).map((p) => p.part));
  const shares = view.lines.filter((l) => chosen.has(l.part)).map((l) => [l.part, l.share]);
  const people = (of: StakeView['team']) => of.map((p) => ({ name: p.name, share: p.share, leader: p.leader }));
  return {
    amount: view.value,
    stake: `${view.units}%`,
    receivedOn: view.acquiredOn,
    ...(shares.length > 0 ? { shares: Object.fromEntries(shares) } : {}),
    ...(view.team.length > 0 ? { team: people(view.team) } : {}),
    ...(view.staff.length > 0 ? { staff: people(view.staff) } : {}),
  };
}
