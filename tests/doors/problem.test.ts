import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { buildServer } from '../../apps/server/server.ts';
import { enRefusals } from '../../packages/catalogue/messages/en-refusals.ts';
import { zhRefusals } from '../../packages/catalogue/messages/zh-refusals.ts';
import { type Answer, answerOf, type Call, type Doors, openDoors } from '../support/doors.ts';

let d: Doors;
before(async () => {
  d = await openDoors();
});
after(() => d.close());
const post = (path: string, call: Call = {}) => d.call('POST', path, call);
const json = { 'content-type': 'application/json' };

/** It is a problem of RFC 9457 with refusals that say everything, and no fault of ours. */
function assertProblem(answer: Answer, status: number, codes: readonly string[]): void {
  const { body, raw } = answer;
  assert.deepEqual([answer.status, answer.codes], [status, codes], raw.body.slice(0, 500));
  assert.match(String(raw.headers['content-type']), /^application\/problem\+json/);
  assert.deepEqual([body.status, body.type], [status, `tag:tongtu,2026:refusal:${codes[0]}`]);
  assert.ok(body.title.length > 0 && body.detail === body.refusals.map((r: { sentence: string }) => r.sentence).join('\n'));
  for (const r of body.refusals) {
    assert.deepEqual(Object.keys(r).sort(), ['at', 'clauses', 'code', 'facts', 'how', 'sentence']);
    assert.ok(r.sentence !== '' && r.sentence !== r.code && !r.sentence.includes('{{'), r.sentence);
  }
}

describe('What refuses says so as a problem of RFC 9457', () => {
  const input = { amount: '12.345', receivedOn: '2026-02-30', bookedTo: 'moon', budgetLine: '' };
  const book = async (language?: string): Promise<Answer> => {
    const { body } = await d.call('GET', '/api/registers/conversions', { as: 'cy-finance' });
    const headers: Call['headers'] = language === undefined ? {} : { 'accept-language': language };
    return await post('/api/commands/income.book', { as: 'cy-finance', body: { case: body.rows[0].id, input }, headers });
  };

  it('tells every fault of an input at its field, with its facts', async () => {
    const answer = await book();
    assertProblem(answer, 422, ['money.decimals', 'day.not_real', 'choice.not_offered', 'field.required']);
    assert.deepEqual(
      answer.body.refusals.map((r: { at: string[] }) => r.at.join('.')),
      ['amount', 'receivedOn', 'bookedTo', 'budgetLine'],
    );
    assert.deepEqual(answer.body.refusals[0].facts, { given: '12.345' });
    assert.equal(answer.body.title, '不能办理');
  });

  it('cites the clauses that a refusal rests on, as people call them', async () => {
    const { body: finished } = await d.call('GET', '/api/registers/conversions?state=closed', { as: 'sh-tto' });
    const [paper] = (await d.call('GET', `/api/cases/${finished.rows[0].id}`, { as: 'sh-tto' })).body.papers;
    const { body: running } = await d.call('GET', '/api/registers/conversions?state=approving', { as: 'sh-tto' });
    const { body } = await d.call('GET', `/api/cases/${running.rows[0].id}`, { as: 'sh-tto' });
    const contract = body.steps.find((x: { step: string }) => x.step === 'contract').child_id;
    const sign = { case: contract, input: { title: '合同', price: '1800000.00', paper: paper.id } };
    const answer = await post('/api/commands/contract.sign', { as: 'sh-dean', body: sign });
    assertProblem(answer, 422, answer.codes);
    const before = answer.body.refusals.find((r: { code: string }) => r.code === 'step.before');
    assert.equal(before.how, 'unmet');
    assert.ok(
      before.clauses.every((c: { id: string; cite: string }) => c.id.startsWith('shifan:') && c.cite.startsWith('《')),
      JSON.stringify(before),
    );
    assert.match(before.sentence, /签订/);
  });

  it('speaks Chinese, or English to who asks for it, by weight and in the order given', async () => {
    const sentence = async (language?: string): Promise<string> => (await book(language)).body.refusals[3].sentence;
    const [zh, en] = [zhRefusals['field.required'], enRefusals['field.required']];
    for (const language of [undefined, '', 'zh-CN,zh;q=0.9,en;q=0.8', 'fr', 'de-DE,zh;q=0.2,en;q=0.1', 'zh,en', 'en;q=0', '*', ';;;,'])
      assert.equal(await sentence(language), zh, language);
    for (const language of ['en', 'en-US,en;q=0.9', 'EN-gb', 'fr-FR,fr;q=0.9,en;q=0.8,zh;q=0.7', 'zh;q=0.3, en;q=0.5', 'en,zh'])
      assert.equal(await sentence(language), en, language);
    const answer = await book('en');
    assert.deepEqual([answer.body.title, answer.raw.headers['content-language']], ['Cannot be done', 'en']);
  });
});

