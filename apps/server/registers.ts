import { type Connection, run } from '../../packages/engine/database.ts';
import { isId } from '../../packages/kernel/id.ts';
import { type Refusal, refuse } from '../../packages/kernel/refusal.ts';

/** How a column is shown, and whether it can be filtered by its values. */
export type ColumnKind = 'text' | 'money' | 'day' | 'count' | 'state' | 'option' | 'share' | 'roles' | 'percent';
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
    name: 'holdings',
    view: 'register_holdings',
    order: 'allocated_on desc, id',
    columns: [
      c('title'),
      c('company'),
      c('holder'),
      c('held_as', 'option'),
      c('share', 'percent'),
      c('value', 'money'),
      c('allocated_on', 'day'),
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
    columns: [c('title'), c('kind', 'option'), c('credit_code'), c('state_owned_share', 'share'), c('agreements', 'count')],
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

/** One page of a register: rows that hold the words asked for, in the order asked for, and how many there are in all. */
export async function registerPage(
  db: Connection,
  register: Register,
  query: RegisterQuery,
): Promise<{ rows: Record<string, unknown>[]; total: number }> {
  const values: unknown[] = [];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const searched = register.columns.filter((x) => x.kind === 'text').map((x) => `coalesce(${x.key}, '')`);
  const words = (query.q ?? '').split(/\s+/).filter((w) => w !== '');
  const conditions = words.map((w) => `(${searched.join(` || ' ' || `)}) ilike ${bind(`%${w.replace(/[\\%_]/g, '\\$&')}%`)}`);
  if (query.state !== undefined) conditions.push(`state = ${bind(query.state)}`);
  if (query.id !== undefined) conditions.push(`id = any (${bind(query.id)}::uuid[])`);
  const from = `${register.view}${conditions.length > 0 ? ` where ${conditions.join(' and ')}` : ''}`;
  const [key = '', way] = (query.sort ?? '').split('.');
  const sorted = register.columns.find((x) => x.key === key);
  const order = sorted ? `${sortable(sorted)} ${way === 'desc' ? 'desc' : 'asc'} nulls last, id` : register.order;
  // Counted by itself, and the page's rows found by id: what a row shows besides is worked out for the page alone.
  const ids = `select id from ${from} order by ${order} limit ${bind(query.size)} offset ${bind((query.page - 1) * query.size)}`;
  const rows = await run<Record<string, unknown>>(
    db,
    `select counted.total, page.* from (select count(*)::int as total from ${from}) counted
     left join lateral (select * from ${register.view} where id = any (array(${ids})) order by ${order}) page on true`,
    values,
  );
  return { rows: rows.filter((r) => r.id !== null).map(({ total: _, ...row }) => row), total: Number(rows[0]!.total) };
}

/** Money and percents are text in a view; they sort as numbers, and names as Chinese readers sort them. */
function sortable({ key, kind }: Column): string {
  if (kind === 'money') return `${key}::numeric`;
  if (kind === 'percent') return `rtrim(${key}, '%')::numeric`;
  return kind === 'text' ? `${key} collate "zh-x-icu"` : key;
}
