import { adoptionsIn } from '../../../packages/engine/adoptions.ts';
import type { Connection } from '../../../packages/engine/database.ts';
import type { Visitor } from '../../../packages/engine/sessions.ts';
import { dayAt } from '../../../packages/kernel/day.ts';
import { onDay } from '../../../packages/kernel/edition.ts';
import type { Adoption, Pack, Shelf } from '../../../packages/kernel/pack.ts';
import { adoptedByUs } from '../../../packages/kernel/party.ts';
import type { Served } from './context.ts';

/** An address with the id of a text or a clause. */
export const byText = { type: 'object', required: ['id'], properties: { id: { type: 'string' } } } as const;

/** The library as the visitor's institution has it: who has adopted what, and what it has made of its texts. */
export type HouseLaw = {
  readonly today: string;
  readonly shelf: Shelf;
  readonly adoptions: readonly Adoption[];
  /** A text as it stands today, or by the hash of one of its editions. */
  readonly textOf: (id: string, revision?: string) => Pack | undefined;
  readonly headOf: (pack: Pack) => ReturnType<typeof headOf>;
};

export async function houseLaw({ engine }: Served, db: Connection, visitor: Visitor): Promise<HouseLaw> {
  const adoptions = await adoptionsIn(db);
  await engine.law.learn(db, visitor.institution, adoptions);
  const own = adoptedByUs(adoptions);
  const shelf = engine.law.shelfOf(own);
  const grounds = await groundsIn(db);
  const today = dayAt(engine.clock.now());
  return {
    today,
    shelf,
    adoptions: own,
    textOf: (id, revision) => {
      const pack = shelf.get(id);
      const editions = pack?.editions ?? [];
      if (revision !== undefined && pack?.revision !== revision) return editions.find((e) => e.pack.revision === revision)?.pack;
      return revision === undefined ? pack && onDay(pack, today) : pack;
    },
    headOf: (pack) => headOf(pack, shelf.get(pack.text.id)!, grounds),
  };
}

/** Adoptions with their grounds and whose they are, and the grounds of revisions. */
async function groundsIn(db: Connection) {
  const adopted = await db
    .selectFrom('adoption as a')
    .leftJoin('party as p', 'p.id', 'a.party_id')
    .orderBy('a.from_on')
    .orderBy('a.id')
    .select(['a.text_id as text', 'p.title as party', 'a.from_on as from', 'a.to_on as to', 'a.basis', 'a.doubt'])
    .execute();
  const revised = await db
    .selectFrom('text_revision')
    .orderBy('id')
    .select(['text_id as text', 'revision', 'from_on as from', 'basis'])
    .execute();
  return { adopted, revised };
}

function headOf(pack: Pack, whole: Pack, { adopted, revised }: Awaited<ReturnType<typeof groundsIn>>) {
  const { id, issuer = null, number = null, to = null, days = null, note = null, ...text } = pack.text;
  const revisions = revised.flatMap(({ text: of, ...r }) => (of === id ? [r] : []));
  return {
    ...{ id, issuer, number, to, days, note, ...text },
    revision: pack.revision,
    clauses: pack.clauses.length,
    adoption: adopted.findLast((a) => a.text === id && a.party === null) ?? null,
    parties: adopted.flatMap(({ party, ...a }) => (a.text === id && party !== null ? [{ ...a, party }] : [])),
    /** As it was issued, where it has been revised since. */
    issued: revisions.length > 0 ? (whole.editions?.[0]?.pack.revision ?? null) : null,
    revisions,
  };
}
