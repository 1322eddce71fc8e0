import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { demonstrationPassword } from '../../demonstration/demonstrate.ts';
import { must } from '../../packages/engine/must.ts';
import { giveAccount } from '../../packages/engine/sessions.ts';
import { type Doors, openDoors } from '../support/doors.ts';
import { fillerOf, type Holding, holdingOf } from '../support/holding.ts';
import { type Document, type Operation, operationsOf, sample } from '../support/openapi-walk.ts';

/** The matrix as it stands in the file, read here by itself: row → role → letters. */
const [head, ...lines] = readFileSync(fileURLToPath(new URL('../../packages/engine/permission-matrix.csv', import.meta.url)), 'utf8')
  .trim()
  .split('\n');
const roles = head!.split(',').slice(3);
const matrix = new Map(
  lines.map((l) => [
    l.split(',')[0]!,
    new Map(
      l
        .split(',')
        .slice(3)
        .map((c, i) => [roles[i]!, c]),
    ),
  ]),
);
/** Roles that see every case of their institution. */
const wide = ['TT', 'FA', 'DM', 'DI', 'LD', 'RM', 'SR', 'MS', 'SA'];

let d: Doors;
let owner: pg.Client;
let house: Holding;
let commands: readonly Operation[];
/** The procedure of the case above a case. */
let above: ReadonlyMap<string, string>;
before(async () => {
  d = await openDoors();
  owner = new pg.Client({ connectionString: d.url });
  await owner.connect();
  await haveOneOfEverything();
  house = await holdingOf(owner, '示范医院');
  const { rows } = await owner.query<{ id: string; procedure: string }>(
    'select c.id, p.procedure from case_file c join case_file p on p.id = c.parent_id',
  );
  above = new Map(rows.map((r) => [r.id, r.procedure]));
  commands = operationsOf((await d.call('GET', '/api/openapi.json')).body as Document).filter((o) => o.path.startsWith('/api/commands/'));
});
after(async () => {
  await owner.end();
  await d.close();
});

/** A finding and a correction, so that every command has a record to name; and an account for every role of the matrix. */
async function haveOneOfEverything(): Promise<void> {
  const { id, cases, ids } = await holdingOf(owner, '示范医院');
  const send = async (as: string, command: string, body: object) =>
    assert.equal((await d.call('POST', `/api/commands/${command}`, { as, body })).status, 200, command);
  const { body: running } = await d.call('GET', '/api/registers/conversions?state=approving', { as: 'sh-tto' });
  const { body: page } = await d.call('GET', `/api/cases/${running.rows[0].id}`, { as: 'sh-tto' });
  const countersign = page.steps.find((s: { step: string }) => s.step === 'countersign').child_id;
  const recorded = { decidedBy: '财务处', on: page.today };
  await send('sh-tto', 'opinion.give', { case: countersign, input: { reviewer: 'FA', agreed: true }, recorded });
  const correction = { table: 'receipt', row: ids.get('receipt')![0], field: 'amount', value: '9999999.00', reason: '录入有误' };
  await send('sh-finance', 'correction.ask', { case: cases.get('receipt'), input: correction });
  const run = (command: string, input: object) =>
    must(d.engine, { institution: id, person: null }, { command, case: cases.get('institution')!, input });
  for (const role of roles) {
    const person = String((await run('person.list', { staffNo: `as-${role}`, name: `任${role}者` })).made.person);
    await run('role.assign', { person, role, from: '2020-01-01' });
    await giveAccount(d.engine, { institution: id, person, login: `as-${role}`, password: demonstrationPassword });
  }
}

type Try = { readonly as: string; readonly o: Operation; readonly recorded: boolean; readonly allowed: boolean };
/** Previews what is allowed, and really sends what is not. */
async function codesOf({ as, o, recorded, allowed }: Try): Promise<{ status: number; codes: string[]; facts: object }> {
  const name = o.operationId;
  const { input } = sample(o.body!.schema, fillerOf(house)) as { input: { shares?: { share: string }[] } };
  if (name === 'shares.propose') input.shares![0]!.share = '100%';
  const body = {
    input,
    ...(wiredOf(o).opens === 'root' ? {} : { case: caseFor(o) }),
    ...(recorded ? { recorded: { decidedBy: '某会议', on: '2026-01-05' } } : {}),
  };
  const answer = await d.call('POST', `/api/${allowed ? 'previews' : 'commands'}/${name}`, { as, body });
  const refusals: { code: string; facts: object }[] = answer.body.refusals ?? [];
  return { status: answer.status, codes: refusals.map((r) => r.code), facts: refusals[0]?.facts ?? {} };
}

const wiredOf = (o: Operation) => d.engine.commands.get(o.operationId)!.wired;
const procedureOf = (o: Operation) => d.engine.commands.get(o.operationId)!.procedure;

