import { sql } from 'kysely';
import type { Connection } from '../../packages/engine/database.ts';
import { isId } from '../../packages/kernel/id.ts';
import { type Refusal, refuse } from '../../packages/kernel/refusal.ts';

/** How a column is shown, and whether it can be filtered by its values. */
export type ColumnKind = 'text' | 'money' | 'day' | 'count' | 'state' | 'option' | 'flag' | 'roles';
export type Column = { readonly key: string; readonly kind: ColumnKind; readonly filter: boolean | readonly string[] };
export type Register = { readonly name: string; readonly view: string; readonly columns: readonly Column[]; readonly order: string };

const c = (key: string, kind: ColumnKind = 'text', filter: Column['filter'] = kind === 'text'): Column => ({ key, kind, filter });

/** The registers there are: each a published view and the columns shown of it. */
export const registers: readonly Register[] = [
  {
    name: 'achievements',
    view: 'register_achievements',
    order: 'opened_on desc, id',
    columns: [
      c('number'),
      c('title'),
      c('completers'),
      c('kind', 'option'),
      c('rights', 'count'),
      c('state', 'state', ['disclosed', 'registered']),
      c('registered_on', 'day'),
    ],
  },
  {
    name: 'conversions',
    view: 'register_conversions',
    order: 'opened_on desc, id',
    columns: [
      c('number'),
      c('title'),
      c('mode', 'option'),
      c('counterparty'),
      c('price', 'money'),
      c('state', 'state', ['approving', 'stalled', 'contracted', 'closed', 'abandoned']),
      c('next_step'),
      c('findings', 'count'),
      c('opened_on', 'day'),
    ],
  },
  {
    name: 'agreements',
    view: 'register_agreements',
    order: 'signed_on desc, id',
    columns: [
      c('title'),
      c('number'),
      c('counterparty'),
      c('price', 'money'),
      c('received', 'money'),
      c('signed_on', 'day'),
      c('conversion'),
    ],
  },
  {
    name: 'receipts',
    view: 'register_receipts',
    order: 'received_on desc, id',
    columns: [
      c('title'),
      c('amount', 'money'),
      c('net', 'money'),
      c('received_on', 'day'),
      c('budget_line'),
      c('voucher'),
      c('state', 'state', ['booked', 'netted']),
      c('conversion'),
    ],
  },
  {
    name: 'distributions',
    view: 'register_distributions',
    order: 'id desc',
    columns: [
      c('title'),
      c('net', 'money'),
      c('awards', 'money'),
      c('state', 'state', ['computed', 'proposed', 'confirmed', 'deciding', 'approved', 'handed-over', 'correcting']),
      c('approved_on', 'day'),
      c('handed_over_on', 'day'),
      c('conversion'),
    ],
  },
  {
    name: 'people',
    view: 'register_people',
    order: 'staff_no',
    columns: [c('staff_no'), c('name'), c('unit'), c('posts'), c('roles', 'roles'), c('left_on', 'day')],
  },
  {
    name: 'parties',
    view: 'register_parties',
    order: 'title, id',
    columns: [c('title'), c('kind', 'option'), c('credit_code'), c('wholly_state_owned', 'flag'), c('agreements', 'count')],
  },
  { name: 'bodies', view: 'register_bodies', order: 'title, id', columns: [c('title'), c('founded_on', 'day'), c('members')] },
];

export type RegisterQuery = {
  readonly q?: string;
  readonly sort?: string;
  readonly page: number;
  readonly size: number;
  readonly state?: string;
  readonly id?: readonly string[];
};

/** Why a register cannot be asked so: an order or a state it does not know. A page past the last is empty, not wrong. */
export function refusedQuery(register: Register, { sort, state, id }: RegisterQuery): Refusal | undefined {
  const columns = register.columns.map((x) => x.key);
  const [key = '', way = 'asc', more] = (sort ?? columns[0]!).split('.');
  if (!columns.includes(key) || !['asc', 'desc'].includes(way) || more !== undefined)
    return refuse('register.order_unknown', { given: sort ?? '', columns }, { at: ['sort'] });
  const states = register.columns.find((x) => x.key === 'state')?.filter;
  if (state !== undefined && !(Array.isArray(states) && states.includes(state)))
    return refuse('choice.not_offered', { given: state }, { at: ['state'] });
  return id?.every(isId) === false ? refuse('reference.form', {}, { at: ['id'] }) : undefined;
}

/** One page of a register: rows that hold the words asked for, in the order asked for. */
export async function registerPage(
  db: Connection,
  register: Register,
  query: RegisterQuery,
): Promise<{ rows: Record<string, unknown>[]; total: number }> {
  const words = (query.q ?? '').split(/\s+/).filter((w) => w !== '');
  const searched = register.columns.filter((x) => x.kind === 'text').map((x) => sql`coalesce(${sql.ref(x.key)}, '')`);
  const conditions = words.map((w) => sql`(${sql.join(searched, sql` || ' ' || `)}) ilike ${`%${w.replace(/[\\%_]/g, '\\$&')}%`}`);
  if (query.state !== undefined) conditions.push(sql`state = ${query.state}`);
  if (query.id !== undefined) conditions.push(sql`id = any (${query.id}::uuid[])`);
  const where = conditions.length > 0 ? sql`where ${sql.join(conditions, sql` and `)}` : sql``;
  const [key = '', way] = (query.sort ?? '').split('.');
  const order = register.columns.some((x) => x.key === key)
    ? sql`${sortable(register, key)} ${sql.raw(way === 'desc' ? 'desc' : 'asc')} nulls last, id`
    : sql.raw(register.order);
  const from = sql`from ${sql.table(register.view)} ${where}`;
  const { rows } = await sql<Record<string, unknown>>`
    select *, count(*) over ()::int as total ${from} order by ${order} limit ${query.size} offset ${(query.page - 1) * query.size}`.execute(
    db,
  );
  if (rows.length > 0 || query.page === 1)
    return { rows: rows.map(({ total: _, ...row }) => row), total: (rows[0]?.total as number | undefined) ?? 0 };
  // Past the last page no row is there to count on.
  const counted = await sql<{ total: number }>`select count(*)::int as total ${from}`.execute(db);
  return { rows: [], total: counted.rows[0]!.total };
}

/** Money is text in a view; it sorts as a number, and names as Chinese readers sort them. */
function sortable(register: Register, key: string) {
  const { kind } = register.columns.find((x) => x.key === key)!;
  if (kind === 'money') return sql`${sql.ref(key)}::numeric`;
  return kind === 'text' ? sql`${sql.ref(key)} collate "zh-x-icu"` : sql.ref(key);
}
