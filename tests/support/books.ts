import type { Deal } from '../../demonstration/deal.ts';
import { lookAt } from '../../packages/engine/database.ts';

/** One line of the ledger: what is debited is more of the account, what is credited less. */
export type Entry = {
  readonly id: string;
  readonly case: string;
  readonly account: string;
  readonly amount: bigint;
  readonly reverses: string | null;
};

/** The ledger of a deal, in the order it was written. */
export const entriesOf = (d: Deal): Promise<Entry[]> =>
  lookAt(d.engine.database, d.who.id, async (db) => {
    const rows = await db
      .selectFrom('ledger_entry as l')
      .innerJoin('case_file as c', 'c.id', 'l.case_id')
      .where('c.root_id', '=', d.conversion)
      .orderBy('l.id')
      .select(['l.id', 'l.case_id as case', 'l.account', 'l.debit', 'l.credit', 'l.reverses'])
      .execute();
    return rows.map(({ debit, credit, ...l }) => ({ ...l, amount: debit - credit }));
  });

/** What each account comes to. */
export function balances(entries: readonly Pick<Entry, 'account' | 'amount'>[]): Record<string, bigint> {
  const sums: Record<string, bigint> = {};
  for (const e of entries) sums[e.account] = (sums[e.account] ?? 0n) + e.amount;
  return sums;
}
