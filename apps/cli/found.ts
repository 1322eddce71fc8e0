import { parse } from 'yaml';
import { type Founding, found } from '../../packages/capabilities/institution/founding.ts';
import { sentenceOf } from '../../packages/catalogue/sentences.ts';
import { migrate } from '../../packages/engine/migrate.ts';
import { MustBeAccepted } from '../../packages/engine/must.ts';
import { openHouse } from '../server/open-house.ts';
import { ownerUrl } from '../server/owner-url.ts';
import { readSettings } from '../server/settings.ts';
import type { Arguments } from './tongtu.ts';
import { language, print, readText, Wrong } from './words.ts';

/** Founds an institution; its people then sign in once `tongtu account` gave them an account. */
export async function foundFrom({ words: [file] }: Arguments): Promise<number> {
  if (!file) throw new Wrong('found FILE');
  const settings = readSettings();
  const description = readFounding(parse(readText(file, file), { schema: 'failsafe' }), file);
  const owner = await ownerUrl(settings);
  try {
    await migrate(owner.url);
    const house = await openHouse({ url: owner.url, ...(settings.packs ? { packs: settings.packs } : {}) });
    try {
      const { id } = await found(house.engine, description);
      print({ institution: id, title: description.title, people: Object.keys(description.people) });
      return 0;
    } catch (e) {
      if (!(e instanceof MustBeAccepted)) throw e;
      const why = e.refusals.map((r) => `${r.at?.join('.') ?? ''} ${sentenceOf(r, language)}`.trim());
      throw new Wrong(`${e.ask.command} ${JSON.stringify(e.ask.input)}\n${why.join('\n')}`);
    } finally {
      await house.close();
    }
  } finally {
    await owner.release();
  }
}

type Raw = Readonly<Record<string, unknown>>;
const isRecord = (x: unknown): x is Raw => typeof x === 'object' && x !== null && !Array.isArray(x);

/** Looks over the whole description before anything is written: its shape, and that every name it uses is one it has. */
export function readFounding(raw: unknown, file: string): Founding {
  const faults: string[] = [];
  const record = (x: unknown, at: string): Raw => {
    if (isRecord(x)) return x;
    if (x !== undefined) faults.push(`${at}: should be keys and values`);
    return {};
  };
  const list = (x: unknown, at: string): readonly unknown[] => {
    if (Array.isArray(x)) return x;
    if (x !== undefined) faults.push(`${at}: should be a list`);
    return [];
  };
  const f = record(raw, file);
  for (const key of ['title', 'short', 'kind', 'since', 'people', 'adoptions']) if (f[key] === undefined) faults.push(`${key}: is missing`);
  const people = record(f.people, 'people');
  const bodies = record(f.bodies, 'bodies');
  for (const [login, p] of Object.entries(people)) {
    const one = record(p, `people.${login}`);
    if (one.name === undefined) faults.push(`people.${login}.name: is missing`);
    list(one.roles, `people.${login}.roles`);
  }
  for (const [code, b] of Object.entries(bodies)) {
    for (const seat of list(record(b, `bodies.${code}`).seats, `bodies.${code}.seats`)) {
      if (!(String(seat) in people)) faults.push(`bodies.${code}.seats: nobody is called ${seat}`);
    }
  }
  list(f.adoptions, 'adoptions');
  if (faults.length > 0) throw new Wrong(faults.join('\n'));
  const parties = Object.entries(record(f.parties, 'parties')).map(([code, p]) => [
    code,
    { ...(p as object), whollyStateOwned: (p as Raw).whollyStateOwned === 'yes' },
  ]);
  const withRoles = Object.entries(people).map(([login, p]) => [login, { roles: [], ...(p as object) }]);
  const withSeats = Object.entries(bodies).map(([code, b]) => [code, { seats: [], ...(b as object) }]);
  return {
    ...(f as unknown as Founding),
    people: Object.fromEntries(withRoles) as Founding['people'],
    bodies: Object.fromEntries(withSeats) as Founding['bodies'],
    parties: Object.fromEntries(parties) as Founding['parties'],
  };
}
