import { type Begun, FoundedAlready, found } from '../../packages/capabilities/institution/founding.ts';
import { openDatabase, run } from '../../packages/engine/database.ts';
import { migrate } from '../../packages/engine/migrate.ts';
import { PackSource } from '../../packages/kernel/pack-source.ts';
import { faultLine } from '../server/fault-line.ts';
import { openHouse } from '../server/open-house.ts';
import { ownerUrl } from '../server/owner-url.ts';
import { readSettings } from '../server/settings.ts';
import { UserFault } from '../server/user-fault.ts';
import { readFounding } from './founding-file.ts';
import type { Arguments } from './tongtu.ts';
import { language, print, readText } from './words.ts';

/** Founds an institution; its people then sign in once `tongtu account` gave them an account. Cut off, it is gone on with by the same command. */
export async function foundFrom({ words: [file] }: Arguments): Promise<number> {
  if (!file) throw new UserFault('found FILE');
  const settings = readSettings();
  const source = new PackSource(file, readText(file, file));
  if (source.faults.length > 0) throw new UserFault(source.faults.map((f) => faultLine(f, language)).join('\n'));
  const description = readFounding(source.data, file);
  const owner = await ownerUrl(settings);
  try {
    await migrate(owner.url);
    const house = await openHouse({ url: owner.url, packs: settings.packs });
    try {
      const { id } = await found(house.engine, description, await begunOf(owner.url, description.short));
      print({ institution: id, title: description.title, people: Object.keys(description.people) });
      return 0;
    } catch (e) {
      throw e instanceof FoundedAlready ? new UserFault(`there is an institution ${description.short} already`) : e;
    } finally {
      await house.close();
    }
  } finally {
    await owner.release();
  }
}

/** Tools name an institution by its short name, so that no two may share one: what the file of the one that has it says. */
async function begunOf(ownerUrl: string, short: string): Promise<Begun | undefined> {
  const database = openDatabase({ url: ownerUrl, owner: true, connections: 1 });
  try {
    const events = await run<{ id: string; file: string; body: string }>(
      database.pooled,
      `select i.id, c.id as file, e.body from institution i join case_file c on c.institution_id = i.id and c.procedure = 'institution'
       join event e on e.stream_id = c.id where i.short = $1 order by e.seq`,
      [short],
    );
    const [first] = events;
    return (
      first && { id: first.id, file: first.file, said: events.map((e) => (JSON.parse(e.body) as { data: Begun['said'][number] }).data) }
    );
  } finally {
    await database.close();
  }
}
