import type pg from 'pg';

/** What an institution holds: its ids by table, the words that are its own, and a digest of every row of it. */
export type Holding = {
  readonly id: string;
  readonly ids: ReadonlyMap<string, readonly string[]>;
  readonly words: readonly string[];
  readonly digest: () => Promise<string>;
  /** The latest case of each procedure, by procedure. */
  readonly cases: ReadonlyMap<string, string>;
};

/** Reads it as the owner of the tables, whom no policy hides anything from. */
export async function holdingOf(owner: pg.Client, short: string): Promise<Holding> {
  const ask = async (sql: string, ...values: string[]): Promise<string[]> =>
    (await owner.query<{ x: string }>(sql, values)).rows.map((r) => r.x);
  const [id] = await ask('select id::text as x from institution where short = $1', short);
  const having = (column: string, type: string): Promise<string[]> =>
    ask(
      `select table_name as x from information_schema.columns c join pg_tables t on t.tablename = c.table_name and t.schemaname = c.table_schema
       where c.table_schema = 'public' and column_name = $1 and data_type = $2 order by 1`,
      column,
      type,
    );
  const [tables, withId] = [await having('institution_id', 'uuid'), await having('id', 'uuid')];
  const ids = new Map<string, string[]>();
  for (const t of tables.filter((x) => withId.includes(x)))
    ids.set(t, await ask(`select id::text as x from "${t}" where institution_id = $1 order by id`, id!));
  const words = await ask(
    `with named as (select name as x, institution_id as i from person union select title, institution_id from party
       union select title, institution_id from paper union select title, institution_id from achievement union select title, institution_id from body)
     select distinct x from named where i = $1 and length(x) > 3 and x not in (select x from named where i <> $1)`,
    id!,
  );
  const digests = tables
    .filter((t) => t !== 'session')
    .map(
      (t) =>
        `select '${t}' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as x from "${t}" t where institution_id = '${id}'`,
    );
  const { rows } = await owner.query<{ procedure: string; id: string }>(
    `select distinct on (procedure) procedure, id::text from case_file where institution_id = $1 and not withdrawn order by procedure, id desc`,
    [id],
  );
  return {
    id: id!,
    ids,
    words,
    digest: async () => (await ask(digests.join(' union all '))).sort().join('\n'),
    cases: new Map(rows.map((r) => [r.procedure, r.id])),
  };
}

const tableOf: Readonly<Record<string, string>> = {
  people: 'person',
  parties: 'party',
  bodies: 'body',
  papers: 'paper',
  achievements: 'achievement',
  objections: 'objection',
  findings: 'finding',
  corrections: 'correction',
};
/** Fills a request with the institution's records; where it has none of the kind, with the id of its first case. */
export const fillerOf =
  (h: Holding) =>
  (register: string | undefined): string =>
    h.ids.get(tableOf[register ?? ''] ?? '')?.[0] ?? h.ids.get('case_file')![0]!;
