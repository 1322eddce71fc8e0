import pg from 'pg';
import type { Considered } from '../kernel/law.ts';
import type { Adoption } from '../kernel/pack.ts';
import { type AdoptionRow, adoptedBy, asAdoption, type Party } from '../kernel/party.ts';
import type { AnyRule } from '../kernel/rule.ts';
import type { LawShelf } from './law-shelf.ts';
import type { StoredRevision } from './text-revision.ts';

/** What a clause said in an answer. */
export type Said = { readonly clause: string; readonly value: string };
/** A past decision that the running packs would answer otherwise. Nothing of it is changed: what was decided stands as it was. */
export type Differing = {
  readonly case: string;
  readonly number: string | null;
  readonly title: string;
  readonly command: string;
  readonly on: string;
  readonly rule: string;
  readonly was: readonly Said[];
  readonly now: readonly Said[];
};
export type Rechecked = { readonly decisions: number; readonly differ: readonly Differing[] };

type StoredTrace = {
  readonly rule: string;
  readonly on: string;
  readonly given: Readonly<Record<string, string>>;
  readonly party?: string;
  readonly considered: readonly (Omit<Considered, 'value'> & { readonly value: string })[];
};
type DecisionRow = {
  id: string;
  institution_id: string;
  case_id: string;
  number: string | null;
  title: string;
  command: string;
  on: string;
  answers: readonly StoredTrace[];
};
type Bound = { readonly adoptions: readonly Adoption[]; readonly parties: readonly Party[] };
const page = 1000;

/** Asks every past decision's rules again, by the packs as they are now and for the day they were asked for. */
export async function recheck(ownerUrl: string, law: LawShelf): Promise<Rechecked> {
  const client = new pg.Client({ connectionString: ownerUrl, options: '-c timezone=UTC' });
  await client.connect();
  try {
    const bound = await boundBy(client);
    const stored = await client.query<StoredRevision>('select text_id as text, revision, files from text_revision');
    for (const revision of stored.rows) law.keep(revision);
    const differ: Differing[] = [];
    let decisions = 0;
    for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
      const { rows } = await client.query<DecisionRow>(
        `select d.id, d.institution_id, d.case_id, r.number, c.title, d.command, d.on_day::text as "on", d.answers
         from decision d join case_file c on c.id = d.case_id join case_file r on r.id = c.root_id
         where d.id > $1 order by d.id limit $2`,
        [after, page],
      );
      for (const row of rows) differ.push(...differing(row, bound.get(row.institution_id)!, law));
      decisions += rows.length;
      if (rows.length < page) return { decisions, differ };
      after = rows.at(-1)!.id;
    }
  } finally {
    await client.end();
  }
}

/** Every institution's adoptions, and its parties by whose texts a rule may have been asked. */
async function boundBy(client: pg.Client): Promise<ReadonlyMap<string, Bound>> {
  type Row = { id: string; adoptions: AdoptionRow[] | null; parties: Party[] | null };
  const { rows } = await client.query<Row>(
    `select i.id,
       (select json_agg(json_build_object('text', a.text_id, 'from', a.from_on, 'to', a.to_on, 'party', a.party_id, 'revisions', a.revisions) order by a.id)
        from adopted a where a.institution_id = i.id) as adoptions,
       (select json_agg(json_build_object('id', p.id, 'title', p.title, 'ourselves', p.ourselves) order by p.id)
        from party p where p.institution_id = i.id) as parties
     from institution i`,
  );
  return new Map(rows.map((r) => [r.id, { adoptions: (r.adoptions ?? []).map(asAdoption), parties: r.parties ?? [] }]));
}

const ourselves: Party = { id: '', title: '', ourselves: true };
type Loose = (
  rule: AnyRule,
  ask: { given: Readonly<Record<string, string>>; on: string },
) => { trace: { considered: readonly Considered[] } };

function differing(row: DecisionRow, { adoptions, parties }: Bound, shelf: LawShelf): Differing[] {
  return row.answers.flatMap((stored): Differing[] => {
    const rule = shelf.rules.get(stored.rule);
    const party = stored.party === undefined ? ourselves : parties.find((p) => p.title === stored.party);
    const was = stored.considered.filter((c) => c.because === 'applies').map(({ clause, value }) => ({ clause, value }));
    const answer =
      rule && party
        ? (shelf.law(adoptedBy(party, adoptions)).answer as unknown as Loose)(rule, { given: stored.given, on: stored.on })
        : undefined;
    const now = (answer?.trace.considered ?? [])
      .filter((c) => c.because === 'applies')
      .map(({ clause, value }) => ({ clause, value: JSON.stringify(value) }));
    if (JSON.stringify(was) === JSON.stringify(now)) return [];
    const { case_id, number, title, command, on } = row;
    return [{ case: case_id, number, title, command, on, rule: stored.rule, was, now }];
  });
}
