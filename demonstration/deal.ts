import type { Founded } from '../packages/capabilities/institution/founding.ts';
import type { Ask } from '../packages/engine/ask.ts';
import { lookAt, run } from '../packages/engine/database.ts';
import type { Engine } from '../packages/engine/engine.ts';
import { must } from '../packages/engine/must.ts';
import { sha256 } from '../packages/engine/sha256.ts';

/** One conversion as a script drives it: commands by whoever holds the role, on the cases that its steps are. */
export class Deal {
  readonly engine: Engine;
  readonly who: Founded;
  conversion = '';
  constructor(engine: Engine, who: Founded) {
    this.engine = engine;
    this.who = who;
  }

  async send(login: string, command: string, on: string | undefined, input: object, more: Partial<Ask> = {}) {
    return await must(this.engine, this.who.as(login), { command, ...(on ? { case: on } : {}), input, ...more });
  }

  /** The case that a step of a route is now. */
  async step(name: string, parent = this.conversion): Promise<string> {
    const row = await lookAt(this.engine.database, this.who.id, (db) =>
      db.selectFrom('step').where('case_id', '=', parent).where('step', '=', name).select('child_id').executeTakeFirstOrThrow(),
    );
    return row.child_id;
  }
  /** The latest child of a procedure anywhere in the deal. */
  async child(procedure: string): Promise<string> {
    const row = await lookAt(this.engine.database, this.who.id, (db) =>
      db
        .selectFrom('case_file')
        .where('root_id', '=', this.conversion)
        .where('procedure', '=', procedure)
        .where('withdrawn', '=', false)
        .orderBy('id', 'desc')
        .select('id')
        .executeTakeFirstOrThrow(),
    );
    return row.id;
  }

  /** Files a paper whose bytes are the words given. */
  async paper(login: string, on: string, kind: string, title: string): Promise<string> {
    const bytes = Buffer.from(`${title}\n`);
    const hash = sha256(bytes);
    await lookAt(this.engine.database, this.who.id, (db) => run(db, 'select file_store($1, $2)', [hash, bytes]));
    const filed = await this.send(login, 'paper.file', on, { kind, title, mediaType: 'text/plain', size: bytes.length, sha256: hash });
    return String(filed.made.paper);
  }
}
