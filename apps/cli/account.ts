import { openAccountFor } from '../../packages/capabilities/institution/account.ts';
import { type Database, openDatabase, run } from '../../packages/engine/database.ts';
import { openHouse } from '../server/open-house.ts';
import { knownOwnerUrl } from '../server/owner-url.ts';
import { readSettings } from '../server/settings.ts';
import { UserFault } from '../server/user-fault.ts';
import type { Arguments } from './tongtu.ts';
import { print, readText } from './words.ts';

const shortest = 10;

/** An account for a person on the institution's list. The password comes by standard input, so that no shell history keeps it. */
export async function openAccount({ words: [login], flags }: Arguments): Promise<number> {
  const { 'staff-no': staffNo, institution } = flags;
  if (!login || !staffNo || !institution) throw new UserFault('account LOGIN --staff-no NUMBER --institution SHORT');
  const password = readText(0, 'standard input').replace(/\r?\n$/, '');
  if ([...password].length < shortest) throw new UserFault(`a password has at least ${shortest} characters`);
  const settings = readSettings();
  const owner = await knownOwnerUrl(settings);
  const database = openDatabase({ url: owner.url, owner: true, connections: 1 });
  try {
    const [known] = await run<{ login: string }>(database.pooled, 'select login from account where login = $1', [login]);
    if (known) throw new UserFault(`the name ${login} is taken`);
    const [person] = await run<{ id: string; institution: string; name: string; left: string | null }>(
      database.pooled,
      'select p.id, p.institution_id as institution, p.name, p.left_on as left from person p join institution i on i.id = p.institution_id where p.staff_no = $1 and i.short = $2',
      [staffNo, institution],
    );
    if (!person) throw new UserFault(await whoThereIs(database, { staffNo, institution }));
    if (person.left) throw new UserFault(`${person.name} (${staffNo}) has left on ${person.left}`);
    const house = await openHouse({ url: owner.url, packs: settings.packs });
    try {
      await openAccountFor(house.engine, { institution: person.institution, person: person.id, login, password });
    } finally {
      await house.close();
    }
    print({ login, person: person.name, institution });
    return 0;
  } finally {
    await database.close();
    await owner.release();
  }
}

async function whoThereIs(database: Database, o: { readonly staffNo: string; readonly institution: string }): Promise<string> {
  const rows = await run<{ short: string }>(database.pooled, 'select short from institution order by short', []);
  if (rows.some((r) => r.short === o.institution)) return `${o.institution} has nobody with the staff number ${o.staffNo}`;
  return `there is no institution ${o.institution}; there are: ${rows.map((r) => r.short).join('、') || 'none (tongtu found FILE)'}`;
}
