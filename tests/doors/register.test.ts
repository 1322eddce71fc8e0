import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { lookAt } from '../../packages/engine/database.ts';
import { must } from '../../packages/engine/must.ts';
import { type Answer, type Doors, openDoors } from '../support/doors.ts';

let d: Doors;
before(async () => {
  d = await openDoors();
});
after(() => d.close());
const ask = (name: string, query = '', as = 'sh-tto'): Promise<Answer> => d.call('GET', `/api/registers/${name}${query}`, { as });
const names = (a: Answer, key = 'title'): unknown[] => a.body.rows.map((r: Record<string, unknown>) => r[key]);

describe('A register is found in, filtered, ordered and paged', () => {
  // 100 partners whose names say their place, so that order and pages can be told.
  const numbered = (n: number): string => `合作公司${String(n).padStart(3, '0')}`;
  before(async () => {
    const { body } = await d.call('GET', '/api/session', { as: 'sh-tto' });
    const { id: institution } = body.institution;
    const file = await lookAt(d.engine.database, institution, (db) =>
      db.selectFrom('case_file').where('procedure', '=', 'institution').select('id').executeTakeFirstOrThrow(),
    );
    for (let n = 1; n <= 100; n += 1) {
      const input = { title: numbered(n), kind: n % 2 ? 'enterprise' : 'fund' };
      await must(d.engine, { institution, person: null }, { command: 'party.list', case: file.id, input });
    }
  });

  it('pages through every row once, twenty at a time or as many as asked, and tells the total', async () => {
    const seen: unknown[] = [];
    for (let page = 1; page <= 4; page += 1) {
      const answer = await ask('parties', `?q=${encodeURIComponent('合作公司')}&page=${page}&size=30`);
      assert.deepEqual([answer.body.total, answer.body.page, answer.body.size], [100, page, 30]);
      seen.push(...names(answer));
    }
    assert.deepEqual(
      seen,
      Array.from({ length: 100 }, (_, i) => numbered(i + 1)),
    );
    assert.equal((await ask('parties')).body.rows.length, 20);
    const past = await ask('parties', `?q=${encodeURIComponent('合作公司')}&page=5&size=30`);
    assert.deepEqual([past.status, past.body.rows, past.body.total], [200, [], 100]);
  });

  it('orders by a column either way; money as a number, names as Chinese readers do', async () => {
    const q = encodeURIComponent('合作公司');
    assert.equal(names(await ask('parties', `?q=${q}&sort=title.desc&size=1`))[0], numbered(100));
    assert.equal(names(await ask('parties', `?q=${q}&sort=title.asc&size=1`))[0], numbered(1));
    const prices = names(await ask('conversions', '?sort=price'), 'price');
    assert.deepEqual(prices, ['1800000.00', '10000000.00']);
    assert.deepEqual(names(await ask('conversions', '?sort=price.desc'), 'price'), [...prices].reverse());
    const people = names(await ask('people', '?sort=name&size=100', 'cy-tto'), 'name') as string[];
    assert.deepEqual(people, [...people].sort(new Intl.Collator('zh').compare)); // by pinyin: 财务 before 发明人 before 院长
    assert.ok(people.indexOf('财务处经办') < people.indexOf('党委书记') && people.indexOf('科研副院长') < people.indexOf('院长'));
  });

  it('finds rows that hold every word asked for, and takes no word for a pattern', async () => {
    const found = async (q: string) => (await ask('parties', `?q=${encodeURIComponent(q)}`)).body.total;
    assert.deepEqual([await found('公司 042'), await found('042 合作'), await found('042 043')], [1, 1, 0]);
    for (const q of ['%', '_', '\\', "'", '"; drop table party; --']) assert.equal(await found(q), 0, q);
  });

  it('filters by state and by ids', async () => {
    const closed = await ask('conversions', '?state=closed');
    assert.deepEqual([closed.body.total, names(closed, 'state')], [1, ['closed']]);
    const id = closed.body.rows[0].id;
    assert.deepEqual(names(await ask('conversions', `?id=${id}`), 'id'), [id]);
    assert.equal((await ask('conversions', `?id=${id}&state=approving`)).body.total, 0);
  });

  it('says what is wrong with a page, an order, a state or an id that cannot be', async () => {
    const said = async (query: string): Promise<string> => {
      const answer = await ask('conversions', query);
      assert.equal(answer.status, 422, query);
      return `${answer.codes} ${answer.body.refusals[0].at}`;
    };
    for (const page of ['0', '-1', '1.5', 'x', '1e9', '']) assert.equal(await said(`?page=${page}`), 'field.not_whole page', page);
    for (const size of ['0', '101', 'all']) assert.equal(await said(`?size=${size}`), 'field.not_whole size', size);
    assert.match((await ask('conversions', '?page=0')).body.detail, /1至100000之间的整数，不能写作“0”/);
    for (const sort of ['nothing', 'price.up', 'price.desc.x', 'case_id', '1', 'price; drop table party'])
      assert.equal(await said(`?sort=${encodeURIComponent(sort)}`), 'register.order_unknown sort', sort);
    assert.match((await ask('conversions', '?sort=cost')).body.detail, /“cost”.*number、title、mode/);
    assert.equal(await said('?state=lost'), 'choice.not_offered state');
    assert.equal((await ask('people', '?state=lost')).codes[0], 'choice.not_offered');
    for (const id of ['x', '-'.repeat(36), ',']) assert.equal(await said(`?id=${id}`), 'reference.form id', id);
    assert.equal(await said('?order=price'), 'field.unknown order');
    assert.equal(await said('?q=%00'), 'field.not_writable q');
    assert.equal(await said(`?q=${'x'.repeat(101)}`), 'field.too_long q');
    assert.deepEqual((await ask('secrets')).codes, ['route.not_found']);
    assert.deepEqual(d.faults, []);
  });

  it('shows an institution its own rows and nobody else’s', async () => {
    const { body: registers } = await d.call('GET', '/api/registers', { as: 'sh-tto' });
    assert.equal(registers.length, 9);
    // No achievement of the demonstration is put into a company.
    for (const { name } of registers.filter((r: { name: string }) => r.name !== 'holdings')) {
      const [here, there] = [await ask(name, '?size=100'), await ask(name, '?size=100', 'cy-tto')];
      const ids = new Set(names(here, 'id'));
      assert.ok(ids.size > 0 && there.body.total > 0, name);
      assert.deepEqual(
        names(there, 'id').filter((id) => ids.has(id)),
        [],
        name,
      );
    }
    assert.equal((await ask('parties', `?q=${encodeURIComponent('合作公司')}`, 'cy-tto')).body.total, 0);
  });
});
