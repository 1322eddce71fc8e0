import pg from 'pg';
import { sha256 } from './sha256.ts';

/** Something that is not as its events wrote it. */
export type Discrepancy = { readonly what: string; readonly where: string; readonly says: string };
export type Verified = {
  readonly streams: number;
  readonly events: number;
  readonly rows: number;
  readonly files: number;
  readonly discrepancies: readonly Discrepancy[];
};

/**
 * Reads everything anew, as the owner of the tables: every chain link by link, the digest of the rows each command wrote, every row
 * against its last version, every ledger event's balance, every file against its hash. Linear in what is stored.
 */
export async function verify(ownerUrl: string): Promise<Verified> {
  const client = new pg.Client({ connectionString: ownerUrl, options: '-c timezone=UTC' });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    return await verifyOver(client);
  } finally {
    await client.end();
  }
}

/** The same over a connection of the owner's, inside a transaction that shows one state of everything. */
export async function verifyOver(client: pg.Client): Promise<Verified> {
  const discrepancies: Discrepancy[] = [];
  const chains = await verifyChains(client, discrepancies);
  const rows = await verifyRows(client, discrepancies);
  await verifyBooks(client, discrepancies);
  const files = await verifyFiles(client, discrepancies);
  return { ...chains, rows, files, discrepancies };
}

type EventRow = {
  stream_id: string;
  seq: number;
  type: string;
  at: string;
  body: string;
  prev: string;
  rows: string;
  hash: string;
  clauses: string[];
  digest: string | null;
  day: string;
  instant: string;
  actor_id: string | null;
  decided_by: string | null;
  command: string;
  version: number;
  /** It and the row versions kept with it belong to the institution whose the stream is. */
  at_home: boolean;
};

/** Pages through all events in order of their streams; a page never holds more than so many. */
const page = 5000;

async function verifyChains(client: pg.Client, found: Discrepancy[]): Promise<{ streams: number; events: number }> {
  const heads = new Map(
    (await client.query<{ id: string; seq: number; head: string }>('select id, seq, head from stream')).rows.map((s) => [s.id, s]),
  );
  let events = 0;
  let last: { stream: string; seq: number; hash: string } | undefined;
  const close = (): void => {
    if (!last) return;
    const head = heads.get(last.stream);
    if (!head || head.seq !== last.seq || head.head !== last.hash)
      found.push({ what: 'stream', where: last.stream, says: 'the chain does not end where the stream says' });
    heads.delete(last.stream);
  };
  for (let from: readonly [string, number] = ['00000000-0000-0000-0000-000000000000', 0]; ; ) {
    const { rows } = await client.query<EventRow>(
      `select e.*, e.on_day::text as day, w.digest, e.institution_id = s.institution_id and coalesce(w.at_home, true) as at_home
       from event e left join stream s on s.id = e.stream_id cross join lateral (
         select encode(sha256(convert_to(string_agg(v.tbl || ':' || v.row_id || ':' || v.hash, E'\\n' order by v.tbl, v.row_id), 'UTF8')), 'hex') as digest,
           bool_and(v.institution_id = e.institution_id) as at_home
         from row_version v where v.stream_id = e.stream_id and v.seq = e.seq) w
       where (e.stream_id, e.seq) > ($1, $2) order by e.stream_id, e.seq limit ${page}`,
      [from[0], from[1]],
    );
    for (const e of rows) {
      events += 1;
      const where = `${e.stream_id}/${e.seq}`;
      const follows = last?.stream === e.stream_id ? last : undefined;
      if (!follows) close();
      const say = (says: string): unknown => found.push({ what: 'event', where, says });
      if (e.seq !== (follows?.seq ?? 0) + 1) say('an event before it is missing');
      if (e.prev !== (follows?.hash ?? '')) say('it does not follow the event before it');
      if (e.hash !== sha256(e.prev + sha256(e.body) + e.rows)) say('its text is not what was hashed');
      if (e.rows !== (e.digest ?? '')) say('the row versions kept with it are not those it wrote');
      if (!sameAsColumns(e)) say('its columns differ from its text');
      if (!e.at_home) say('it is not of the institution whose case it is in');
      last = { stream: e.stream_id, seq: e.seq, hash: e.hash };
    }
    const end = rows.at(-1);
    if (!end) break;
    from = [end.stream_id, end.seq];
  }
  close();
  for (const id of heads.keys()) found.push({ what: 'stream', where: id, says: 'its events are missing' });
  await verifyHomes(client, found);
  return { streams: (await client.query('select from stream')).rowCount ?? 0, events };
}

