import type { Founding } from '../../packages/capabilities/institution/founding.ts';
import { isRecord, type Raw } from '../../packages/kernel/raw.ts';
import { UserFault } from '../server/user-fault.ts';

const keys = {
  institution: ['title', 'short', 'kind', 'note', 'since', 'people', 'bodies', 'parties', 'adoptions'],
  person: ['name', 'staffNo', 'unit', 'roles', 'post'],
  body: ['title', 'foundedOn', 'seats'],
  party: ['title', 'kind', 'creditCode', 'stateOwnedShare', 'ourselves'],
};

/** Looks over the shape of a description, and that every name it uses is one it has. What its values say, the commands read. */
export function readFounding(raw: unknown, file: string): Founding {
  const look = new Looking();
  const f = look.record(raw, file);
  look.keys(f, '', keys.institution);
  for (const key of ['title', 'short', 'kind', 'since', 'people', 'adoptions']) if (f[key] === undefined) look.say(`${key}: is missing`);
  const people = look.each(f.people, 'people', (p, at) => {
    look.keys(p, `${at}.`, keys.person);
    if (p.name === undefined) look.say(`${at}.name: is missing`);
    return { ...p, roles: look.list(p.roles, `${at}.roles`) };
  });
  const bodies = look.each(f.bodies, 'bodies', (b, at) => {
    look.keys(b, `${at}.`, keys.body);
    const seats = look.list(b.seats, `${at}.seats`);
    for (const seat of seats) if (!Object.hasOwn(people, String(seat))) look.say(`${at}.seats: nobody is called ${seat}`);
    return { ...b, seats };
  });
  const parties = look.each(f.parties, 'parties', (p, at) => {
    look.keys(p, `${at}.`, keys.party);
    const { ourselves, ...rest } = p;
    const own = look.yesNo(ourselves, `${at}.ourselves`);
    return { ...rest, ...(own ? { ourselves: true } : {}) };
  });
  const adoptions = look.list(f.adoptions, 'adoptions');
  for (const [i, a] of adoptions.entries()) {
    const { party } = look.record(a, `adoptions.${i}`);
    if (party !== undefined && !Object.hasOwn(parties, String(party))) look.say(`adoptions.${i}.party: no party is called ${party}`);
  }
  if (look.faults.length > 0) throw new UserFault(look.faults.join('\n'));
  return { ...f, people, bodies, parties, adoptions } as unknown as Founding;
}

/** Collects what is wrong, so that all of a file's faults are seen at once. */
class Looking {
  readonly faults: string[] = [];
  say(fault: string): void {
    this.faults.push(fault);
  }
  record(x: unknown, at: string): Raw {
    if (isRecord(x)) return x;
    if (x !== undefined) this.say(`${at}: should be keys and values`);
    return {};
  }
  list(x: unknown, at: string): readonly unknown[] {
    if (Array.isArray(x)) return x;
    if (x !== undefined) this.say(`${at}: should be a list`);
    return [];
  }
  yesNo(x: unknown, at: string): boolean {
    if (x !== undefined && x !== 'yes' && x !== 'no') this.say(`${at}: write yes or no`);
    return x === 'yes';
  }
  keys(x: Raw, at: string, known: readonly string[]): void {
    for (const key of Object.keys(x)) if (!known.includes(key)) this.say(`${at}${key}: is not known; there are: ${known.join(', ')}`);
  }
  each<T>(x: unknown, at: string, read: (one: Raw, at: string) => T): Record<string, T> {
    return Object.fromEntries(Object.entries(this.record(x, at)).map(([k, v]) => [k, read(this.record(v, `${at}.${k}`), `${at}.${k}`)]));
  }
}
