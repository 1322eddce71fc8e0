import { found } from '../../packages/capabilities/institution/founding.ts';
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

/** Founds an institution, whole or not at all; its people then sign in once `tongtu account` gave them an account. */
export async function foundFrom({ words: [file] }: Arguments): Promise<number> {
  if (!file) throw new UserFault('found FILE');
  const settings = readSettings();
  const source = new PackSource(file, readText(file, file));
  if (source.faults.length > 0) throw new UserFault(source.faults.map((f) => faultLine(f, language)).join('\n'));
  const description = readFounding(source.data, file);
  const owner = await ownerUrl(settings);
  try {
    await migrate(owner.url);
    const house = await openHouse({ url: owner.url, ...(settings.packs ? { packs: settings.packs } : {}) });
    try {
      if (await isKnown(owner.url, description.short)) throw new UserFault(`there is an institution ${description.short} already`);
      const { id } = await found(house.engine, description);
      print({ institution: id, title: description.title, people: Object.keys(description.people) });
      return 0;
    } finally {
      await house.close();
    }
  } finally {
    await owner.release();
  }
}

/** Tools name an institution by its short name, so that no two may share one. */
async function isKnown(ownerUrl: string, short: string): Promise<boolean> {
  const database = openDatabase({ url: ownerUrl, owner: true, connections: 1 });
  try {
    return (await run(database.pooled, 'select from institution where short = $1', [short])).length > 0;
  } finally {
    await database.close();
  }
}