/** A case that the command is of; where the demonstration has none, one that it is not of: who may is asked before that. */
function caseFor(o: Operation): string {
  const { opens } = wiredOf(o);
  const under = typeof opens === 'object' ? opens.under : (procedureOf(o) ?? 'conversion');
  return house.cases.get(under) ?? house.cases.get('conversion')!;
}
/** The row and letter a command needs there; an instrument needs the row that what it was raised by lends it, and without one nobody may. */
function actionOf(o: Operation): readonly [row: string | undefined, code: string] {
  const [row, code] = wiredOf(o).command.action.split(':') as [string, string];
  if (row !== 'parent') return [row, code];
  const parent = above.get(caseFor(o));
  return [parent && d.engine.procedures.get(parent)?.lends?.[procedureOf(o)!], code];
}
/** Whether the person takes part in the case, or in one above it. */
async function takesPart(login: string, id: string): Promise<boolean> {
  const { rows } = await owner.query(
    `with recursive up as (select id, parent_id from case_file where id = $2
       union all select c.id, c.parent_id from case_file c join up on c.id = up.parent_id)
     select from case_member m join person p on p.id = m.person_id where p.staff_no = $1 and m.case_id in (select id from up)`,
    [login, id],
  );
  return rows.length > 0;
}
const holds = (row: string, role: string, code: string): boolean => matrix.get(row)!.get(role)!.includes(code);
/** What the matrix says of somebody with these roles. */
function allows(o: Operation, held: readonly string[], recorded: boolean): boolean {
  const [row, code] = actionOf(o);
  return row !== undefined && held.some((role) => holds(row, role, recorded ? 'E' : code));
}
const recordable = (o: Operation): boolean => 'recorded' in o.body!.schema.properties!;

describe('权限表: who may do what is data, and the same at every door', () => {
  it('lets each role do what its letter says, and refuses the rest in the row’s name', async () => {
    const counted = { allowed: 0, refused: 0, hidden: 0 };
    for (const role of roles) {
      for (const o of commands) {
        const hidden = !wide.includes(role) && wiredOf(o).opens !== 'root';
        if (hidden && counted.hidden >= 60) continue; // they are all alike
        for (const recorded of recordable(o) ? [false, true] : [false]) {
          const allowed = allows(o, [role], recorded);
          const { status, codes, facts } = await codesOf({ as: `as-${role}`, o, recorded, allowed });
          const tried = `${role} ${recorded ? 'records' : 'does'} ${o.operationId}: ${codes}`;
          if (hidden) {
            assert.deepEqual(codes, ['case.not_found'], tried); // who takes no part does not learn that there is such a case
            counted.hidden += 1;
          } else if (allowed) {
            assert.ok(!codes.includes('may.not'), tried);
            counted.allowed += 1;
          } else {
            assert.deepEqual([status, codes], [403, ['may.not']], tried);
            const { row } = facts as { row: string };
            assert.equal(row, actionOf(o)[0] ?? '—');
            counted.refused += 1;
          }
        }
      }
    }
    assert.ok(counted.allowed > 60 && counted.refused > 300, JSON.stringify(counted));
  });

  it('lets each account of the demonstration do what any of its roles may', async () => {
    const { rows } = await owner.query<{ login: string; roles: string[] }>(
      `select a.login, array_agg(distinct s.role) as roles from account a join membership m on m.account_id = a.id
       join assignment s on s.person_id = m.person_id where m.institution_id = $1 and a.login like 'sh-%' group by 1 order by 1`,
      [house.id],
    );
    assert.ok(rows.length >= 9);
    const counted = { seen: 0, hidden: 0 };
    // of those with the same roles one speaks for all; a role by itself has been tried above, but for the inventors, who take part
    const distinct = [...new Map(rows.map((r) => [String(r.roles), r])).values()];
    for (const { login, roles: held } of distinct.filter((r) => r.roles.length > 1 || r.roles.includes('CT'))) {
      for (const o of commands) {
        const allowed = allows(o, held, false);
        const { codes } = await codesOf({ as: login, o, recorded: false, allowed });
        const tried = `${login} (${held}) ${o.operationId}: ${codes}`;
        const seen = wiredOf(o).opens === 'root' || held.some((r) => wide.includes(r)) || (await takesPart(login, caseFor(o)));
        if (seen) assert.equal(codes.includes('may.not'), !allowed, tried);
        else assert.deepEqual(codes, ['case.not_found'], tried);
        counted[seen ? 'seen' : 'hidden'] += 1;
      }
    }
    assert.ok(counted.seen > 100, JSON.stringify(counted));
  });

  it('names a role that may for every command there is, under every row that a parent lends it', () => {
    const lent = [...d.engine.procedures.values()].flatMap((p) => Object.entries(p.lends ?? {}));
    for (const o of commands) {
      const [own, code] = wiredOf(o).command.action.split(':') as [string, string];
      const rows = own === 'parent' ? lent.filter(([instrument]) => instrument === procedureOf(o)).map(([, row]) => row) : [own];
      assert.ok(rows.length > 0, o.operationId);
      for (const row of rows)
        assert.ok(
          roles.some((role) => holds(row, role, code)),
          `${o.operationId} under ${row}`,
        );
    }
  });
});

describe('What no person runs has no door', () => {
  it('knows no address for a command of a passed day, a job, a tool or another route', async () => {
    const closed = [...d.engine.commands.values()]
      .filter(({ wired }) => wired.system || wired.unrouted)
      .map(({ wired }) => wired.command.name);
    assert.deepEqual(closed.sort(), ['account.open', 'ballot.end', 'document.rendered', 'institution.found', 'notice.end', 'paper.file']);
    const before = await house.digest();
    for (const name of [...closed, 'no.such', 'notice%2Eend', '__proto__', 'constructor']) {
      for (const as of ['sh-tto', 'sh-dean']) {
        const body = { case: house.cases.get('public-notice'), input: {} };
        assert.deepEqual((await d.call('POST', `/api/commands/${name}`, { as, body })).codes, ['route.not_found'], name);
        const preview = await d.call('POST', `/api/previews/${name}`, { as, body });
        assert.deepEqual([preview.status, preview.codes], [404, ['command.unknown']], name);
      }
    }
    assert.equal(await house.digest(), before);
  });
});