describe('A request that changes something comes from our own pages', () => {
  const from = (origin: string, host = 'localhost:80') =>
    post('/api/session', { headers: { origin, host }, body: { login: 'cy-tto', password: 'tongtu-demo' } });

  it('refuses another site, another port, and what is no address, and is not brought down by it', async () => {
    for (const origin of [
      'http://evil.example',
      'http://localhost:81',
      'https://localhost.evil.example',
      'null',
      '',
      'garbage',
      'http://',
      '://',
      'http://[',
      '\u00ff',
    ])
      assertProblem(await from(origin), 403, ['origin.foreign']);
    for (const method of ['PUT', 'DELETE'] as const)
      assertProblem(await d.call(method, '/api/session', { headers: { origin: 'http://evil.example' } }), 403, ['origin.foreign']);
  });

  it('lets in its own pages, a tool without a browser, and the address people reach it by', async () => {
    assert.equal((await from('http://localhost:80')).status, 204);
    assert.equal((await post('/api/session', { body: { login: 'cy-tto', password: 'tongtu-demo' } })).status, 204);
    const app = await buildServer({ engine: d.engine, settings: { origin: 'https://tongtu.example.org' } });
    const behind = (origin: string) =>
      app.inject({
        method: 'POST',
        url: '/api/session',
        headers: { origin, host: '10.0.0.5:8080' },
        payload: { login: 'x', password: 'y' },
      });
    assert.equal((await behind('https://tongtu.example.org')).statusCode, 401);
    assertProblem(answerOf(await behind('http://tongtu.example.org')), 403, ['origin.foreign']);
    await app.close();
  });
});

