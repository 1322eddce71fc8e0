import { openAccountFor } from '../../packages/capabilities/institution/account.ts';
import { openDatabase, run } from '../../packages/engine/database.ts';
import { openHouse } from '../server/open-house.ts';
import { ownerUrl } from '../server/owner-url.ts';
import { readSettings } from '../server/settings.ts';
import type { Arguments } from './tongtu.ts';
import { print, readText, Wrong } from './words.ts';

const shortest = 10;

/** An account for a person on the institution's list. The password comes by standard input, so that no shell history keeps it. */
export async function openAccount({ words: [login], flags }: Arguments): Promise<number> {
  const { 'staff-no': staffNo, institution } = flags;
  if (!login || !staffNo || !institution) throw new Wrong('account LOGIN --staff-no NUMBER --institution SHORT');
  const password = readText(0, 'standard input').replace(/\r?\n$/, '');
  if ([...password].length < shortest) throw new Wrong(`a password has at least ${shortest} characters`);
  const settings = readSettings();
  const owner = await ownerUrl(settings);
  const database = openDatabase({ url: owner.url, owner: true, connections: 1 });
  const house = await openHouse({ url: owner.url, ...(settings.packs ? { packs: settings.packs } : {}) });
  try {
    const [person] = await run<{ id: string; institution: string; name: string }>(
      database.kysely,
      'select p.id, p.institution_id as institution, p.name from person p join institution i on i.id = p.institution_id where p.staff_no = $1 and i.short = $2',
      [staffNo, institution],
    );
    if (!person) throw new Wrong(`${institution} has nobody with the staff number ${staffNo}`);
    await openAccountFor(house.engine, { institution: person.institution, person: person.id, login, password });
    print({ login, person: person.name, institution });
    return 0;
  } finally {
    await house.close();
    await database.close();
    await owner.release();
  }
}