/** What hangs on streams from both sides: the case that each is, and the versions of rows its events wrote. */
async function verifyHomes(client: pg.Client, found: Discrepancy[]): Promise<void> {
  const { rows: strange } = await client.query<{ id: string }>(
    'select s.id from stream s left join case_file c on c.id = s.id where c.institution_id is distinct from s.institution_id',
  );
  for (const s of strange) found.push({ what: 'stream', where: s.id, says: 'it is not of the institution whose case it is' });
  const { rows: orphans } = await client.query<{ at: string }>(
    `select distinct v.stream_id || '/' || v.seq as at from row_version v
     where not exists (select from event e where e.stream_id = v.stream_id and e.seq = v.seq)`,
  );
  for (const o of orphans) found.push({ what: 'event', where: o.at, says: 'it is missing, and row versions say it was there' });
}

type Body = {
  stream: string;
  seq: number;
  type: string;
  at: string;
  on: string;
  actor: string | null;
  decidedBy?: string;
  command: string;
  clauses: string[];
  /** Left out of an event of the first version. */
  version?: number;
};
function sameAsColumns(e: EventRow): boolean {
  const b = bodyOf(e);
  if (!b) return false;
  const text = [b.stream, b.seq, b.type, b.at, b.on, b.actor, b.decidedBy ?? null, b.command, b.version ?? 1, ...b.clauses];
  const at = new Date(e.at).toISOString();
  const columns = [e.stream_id, e.seq, e.type, at, e.day, e.actor_id, e.decided_by, e.command, e.version, ...e.clauses];
  return JSON.stringify(text) === JSON.stringify(columns);
}
/** Undefined where somebody has made of it what is no event at all. */
function bodyOf(e: EventRow): Body | undefined {
  try {
    const body = JSON.parse(e.body) as Body;
    return Array.isArray(body.clauses) ? body : undefined;
  } catch {
    return undefined;
  }
}

/** Tables whose rows events write: those that have an institution and are not the record of events itself. */
const apart = new Set(['stream', 'event', 'row_version', 'mention', 'command_receipt', 'counter', 'session', 'membership']);

async function verifyRows(client: pg.Client, found: Discrepancy[]): Promise<number> {
  const { rows: tables } = await client.query<{ name: string }>(`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname in ('institution_id')
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' union select 'institution' order by 1`);
  let counted = 0;
  for (const { name } of tables.filter((t) => !apart.has(t.name))) {
    const t = pg.escapeIdentifier(name);
    const { rows } = await client.query<{ id: string; says: string | null }>(
      `with last as (select distinct on (row_id) row_id, hash from row_version where tbl = $1 order by row_id, id desc)
       select coalesce(t.id::text, last.row_id) as id,
         case when t.id is null then 'the row is gone' when last.row_id is null then 'no event wrote the row'
              when last.hash <> row_hash(to_jsonb(t)) then 'the row is not as its last event wrote it' end as says
       from ${t} t full join last on last.row_id = t.id::text`,
      [name],
    );
    counted += rows.length;
    for (const r of rows) if (r.says) found.push({ what: name, where: r.id, says: r.says });
  }
  return counted;
}

async function verifyBooks(client: pg.Client, found: Discrepancy[]): Promise<void> {
  const { rows } = await client.query<{ id: string; seq: number }>(
    'select case_id as id, seq from ledger_entry group by case_id, seq having sum(debit) <> sum(credit)',
  );
  for (const r of rows) found.push({ what: 'ledger', where: `${r.id}/${r.seq}`, says: 'its lines do not balance' });
}

async function verifyFiles(client: pg.Client, found: Discrepancy[]): Promise<number> {
  const { rows } = await client.query<{ id: string; title: string; sha256: string; kept: string | null; event: string | null }>(`
    select p.id, p.title, p.sha256, encode(sha256(f.bytes), 'hex') as kept, e.type as event
    from paper p left join file_content f on f.sha256 = p.sha256 left join event e on e.stream_id = p.case_id and e.seq = p.seq
    union all
    select d.id, d.title, x.sha, encode(sha256(f.bytes), 'hex'), 'document.rendered'
    from document d cross join lateral (values (d.docx_sha256), (d.pdf_sha256)) x(sha) left join file_content f on f.sha256 = x.sha where x.sha is not null`);
  for (const r of rows) {
    if (r.kept === null) found.push({ what: 'file', where: `${r.id} ${r.title}`, says: 'its bytes are missing' });
    else if (r.kept !== r.sha256) found.push({ what: 'file', where: `${r.id} ${r.title}`, says: 'its bytes are not those filed' });
    if (r.event !== 'paper.filed' && r.event !== 'document.rendered')
      found.push({ what: 'file', where: `${r.id} ${r.title}`, says: 'the event that filed it is missing' });
  }
  return rows.length;
}
