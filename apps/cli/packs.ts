import { resolve } from 'node:path';
import { loadPacks } from '../../packages/engine/pack-folder.ts';
import { faultLine } from '../server/fault-line.ts';
import { rules } from '../server/open-house.ts';
import { readSettings } from '../server/settings.ts';
import { UserFault } from '../server/user-fault.ts';
import type { Arguments } from './tongtu.ts';
import { language } from './words.ts';

export async function checkPacks({ words: [verb, folder] }: Arguments): Promise<number> {
  if (verb !== 'check') throw new UserFault('packs check [FOLDER]');
  const at = folder ? resolve(folder) : readSettings().packs;
  const { shelf, faults } = loadPacks(at, rules);
  for (const f of faults) console.error(faultLine(f, language));
  const clauses = [...shelf.values()].flatMap((p) => p.clauses);
  const examples = [...shelf.values()].flatMap((p) => Object.values(p.examples).flat());
  console.log(`${shelf.size} texts, ${clauses.length} clauses, ${examples.length} examples, ${faults.length} faults`);
  return faults.length > 0 ? 1 : 0;
}
