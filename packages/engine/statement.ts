import type { Instant } from '../kernel/day.ts';
import { type Connection, run } from './database.ts';
import type { Plan } from './plan/plan.ts';
import { merged, type Write } from './write.ts';

/** What goes into the one statement that writes a command: rows, events, index, receipt and jobs, all or nothing. */
export type Append = {
  readonly plan: Plan;
  readonly institution: string;
  readonly person: string | null;
  readonly at: Instant;
  readonly on: string;
  readonly command: string;
  readonly decidedBy: string | null;
  readonly receipt?: { readonly key: string; readonly asked: string; readonly result: unknown };
  /** SQL of jobs, as pg-boss writes it, each with one parameter. */
  readonly jobs: readonly { readonly text: string; readonly value: unknown }[];
};

const quoted = (name: string): string => `"${name}"`;

/** bigint as digits: jsonb reads it back exactly. */
const payload = (rows: readonly unknown[]): string => JSON.stringify(rows, (_, v) => (typeof v === 'bigint' ? v.toString() : v));

type Part = { readonly sql: string; readonly value: string };

/** One data-modifying part for all rows of one table written with one set of columns; it returns each row's version. */
function rowParts(writes: readonly Write[], institution: string): Part[] {
  const groups = new Map<string, { first: Write; columns: string[]; rows: Readonly<Record<string, unknown>>[] }>();
  for (const w of merged(writes)) {
    const row = w.op !== 'insert' || w.table === 'institution' ? w.row : { ...w.row, institution_id: institution };
    const columns = Object.keys(row).sort();
    const key = `${w.op} ${w.table} ${columns.join()}`;
    const group = groups.get(key);
    if (group) group.rows.push(row);
    else groups.set(key, { first: w, columns, rows: [row] });
  }
  return [...groups.values()].map(({ first: { table, op }, columns, rows }) => {
    const t = quoted(table);
    const version = `returning '${table}'::text as t, t.id::text as r, row_hash(to_jsonb(t)) as h`;
    const names = columns.map(quoted).join(', ');
    if (op === 'seal') return { sql: 'select t, r, h from seal($::jsonb)', value: payload(rows) };
    if (op === 'insert') {
      return {
        sql: `insert into ${t} as t (${names}) select ${names} from jsonb_populate_recordset(null::${t}, $::jsonb) ${version}`,
        value: payload(rows),
      };
    }
    const set = columns
      .filter((c) => c !== 'id')
      .map((c) => `${quoted(c)} = x.${quoted(c)}`)
      .join(', ');
    return {
      sql: `update ${t} as t set ${set} from jsonb_populate_recordset(null::${t}, $::jsonb) x where t.id = x.id ${version}`,
      value: payload(rows),
    };
  });
}

/** Writes a planned command in one statement. The database hashes the rows as they are and closes the chain over them. */
export async function append(db: Connection, a: Append): Promise<void> {
  const { home, streams } = a.plan.close();
  const values: unknown[] = [];
  const bind = (value: unknown): string => {
    values.push(value);
    return `$${values.length}`;
  };
  const parts: string[] = [];
  const rows = rowParts(a.plan.writes, a.institution);
  for (const [i, part] of rows.entries()) parts.push(`w${i} as (${part.sql.replace('$::jsonb', `${bind(part.value)}::jsonb`)})`);
  parts.push(`versions as (${rows.map((_, i) => `select t, r, h from w${i}`).join(' union all ')})`);
  parts.push(
    `digest as (select encode(sha256(convert_to(string_agg(t || ':' || r || ':' || h, E'\\n' order by t, r), 'UTF8')), 'hex') as d from versions)`,
  );
  const institution = `${bind(a.institution)}::uuid`;
  const headOf = `case when x.id = ${bind(home)}::uuid then chain_hash(x.prev, x."bodyHash", d) else x.head end`;
  const fresh = streams.filter((s) => s.fresh);
  const known = streams.filter((s) => !s.fresh);
  const shape = 'as x(id uuid, seq integer, head text, prev text, "bodyHash" text)';
  if (fresh.length > 0) {
    parts.push(
      `streams_new as (insert into stream (id, institution_id, seq, head) select x.id, ${institution}, x.seq, ${headOf} from jsonb_to_recordset(${bind(payload(fresh))}::jsonb) ${shape}, digest)`,
    );
  }
  if (known.length > 0) {
    parts.push(
      `streams_known as (update stream s set seq = x.seq, head = ${headOf} from jsonb_to_recordset(${bind(payload(known))}::jsonb) ${shape}, digest where s.id = x.id)`,
    );
  }
  const meta = `${bind(a.at)}::timestamptz, ${bind(a.on)}::date, ${bind(a.person)}::uuid, ${bind(a.decidedBy)}::text, ${bind(a.command)}::text`;
  parts.push(
    `events as (insert into event (stream_id, seq, institution_id, type, at, on_day, actor_id, decided_by, command, clauses, body, prev, rows, hash)
     select x.stream, x.seq, ${institution}, x.type, ${meta}, x.clauses, x.body, x.prev, case when x.closing then d else '' end,
       case when x.closing then chain_hash(x.prev, x."bodyHash", d) else x.hash end
     from jsonb_to_recordset(${bind(payload(a.plan.events))}::jsonb)
       as x(stream uuid, seq integer, type text, clauses text[], body text, "bodyHash" text, prev text, hash text, closing boolean), digest)`,
  );
  const closing = a.plan.events.find((e) => e.closing)!;
  parts.push(
    `versions_kept as (insert into row_version (institution_id, tbl, row_id, hash, stream_id, seq)
     select ${institution}, t, r, h, ${bind(home)}::uuid, ${bind(closing.seq)}::integer from versions)`,
  );
  if (a.plan.mentions.length > 0) {
    parts.push(
      `mentions as (insert into mention (institution_id, about_kind, about, what, ref, case_id, at)
       select ${institution}, x.kind, x.about, x.what, x.ref, x."case", ${bind(a.at)}::timestamptz
       from jsonb_to_recordset(${bind(payload(a.plan.mentions))}::jsonb) as x(kind text, about text, what text, ref text, "case" uuid))`,
    );
  }
  if (a.receipt) {
    parts.push(
      `kept as (insert into command_receipt (institution_id, person_id, key, asked, result)
       values (${institution}, ${bind(a.person)}::uuid, ${bind(a.receipt.key)}::text, ${bind(a.receipt.asked)}::text, ${bind(payload([a.receipt.result]))}::jsonb -> 0))`,
    );
  }
  for (const [i, job] of a.jobs.entries()) parts.push(`job${i} as (${job.text.replaceAll('$1', bind(job.value))})`);
  await run(db, `with ${parts.join(',\n')}\nselect d from digest`, values);
}
