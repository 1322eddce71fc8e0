import type { Ask, Asker } from '../packages/engine/ask.ts';
import type { Engine } from '../packages/engine/engine.ts';
import { newId } from '../packages/engine/ids.ts';
import { runCommand } from '../packages/engine/run-command.ts';
import type { Cast } from './cast.ts';

/** An institution that has been founded: ids by the names its cast uses. */
export type Founded = {
  readonly id: string;
  readonly file: string;
  readonly people: Readonly<Record<string, string>>;
  readonly bodies: Readonly<Record<string, string>>;
  readonly parties: Readonly<Record<string, string>>;
  readonly as: (login: string) => Asker;
};

/** The first (or named) event's data of an accepted command says which id it made; refusals are faults here. */
export async function must(
  engine: Engine,
  asker: Asker,
  ask: Ask,
): Promise<{ readonly case: string; readonly made: Record<string, unknown>; readonly events: readonly string[] }> {
  const result = await runCommand(engine, asker, ask);
  if (!result.accepted) throw new Error(`${ask.command} was refused: ${JSON.stringify(result.refusals)}`);
  const [first] = result.events;
  const { rows } = await engine.database.pool.query<{ body: string }>('select event_body($1, $2, $3) as body', [
    asker.institution,
    first!.stream,
    first!.seq,
  ]);
  return {
    case: result.case,
    made: (JSON.parse(rows[0]!.body) as { data: Record<string, unknown> }).data,
    events: result.events.map((e) => e.type),
  };
}

/** Founds an institution with its people, roles, posts, bodies, partners and adopted texts, by the commands anybody would use. */
export async function found(engine: Engine, cast: Cast): Promise<Founded> {
  const id = newId();
  const system: Asker = { institution: id, person: null };
  const { title, short, kind, note } = cast;
  const founded = await must(engine, system, { command: 'institution.found', input: { title, short, kind, note } });
  const file = founded.case;
  const run = async (command: string, input: object): Promise<Record<string, unknown>> =>
    (await must(engine, system, { command, case: file, input })).made;

  const people: Record<string, string> = {};
  for (const [login, p] of Object.entries(cast.people)) {
    const person = String((await run('person.list', { staffNo: login, name: p.name, unit: p.unit })).person);
    people[login] = person;
    if (p.post) await run('post.hold', { person, ...p.post });
    for (const role of p.roles) await run('role.assign', { person, role, from: '2015-01-01' });
  }
  const bodies: Record<string, string> = {};
  for (const [code, b] of Object.entries(cast.bodies)) {
    bodies[code] = String((await run('body.set-up', { code, title: b.title, ...(b.foundedOn ? { foundedOn: b.foundedOn } : {}) })).body);
    for (const member of b.seats) await run('seat.take', { body: bodies[code], person: people[member], from: b.foundedOn ?? '2015-01-01' });
  }
  const parties: Record<string, string> = {};
  for (const [code, p] of Object.entries(cast.parties)) {
    parties[code] = String(
      (await run('party.list', { title: p.title, kind: p.kind, whollyStateOwned: p.whollyStateOwned ?? false })).party,
    );
  }
  for (const a of cast.adoptions) await run('text.adopt', a);
  return { id, file, people, bodies, parties, as: (login) => ({ institution: id, person: people[login]! }) };
}
