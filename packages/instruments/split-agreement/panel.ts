import type { Connection } from '../../engine/database.ts';
import type { Viewing } from '../../engine/procedure.ts';
import { divideFen, fenOf, writeYuan } from '../../kernel/money.ts';
import { readRatio } from '../../kernel/ratio.ts';
import { loadPool } from './queries.ts';
import type { SplitAgreementView } from './view.ts';

export async function splitAgreementPanel(db: Connection, o: Viewing): Promise<SplitAgreementView> {
  const pool = await loadPool(db, { case: o.case });
  const amounts =
    pool.lines.length > 0
      ? divideFen(
          fenOf(pool.pool),
          pool.lines.map((l) => readRatio(l.share)!),
        )
      : [];
  const name = (person: string): string => pool.team.find((m) => m.person === person)?.name ?? '';
  return {
    pool: pool.pool,
    unit: pool.unit,
    team: pool.team,
    lines: pool.lines.map((l, i) => ({
      person: l.person,
      name: name(l.person),
      share: l.share,
      amount: writeYuan(amounts[i]!),
      confirmedOn: l.confirmedOn,
    })),
  };
}
