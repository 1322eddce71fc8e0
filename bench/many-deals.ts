import type pg from 'pg';

/** Tables of a deal, each with a `case_id`; the papers' bytes, the chain and the index by clause are not needed to look at lists. */
const tables = [
  'case_subject',
  'case_member',
  'step',
  'obligation',
  'finding',
  'achievement',
  'contributor',
  'achievement_right',
  'conversion',
  'pricing',
  'notice',
  'resolution',
  'opinion',
  'agreement',
  'receipt',
  'distribution',
  'part_line',
  'award_line',
] as const;

/** So many others stand for each maker of the copied deals: nobody takes part in all of them. */
const others = 160;

/**
 * Copies the deals that a database of demonstration has, with new ids and numbers, on other days and of other people, until there are
 * so many conversions. Rows are written past the commands: good to look at plans of lists, and for nothing else.
 */
export async function copyDeals(owner: pg.Client, conversions: number): Promise<void> {
  const { rows } = await owner.query<{ deals: string; ids: string[] }>(
    `with deals as (select id from case_file where procedure = 'conversion'),
       cases as (select f.id from case_file f where f.root_id in (select id from deals)
                 or f.id in (select a.case_id from achievement a join case_subject s on s.record_id = a.id where s.case_id in (select id from deals)))
     select (select count(*) from deals) as deals, array_agg(id) as ids from cases`,
  );
  const { deals, ids } = rows[0]!;
  const times = Math.ceil(conversions / Number(deals)) - 1;
  await owner.query('set session_replication_role = replica'); // foreign keys would be looked up row by row
  await owner.query(
    `insert into person (id, institution_id, case_id, staff_no, name, unit)
     select ${another('p.id')}, institution_id, case_id, staff_no || '-' || n, name || n, unit from person p cross join generate_series(1, ${others - 1}) n
     where p.id in (select person_id from contributor)`,
  );
  for (const table of ['stream', 'case_file', ...tables]) await copyRows(owner, { table, ids, times });
  await owner.query('reset session_replication_role');
  await owner.query('vacuum analyze');
}

/** Another id for the n-th copy, ascending as those of the product do. */
const another = (id: string, n = 'n'): string => `(lpad(to_hex(${n}), 8, '0') || substr(${id}::text, 9))::uuid`;
const maker = (id: string): string => `case when n % ${others} = 0 then ${id} else ${another(id, `n % ${others}`)} end`;

async function copyRows(
  owner: pg.Client,
  o: { readonly table: string; readonly ids: readonly string[]; readonly times: number },
): Promise<void> {
  const { rows } = await owner.query<{ name: string; type: string }>(
    `select column_name as name, data_type as type from information_schema.columns where table_schema = 'public' and table_name = $1`,
    [o.table],
  );
  // Ids of the deal's own rows become others; persons, parties and the institution stay who they are.
  const outside = new Set([
    'institution_id',
    'person_id',
    'counterparty_id',
    'owner_person',
    'party_id',
    'closed_by',
    'body_id',
    'minutes_id',
    'paper_id',
    'approval_id',
    'handler_id',
    'holder_id',
  ]);
  const copied = ({ name, type }: { name: string; type: string }): string => {
    if (type === 'uuid' && !outside.has(name)) return another(`x."${name}"`);
    if (name === 'person_id' && o.table === 'contributor') return maker('x.person_id');
    if (name === 'person_id' && o.table === 'case_member')
      return `case when x.role = 'CT' then ${maker('x.person_id')} else x.person_id end`;
    if (name === 'number' && o.table === 'case_file') return `x.number || '-' || n`;
    if (name === 'title') return `x.title || ' ' || n`;
    return type === 'date' ? `x."${name}" - (n % 1500)` : `x."${name}"`;
  };
  const home = o.table === 'stream' || o.table === 'case_file' ? 'id' : 'case_id';
  await owner.query(
    `insert into "${o.table}" (${rows.map((c) => `"${c.name}"`).join(', ')}) select ${rows.map(copied).join(', ')}
     from "${o.table}" x cross join generate_series(1, ${o.times}) n where x.${home} = any ($1)`,
    [o.ids],
  );
}
