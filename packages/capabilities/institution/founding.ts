import type { Asker } from '../../engine/ask.ts';
import type { Engine } from '../../engine/engine.ts';
import { newId } from '../../engine/ids.ts';
import { MustBeAccepted, must } from '../../engine/must.ts';
import { circumstancesOf } from '../../engine/running.ts';
import { type Happened, isRefusal, type Outcome } from '../../kernel/command.ts';
import { dayAt } from '../../kernel/day.ts';
import { canonical, type Json } from '../../kernel/json.ts';
import { defined } from '../../kernel/raw.ts';
import { refuse, refuseField } from '../../kernel/refusal.ts';
import type { institutionKinds, leaderClasses, partyKinds } from './decisions.ts';

/** An institution described at once, to begin with: who is who, which bodies sit, which texts bind it. Its file keeps all of it later. */
export type Founding = {
  readonly title: string;
  readonly short: string;
  readonly kind: (typeof institutionKinds)[number];
  readonly note?: string;
  /** Roles and seats hold from this day where they name none of their own. */
  readonly since: string;
  /** By the name they sign in with, which is also their staff number where none is given. */
  readonly people: Readonly<Record<string, FoundingPerson>>;
  readonly bodies: Readonly<Record<string, { readonly title: string; readonly foundedOn?: string; readonly seats: readonly string[] }>>;
  readonly parties: Readonly<
    Record<
      string,
      {
        readonly title: string;
        readonly kind: (typeof partyKinds)[number];
        readonly creditCode?: string;
        readonly stateOwnedShare?: string;
        /** The institution itself, as a party to what it does with others. */
        readonly ourselves?: boolean;
      }
    >
  >;
  readonly adoptions: readonly {
    readonly text: string;
    /** The party that has adopted it, by the name this description uses; without one, the institution itself. */
    readonly party?: string;
    readonly from: string;
    readonly to?: string;
    readonly basis: string;
    readonly doubt?: string;
  }[];
};
export type FoundingPerson = {
  readonly name: string;
  readonly staffNo?: string;
  readonly unit?: string;
  readonly roles: readonly string[];
  readonly post?: { readonly title: string; readonly leader: (typeof leaderClasses)[number]; readonly from: string; readonly to?: string };
};

/** An institution that has been founded: ids by the names its description uses. */
export type Founded = {
  readonly id: string;
  readonly file: string;
  readonly people: Readonly<Record<string, string>>;
  readonly bodies: Readonly<Record<string, string>>;
  readonly parties: Readonly<Record<string, string>>;
  readonly as: (login: string) => Asker;
};

/** Runs a command of the founding and answers with what its first event says. */
type Run = (command: string, input: object) => Promise<Readonly<Record<string, unknown>>>;
type Ids = Omit<Founded, 'id' | 'file' | 'as'>;

/** What a founding that was cut off has written: the institution's file, and what each of its events says, in order. */
export type Begun = { readonly id: string; readonly file: string; readonly said: readonly Readonly<Record<string, unknown>>[] };
/** There is such an institution, and it is not one that this description has begun to found. */
export class FoundedAlready extends Error {}

/**
 * Founds it by the commands anybody would use, each its own event in the institution's file. Throws where one is refused, before any has run.
 * What was begun and cut off is gone on with.
 */
export async function found(engine: Engine, f: Founding, begun?: Begun): Promise<Founded> {
  await script(f, rehearsal(engine));
  const id = begun?.id ?? newId();
  const system: Asker = { institution: id, person: null };
  const earlier = [...(begun?.said ?? [])];
  let file = begun?.file;
  let ran = 0;
  const run: Run = async (command, input) => {
    const said = earlier.shift();
    if (said && !says(said, input)) throw new FoundedAlready(f.short);
    if (said) return said;
    const done = await must(engine, system, { command, input, ...defined({ case: file }) });
    file ??= done.case;
    ran += 1;
    return done.made;
  };
  const ids = await script(f, run);
  if (ran === 0) throw new FoundedAlready(f.short);
  return { id, file: file!, ...ids, as: (login) => ({ institution: id, person: ids.people[login]! }) };
}
const says = (said: Readonly<Record<string, unknown>>, input: object): boolean =>
  Object.entries(input).every(([key, value]) => canonical(said[key] as Json) === canonical(value as Json));

async function script(f: Founding, run: Run): Promise<Ids> {
  await run('institution.found', { title: f.title, short: f.short, kind: f.kind, ...defined({ note: f.note }) });
  const people: Record<string, string> = {};
  for (const [login, p] of Object.entries(f.people)) {
    const person = String((await run('person.list', { staffNo: p.staffNo ?? login, name: p.name, ...defined({ unit: p.unit }) })).person);
    people[login] = person;
    if (p.post) await run('post.hold', { person, ...p.post });
    for (const role of p.roles) await run('role.assign', { person, role, from: f.since });
  }
  const bodies: Record<string, string> = {};
  for (const [code, b] of Object.entries(f.bodies)) {
    bodies[code] = String((await run('body.set-up', { code, title: b.title, ...defined({ foundedOn: b.foundedOn }) })).body);
    for (const member of b.seats) await run('seat.take', { body: bodies[code], person: people[member], from: b.foundedOn ?? f.since });
  }
  const parties: Record<string, string> = {};
  for (const [code, p] of Object.entries(f.parties)) {
    parties[code] = String((await run('party.list', { ...p })).party);
  }
  for (const { party, ...a } of f.adoptions) await run('text.adopt', { ...a, ...defined({ party: party && parties[party] }) });
  return { people, bodies, parties };
}

/** Every decision of the script, on facts as they would be by then: decisions are pure, so that nothing is written to hear what they say. */
function rehearsal(engine: Engine): Run {
  const adopted: { text: string; to: string | null; party: string | undefined }[] = [];
  const ourselves = new Set<unknown>();
  const staffNos = new Set<unknown>();
  const at = engine.clock.now();
  const known = { institution: newId(), roles: engine.matrix.roles };
  const circumstances = circumstancesOf(engine, { institution: known.institution, person: null }, { at, on: dayAt(at) });
  return async (name, input) => {
    const ask = { command: name, input };
    const { command } = engine.commands.get(name)!.wired;
    const read = command.input.read(input);
    if ('wrongs' in read) throw new MustBeAccepted(ask, read.wrongs.map(refuseField));
    const { staffNo, text, to = null, party } = read.values as { staffNo?: string; text?: string; to?: string | null; party?: string };
    const facts = { ...known, ourselves: ourselves.has(party), adopted: adopted.filter((a) => a.party === party) };
    const said = (command.decide as (g: unknown) => Outcome<string, string>)({ ...circumstances, input: read.values, facts, law: {} });
    const refusals = said.filter(isRefusal);
    if (staffNo !== undefined && staffNos.has(staffNo)) refusals.push(refuse('record.exists', {}, { at: ['staffNo'] }));
    if (refusals.length > 0) throw new MustBeAccepted(ask, refusals);
    if (name === 'text.adopt') adopted.push({ text: text!, to, party });
    staffNos.add(staffNo);
    const { data } = said.find((x): x is Happened => !isRefusal(x))!;
    if (name === 'party.list' && data.ourselves) ourselves.add(data.party);
    return data;
  };
}
