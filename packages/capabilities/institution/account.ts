import { lookAt } from '../../engine/database.ts';
import type { Engine } from '../../engine/engine.ts';
import { MustBeAccepted, must } from '../../engine/must.ts';
import { previewCommand } from '../../engine/run-command.ts';
import { giveAccount } from '../../engine/sessions.ts';

/** Gives a person an account, and says so in the institution's file. The secret never passes through the event. */
export async function openAccountFor(
  engine: Engine,
  o: { readonly institution: string; readonly person: string; readonly login: string; readonly password: string },
): Promise<void> {
  const { institution, person, login } = o;
  const file = await lookAt(engine.database, institution, (db) =>
    db.selectFrom('case_file').where('procedure', '=', 'institution').select('id').executeTakeFirstOrThrow(),
  );
  const asker = { institution, person: null };
  const ask = { command: 'account.open', case: file.id, input: { person, login } };
  const { refusals } = await previewCommand(engine, asker, ask);
  if (refusals.length > 0) throw new MustBeAccepted(ask, refusals);
  await giveAccount(engine, o); // first, so that the file never tells of an account that there is not
  await must(engine, asker, ask);
}
