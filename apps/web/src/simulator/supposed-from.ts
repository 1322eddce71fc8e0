import type { DistributionView } from '../../../../packages/capabilities/distribution/view.ts';
import type { ReceiptView } from '../../../../packages/capabilities/receipts/view.ts';

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
