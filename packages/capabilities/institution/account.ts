import { lookAt } from '../../engine/database.ts';
import type { Engine } from '../../engine/engine.ts';
import { must } from '../../engine/must.ts';
import { giveAccount } from '../../engine/sessions.ts';

/** Gives a person an account, and says so in the institution's file. The secret never passes through the event. */
export async function openAccountFor(
  engine: Engine,
  o: { readonly institution: string; readonly person: string; readonly login: string; readonly password: string },
): Promise<void> {
  await giveAccount(engine, o);
  const file = await lookAt(engine.database, o.institution, (db) =>
    db.selectFrom('case_file').where('procedure', '=', 'institution').select('id').executeTakeFirstOrThrow(),
  );
  const { person, login } = o;
  await must(engine, { institution: o.institution, person: null }, { command: 'account.open', case: file.id, input: { person, login } });
}
