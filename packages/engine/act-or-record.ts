import { isRefusal, type Outcome } from '../kernel/command.ts';
import type { Day } from '../kernel/day.ts';
import { type Refusal, unmet } from '../kernel/refusal.ts';
import type { CaseRow, Context } from './context.ts';
import { gate } from './gate.ts';
import type { Running } from './running.ts';

/** What stands against the command, what is found of a recorded fact, and what is only said. */
export type Weighed = {
  readonly standing: readonly Refusal[];
  readonly findings: readonly Refusal[];
  readonly warnings: readonly Refusal[];
};

/** Act or record: what is unmet refuses an act, and is a finding of a recorded fact. */
export function weigh(r: Running, context: Context, own: CaseRow | undefined, on: Day, outcome: Outcome<string, string>): Weighed {
  const gated = own && r.wired.command.gated ? gate(context.steps, own.id, on) : [];
  const said = [...gated, ...outcome.filter(isRefusal)];
  const impossible = said.filter((x) => x.how === 'impossible');
  const open = said.filter((x) => x.how === 'unmet');
  const warnings = said.filter((x) => x.how === 'warning');
  if (!r.recorded) return { standing: [...impossible, ...open], findings: [], warnings };
  const { paper, decidedBy } = r.recorded;
  const clauses = context.steps.find((s) => s.child_id === own?.id)?.clauses ?? [];
  return { standing: impossible, findings: paper ? open : [...open, unmet('recorded.no_paper', clauses, { decidedBy })], warnings };
}
