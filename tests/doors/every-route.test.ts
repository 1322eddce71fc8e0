import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { demonstrationPassword } from '../../demonstration/demonstrate.ts';
import { must } from '../../packages/engine/must.ts';
import { giveAccount } from '../../packages/engine/sessions.ts';
import { type Answer, answerOf, type Doors, openDoors } from '../support/doors.ts';
import { fillerOf, type Holding, holdingOf } from '../support/holding.ts';
import { type Document, namesRecords, type Operation, operationsOf, sample } from '../support/openapi-walk.ts';

// Walks the document, so that a route that is added is walked too. Another institution's session comes with this institution's ids.
let d: Doors;
let owner: pg.Client;
let operations: readonly Operation[];
let theirs: Holding;
let ours: Holding;
/** The packs are everybody's to read. */
let published: string;
before(async () => {
  d = await openDoors();
  owner = new pg.Client({ connectionString: d.url });
  await owner.connect();
  operations = operationsOf((await d.call('GET', '/api/openapi.json')).body as Document);
  published = JSON.stringify([...d.engine.law.data.texts.values()]);
  theirs = await holdingOf(owner, '朝阳医院');
  ours = await holdingOf(owner, '示范医院');
});
after(async () => {
  await owner.end();
  await d.close();
});

/** Every address that the operation has with the institution's own ids in its path: some of each kind of record. */
function addressesOf(o: Operation, h: Holding): string[] {
  const values: Readonly<Record<string, readonly string[]>> = {
    id: [...h.ids.values()].flatMap((all) => [...new Set([all[0]!, all.at(-1)!])].filter(Boolean)),
    form: ['pdf', 'docx'],
    name: ['achievements', 'conversions', 'agreements', 'receipts', 'distributions', 'holdings', 'people', 'parties', 'bodies'],
    command: ['achievement.register', 'correction.ask', 'income.book'],
  };
  let addresses = [o.path];
  for (const p of o.parameters.filter((x) => x.in === 'path')) {
    const of = values[p.name];
    assert.ok(of, `${o.path}: say in this test what stands for {${p.name}}`);
    addresses = addresses.flatMap((a) => of.map((v) => a.replace(`{${p.name}}`, v)));
  }
  return addresses;
}

/** Whether the answer shows anything of theirs that was not in the request itself. */
function assertNothingOf(h: Holding, answer: Answer, asked: string): void {
  const text = answer.raw.body;
  assert.ok(answer.status < 500, `${asked}: ${text}`);
  for (const id of [...h.ids.values()].flat()) if (!asked.includes(id)) assert.ok(!text.includes(id), `${asked} shows ${id}`);
  for (const word of h.words) if (!published.includes(word)) assert.ok(!text.includes(word), `${asked} shows ${word}`);
}

const open = ['POST /api/session', 'DELETE /api/session', 'GET /api/public-law', 'GET /api/demonstration'];

describe('Every route needs a session, but for the door itself and what is public', () => {
  it('names the few that do not', () => {
    assert.deepEqual(
      operations.filter((o) => o.open).map((o) => `${o.method} ${o.path}`),
      open,
    );
  });

  it('has every address under /api in the document, but for health, readiness and the document', () => {
    const registered: string[] = [];
    const above: string[] = [];
    for (const [, branch, part, methods] of d.app.printRoutes({ commonPrefix: false }).matchAll(/^([│├└─ ]+)(\S+) \(([A-Z, ]+)\)/gm)) {
      const depth = branch!.length / 4 - 1;
      above[depth] = `${above[depth - 1] ?? ''}${part!.replaceAll(/:(\w+)/g, '{$1}')}`;
      for (const m of methods!.split(', ')) if (m !== 'HEAD') registered.push(`${m} ${above[depth]}`);
      above.length = depth + 1;
    }
    const documented = operations.map((o) => `${o.method} ${o.path}`);
    assert.deepEqual(registered.filter((r) => !documented.includes(r)).sort(), [
      'GET /api/health',
      'GET /api/openapi.json',
      'GET /api/ready',
    ]);
    assert.deepEqual(
      documented.filter((r) => !registered.includes(r)),
      [],
    );
  });

  it('answers 401 to whoever is not signed in, whatever the ids', async () => {
    const before = await theirs.digest();
    for (const o of operations.filter((x) => !x.open)) {
      const path = addressesOf(o, theirs)[0]!;
      const body = o.body && sample(o.body.schema, fillerOf(theirs));
      for (const cookie of ['', 'tongtu=made-up']) {
        const answer = await d.call(o.method, path, { headers: { cookie }, ...(o.body?.kind === 'application/json' ? { body } : {}) });
        assert.deepEqual([answer.status, answer.codes], [401, ['session.none']], `${o.method} ${path}: ${answer.raw.body}`);
      }
    }
    assert.equal(await theirs.digest(), before);
  });
});

