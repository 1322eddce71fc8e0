import type { Engine } from './engine.ts';
import { passDeadline } from './run-command.ts';

type Due = { id: string; case: string; institution: string; moves: string; due_on: string; due_at: string };

/**
 * Passes the deadlines that have come, in due order, a batch at a time. A case touched before the sweeper reaches it has its
 * deadlines passed by the command that touches it: results never depend on when a sweeper ran.
 */
export async function sweep(engine: Engine, batch = 200): Promise<number> {
  const { rows } = await engine.database.pool.query<Due>('select * from deadlines_due($1, $2)', [engine.clock.now(), batch]);
  const faults: unknown[] = [];
  for (const due of rows) await passDeadline(engine, due.institution, due).catch((e: unknown) => faults.push(e));
  // One that cannot be passed must not keep the others waiting.
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} of ${rows.length} deadlines could not be passed`);
  return rows.length;
}
