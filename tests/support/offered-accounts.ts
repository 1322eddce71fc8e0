import { demonstrationPassword } from '../../demonstration/demonstrate.ts';
import type { Asker } from '../../packages/engine/ask.ts';
import { openDatabase, run } from '../../packages/engine/database.ts';
import { giveAccount } from '../../packages/engine/sessions.ts';
import type { TestHouse } from './house.ts';

/** Accounts that the sign-in page offers, as a database of demonstration does. */
export async function offerAccounts(
  house: Pick<TestHouse, 'url' | 'engine'>,
  as: (login: string) => Asker,
  logins: readonly string[],
): Promise<void> {
  const owner = openDatabase({ url: house.url, owner: true, connections: 1 });
  try {
    await run(owner.pooled, "insert into setting (key, value) values ('demonstration', 'yes')", []);
    for (const login of logins) {
      const { institution, person } = as(login);
      await giveAccount(house.engine, { institution, person: person!, login, password: demonstrationPassword });
      await run(owner.pooled, 'insert into setting (key, value) values ($1, $2)', [`demonstration.as.${login}`, login]);
    }
  } finally {
    await owner.close();
  }
}