describe('Another institution sees nothing of this one, and changes nothing', () => {
  it('holds what its own people are shown, or nothing below could fail', async () => {
    const { body } = await d.call('GET', '/api/registers/conversions', { as: 'cy-tto' });
    const read = [body.rows[0].id, theirs.ids.get('case_file')![0]!].map((id) => d.call('GET', `/api/cases/${id}`, { as: 'cy-tto' }));
    const texts = (await Promise.all(read)).map((a) => a.raw.body);
    const shown = (words: readonly string[]): number => words.filter((w) => texts.some((text) => text.includes(w))).length;
    assert.ok(theirs.words.length > 15 && shown(theirs.words) > 10, `${shown(theirs.words)} of ${theirs.words.length}`);
    assert.ok(shown([...theirs.ids.values()].flat()) > 50);
  });

  for (const as of ['sh-tto', 'sh-inventor']) {
    it(`reads no row of it at any address, as ${as}`, async () => {
      let asked = 0;
      for (const o of operations.filter((x) => x.method === 'GET' && !x.open)) {
        for (const path of addressesOf(o, theirs)) {
          const answer = await d.call('GET', path, { as });
          assertNothingOf(theirs, answer, path);
          asked += 1;
        }
      }
      assert.ok(asked > 100, `${asked}`);
    });
  }

  it('gets no row of it by naming its ids in a register', async () => {
    for (const name of [
      'achievements',
      'conversions',
      'agreements',
      'receipts',
      'distributions',
      'holdings',
      'people',
      'parties',
      'bodies',
    ]) {
      const id = [...theirs.ids.values()].flat().slice(0, 90).join(',');
      const { body } = await d.call('GET', `/api/registers/${name}?id=${id}`, { as: 'sh-tto' });
      assert.deepEqual([body.rows, body.total], [[], 0], name);
    }
  });

  it('does and previews nothing in its cases', async () => {
    const before = await theirs.digest();
    const unread: string[] = [];
    for (const o of commands().filter((x) => 'case' in x.body!.schema.properties!)) {
      for (const on of casesFor(o, theirs)) {
        for (const codes of await askedBoth(o, { case: on })) {
          if (!codes.includes('case.not_found')) unread.push(o.operationId);
          else assert.deepEqual(codes, ['case.not_found'], o.operationId);
        }
      }
    }
    // a sample whose shares do not sum to 100% does not come as far as the case
    assert.deepEqual([...new Set(unread)], ['shares.propose']);
    assert.equal(await theirs.digest(), before);
  });

  it('takes no record of it into a case of its own', async () => {
    const before = await theirs.digest();
    const naming = commands().filter((x) => namesRecords(x.body!.schema.properties!.input!));
    assert.ok(naming.length >= 12, `${naming.length}`);
    for (const o of naming) {
      const inCase = 'case' in o.body!.schema.properties! ? casesFor(o, ours) : [undefined];
      for (const on of inCase) {
        for (const codes of await askedBoth(o, on ? { case: on } : {})) {
          const expected = o.operationId === 'shares.propose' ? 'shares.sum' : 'reference.unknown';
          assert.ok(codes.includes(expected), `${o.operationId}: ${codes.join(', ') || 'accepted'}`);
        }
      }
    }
    assert.equal(await theirs.digest(), before);
  });

  it('files no paper in its cases, and leaves no bytes behind', async () => {
    const before = [await theirs.digest(), (await owner.query('select sha256 from file_content')).rowCount];
    for (const on of theirs.cases.values()) {
      const form = new FormData();
      form.set('file', new File(['a paper from elsewhere'], 'paper.txt'));
      const cookie = await d.cookieOf('sh-tto');
      const raw = await d.app.inject({ method: 'POST', url: `/api/cases/${on}/papers`, payload: form, headers: { cookie } });
      assert.deepEqual(answerOf(raw).codes, ['case.not_found']);
    }
    assert.deepEqual([await theirs.digest(), (await owner.query('select sha256 from file_content')).rowCount], before);
  });
});

const commands = (): Operation[] => operations.filter((x) => x.path.startsWith('/api/commands/'));

/** A case that the command is of, where there is one, and one that it is not of. */
function casesFor(o: Operation, { cases }: Holding): Set<string> {
  const { procedure = 'receipt', wired } = d.engine.commands.get(o.operationId)!;
  const under = typeof wired.opens === 'object' ? wired.opens.under : procedure;
  return new Set([cases.get(under) ?? cases.get('pricing')!, cases.get('conversion')!]);
}

/** Previewed and sent with records of theirs, as an act; the codes of either answer. */
async function askedBoth(o: Operation, more: { readonly case?: string }): Promise<string[][]> {
  const { input } = sample(o.body!.schema, fillerOf(theirs)) as { input: object };
  const found: string[][] = [];
  for (const path of [o.path.replace('/commands/', '/previews/'), o.path]) {
    const body = { input, ...more };
    const answer = await d.call('POST', path, { as: 'sh-tto', body });
    assertNothingOf(theirs, answer, `${path} ${JSON.stringify(body)}`);
    found.push(answer.body.refusals?.map((r: { code: string }) => r.code) ?? []);
  }
  return found;
}

describe('Who takes part in nothing sees no case of his own institution either', () => {
  it('reads no case, paper, document or decision of it by its id', async () => {
    const asker = { institution: ours.id, person: null };
    const file = ours.cases.get('institution')!;
    const listed = await must(d.engine, asker, {
      command: 'person.list',
      case: file,
      input: { staffNo: 'sh-new', name: '新来的医生' },
    });
    const person = String(listed.made.person);
    await must(d.engine, asker, { command: 'role.assign', case: file, input: { person, role: 'CT', from: '2020-01-01' } });
    await giveAccount(d.engine, { institution: ours.id, person, login: 'sh-new', password: demonstrationPassword });
    for (const o of operations.filter((x) => ['casePage', 'paper', 'document', 'decision'].includes(x.operationId)))
      for (const path of addressesOf(o, ours)) assert.equal((await d.call('GET', path, { as: 'sh-new' })).status, 404, path);
    const { body: today } = await d.call('GET', '/api/today', { as: 'sh-new' });
    assert.deepEqual([today.duties, today.findings, today.recent], [[], [], []]);
    for (const name of ['achievements', 'conversions', 'agreements', 'receipts', 'distributions'])
      assert.equal((await d.call('GET', `/api/registers/${name}`, { as: 'sh-new' })).body.total, 0, name);
  });
});