describe('A request that cannot be read', () => {
  it('is refused where it is not JSON, or not sent as JSON', async () => {
    for (const body of ['{', '', 'login=cy-tto', '{"login":"a",}', '\ufeff'])
      assertProblem(await post('/api/session', { body, headers: json }), 400, ['body.not_json']);
    for (const kind of ['text/plain', 'application/x-www-form-urlencoded', 'text/html', 'nonsense'])
      assertProblem(await post('/api/session', { body: '{}', headers: { 'content-type': kind } }), 415, ['body.other_kind']);
  });

  it('is refused where it is larger than a megabyte', async () => {
    const body = JSON.stringify({ login: 'x'.repeat(1_100_000), password: '' });
    const answer = await post('/api/session', { body, headers: json });
    assertProblem(answer, 413, ['body.too_large']);
    assert.deepEqual(answer.body.refusals[0].facts, { most: 1 });
  });

  it('is refused where a field is unknown, missing, too long or of another kind, and says which', async () => {
    const sign = async (body: object): Promise<unknown[]> => {
      const answer = await post('/api/session', { body });
      assert.equal(answer.status, 422);
      return [...answer.codes, answer.body.refusals[0].at.join('.')];
    };
    assert.deepEqual(await sign({ login: 'a', password: 'b', remember: true }), ['field.unknown', 'remember']);
    assert.deepEqual(await sign({ login: 'a' }), ['field.required', 'password']);
    assert.deepEqual(await sign({ login: 'a'.repeat(61), password: 'b' }), ['field.too_long', 'login']);
    assert.deepEqual(await sign({ login: { $ne: '' }, password: 'b' }), ['field.not_text', 'login']);
    assert.deepEqual(await sign({ login: 'a\0', password: 'b' }), ['field.not_writable', 'login']);
    assert.deepEqual(await sign([]), ['field.not_a_record', '']);
  });

  it('is refused where the body of a command says what no command knows', async () => {
    const disclose = (body: unknown) => post('/api/commands/achievement.disclose', { as: 'cy-inventor', body });
    const said = async (body: unknown): Promise<unknown[]> =>
      (await disclose(body)).body.refusals.map((r: { code: string; at: string[] }) => `${r.code} ${r.at.join('.')}`);
    assert.deepEqual(await said({ inputs: {}, recorde: {} }), ['field.unknown inputs', 'field.unknown recorde']);
    assert.deepEqual(await said({ input: {}, case: 'x' }), ['field.unknown case']);
    assert.deepEqual(await said({ key: 'k'.repeat(81) }), ['field.too_long key']);
    assert.deepEqual(await said({ key: 5, seen: 'many' }), ['field.not_text key', 'count.not_a_number seen']);
    assert.deepEqual(await said([1]), ['field.not_a_record ']);
    for (const body of [{ input: 5 }, { input: [] }]) assert.deepEqual(await said(body), ['field.not_a_record ']);
  });

  it('is refused where a text holds what no database keeps', async () => {
    const { body: session } = await d.call('GET', '/api/session', { as: 'cy-inventor' });
    const person = session.person.id;
    for (const bad of ['眼\0内液', 'half \ud83d a pair', '\udc00']) {
      const input = { title: bad, kind: 'device', summary: '—', contributors: [{ person, main: true }], rights: [] };
      const answer = await post('/api/commands/achievement.disclose', { as: 'cy-inventor', body: { input } });
      assertProblem(answer, 422, ['field.not_writable']);
      assert.deepEqual(answer.body.refusals[0].at, ['title']);
    }
  });

  it('finds nothing at an address that cannot be one of ours', async () => {
    for (const path of [
      '/api/nothing',
      '/nothing',
      '/api/cases/not-an-id',
      '/api/cases/urn:uuid:0198c5a0-0000-7000-8000-000000000000',
      '/api/documents/x/pdf',
    ])
      assertProblem(await d.call('GET', path, { as: 'cy-tto' }), 404, ['route.not_found']);
    for (const path of ['/api/cases/%ZZ', `/api/clauses/${'x'.repeat(2000)}/cases`])
      assertProblem(await d.call('GET', path, { as: 'cy-tto' }), 400, ['address.form']);
    assertProblem(await d.call('PUT', '/api/session', {}), 404, ['route.not_found']);
    const nowhere = { case: 'not-an-id', input: {} };
    for (const path of ['/api/commands/achievement.register', '/api/previews/achievement.register']) {
      const answer = await post(path, { as: 'cy-tto', body: nowhere });
      assert.deepEqual(answer.codes, ['case.not_found']);
    }
  });

  it('never comes to a fault of ours', () => assert.deepEqual(d.faults, []));
});

describe('A fault of ours', () => {
  it('is logged with an id, and the id is all that is told', async () => {
    const faults: string[] = [];
    const broken = {
      ...d.engine,
      database: { ...d.engine.database, pool: { query: async () => Promise.reject(new Error('secret detail')) } },
    };
    const app = await buildServer({
      engine: broken as never,
      settings: { origin: undefined },
      log: (l) => faults.push(`${l.id} ${l.error}`),
    });
    const answer = answerOf(await app.inject({ method: 'GET', url: '/api/ready' }));
    assertProblem(answer, 500, ['fault.internal']);
    assert.ok(faults[0]!.startsWith(answer.body.refusals[0].facts.id) && faults[0]!.includes('secret detail'));
    assert.ok(!answer.raw.body.includes('secret'));
    await app.close();
  });
});
