import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { lookAt } from '../../packages/engine/database.ts';
import type { FieldShape } from '../../packages/kernel/field.ts';
import { form, type Spot, sample, spoiled, spots } from '../support/forms.ts';
import { accepted } from '../support/house.ts';
import { clear, type PlainDeal, type PlainHouse, plainHouse } from '../support/plain.ts';
import { changesNothing } from '../support/stored.ts';
import { type Told, told, toldOnly } from '../support/told.ts';

let h: PlainHouse;
before(async () => {
  h = await plainHouse();
});
after(() => h.close());

type Bad = readonly (readonly [value: unknown, code: string])[];
/** For each kind of field, values that nobody may get past it. */
const bad: Readonly<Record<string, Bad>> = {
  money: [
    ['100.001', 'money.decimals'],
    ['29.7000001万', 'money.decimals'],
    ['-0.01', 'money.negative'],
    ['NaN', 'money.not_a_number'],
    ['1e15', 'money.not_a_number'],
    ['1000000000000000.01', 'money.too_large'],
    ['9'.repeat(40), 'money.too_large'],
    [Number.NaN, 'field.not_text'],
    [297000.005, 'field.not_text'],
  ],
  share: [
    ['100.01%', 'share.outside'],
    ['-0.01%', 'share.outside'],
    ['一半', 'share.not_a_number'],
    ['1/0', 'share.not_a_number'],
  ],
  day: [
    ['2026-02-30', 'day.not_real'],
    ['2025-02-29', 'day.not_real'],
    ['2026-13-01', 'day.not_real'],
    ['2026-04-31', 'day.not_real'],
    ['0000-00-00', 'day.not_real'],
    ['21/11/2026', 'day.form'],
    ['下周一', 'day.form'],
  ],
  period: [['半个月', 'period.form']],
  recurrence: [['常常', 'rule.not_a_recurrence']],
  points: [
    ['-1', 'points.negative'],
    ['满分', 'points.not_a_number'],
  ],
  count: [
    [-1, 'count.not_a_number'],
    [1.5, 'count.not_a_number'],
    [9_000_000_000, 'count.too_many'],
  ],
  'yes-no': [['yes', 'yes_no.form']],
  choice: [['nonsense', 'choice.not_offered']],
  text: [
    [7, 'field.not_text'],
    ['零\u0000字', 'field.not_writable'],
    ['   ', 'field.required'],
  ],
  note: [[['a'], 'field.not_text']],
  group: [['x', 'field.not_a_record']],
  list: [['x', 'field.not_a_list']],
};
const badFor = (shape: FieldShape): Bad => {
  if (shape.register) return [['一号', 'reference.form']];
  const few: Bad = (shape.least ?? 0) > 1 ? [[[sample(shape.of!)], 'field.too_few']] : [];
  if (shape.kind === 'list' || shape.kind === 'scores')
    return [...bad.list!, ...few, [Array.from({ length: (shape.most ?? 1000) + 1 }, () => sample(shape.of!)), 'field.too_many']];
  if (shape.kind === 'shares') return [];
  const long: Bad = shape.kind === 'text' || shape.kind === 'note' ? [['长'.repeat(shape.most! + 1), 'field.too_long']] : [];
  return [...(bad[shape.kind] ?? assert.fail(`no bad values for a field of kind ${shape.kind}`)), ...long];
};
const askable = () => [...h.engine.commands.values()].flatMap(({ wired }) => (wired.system ? [] : [wired.command]));
const commandSpots = (): { command: string; spot: Spot; good: unknown }[] =>
  askable().flatMap(({ name, input }) => spots(input.shape).map((spot) => ({ command: name, spot, good: form(input.shape) })));

describe('a bad value is refused at its own field, with a sentence, whatever command it is sent with', () => {
  it('refuses every bad value of every kind in every field of every command, and writes nothing', async () => {
    const deal = await h.deal().opened();
    const asker = deal.who.as('tto');
    const codes = new Set<string>();
    await changesNothing(h.url, async () => {
      for (const { command, spot, good } of commandSpots()) {
        for (const [value, code] of badFor(spot.shape)) {
          const result = await h.send(asker, command, { case: deal.conversion, input: spoiled(good, spot.path, value) });
          const here = told(result).filter((t) => t.at.startsWith(spot.path.join('.')));
          assert.deepEqual(
            here.map((t) => `${t.code} ${t.at}`),
            [`${code} ${spot.path.join('.')}`],
            `${command} ${spot.path.join('.')} = ${String(value).slice(0, 40)}`,
          );
          codes.add(code);
        }
      }
    });
    assert.ok(codes.size >= 18, [...codes].join(', '));
  });

  it('refuses an empty field that is needed, a field that there is not, and an input that is no record', async () => {
    const asker = h.who.as('tto');
    await changesNothing(h.url, async () => {
      for (const { name, input } of askable()) {
        const needed = Object.entries(input.shape).flatMap(([k, s]) => (s.required ? [`field.required ${k}`] : []));
        const empty = needed.length > 0 ? told(await h.send(asker, name, { input: {} })) : [];
        assert.deepEqual(
          empty.map((t) => `${t.code} ${t.at}`),
          needed,
          name,
        );
        const more = told(await h.send(asker, name, { input: { ...form(input.shape), extra: '多余' } }));
        assert.ok(
          more.some((t) => t.code === 'field.unknown' && t.at === 'extra'),
          name,
        );
        assert.equal(toldOnly(await h.send(asker, name, { input: [] })).code, 'field.not_a_record');
      }
    });
  });

  it('refuses a day that does not exist as the day of a decision entered for another', async () => {
    const asker = h.who.as('tto');
    const recordable = askable().filter((c) => c.recordable);
    assert.ok(recordable.length >= 8);
    await changesNothing(h.url, async () => {
      for (const { name, input } of recordable) {
        const recorded = { decidedBy: '院长', on: '2026-02-30' };
        const t = toldOnly(await h.send(asker, name, { input: form(input.shape), recorded }));
        assert.deepEqual([t.code, t.at], ['day.not_real', 'recorded.on'], name);
      }
    });
  });
});

describe('an amount is at least 0, has at most two decimals, and is at most 10^15 yuan', () => {
  const sentences: readonly (readonly [amount: string, zh: string, en: string])[] = [
    ['100.001', '“100.001”的小数超过两位。金额精确到分。', '“100.001” has more than two decimals. Amounts are exact to the fen.'],
    ['-1', '金额不能为负。', 'An amount cannot be negative.'],
    ['NaN', '“NaN”不是金额。请写作 297000.00 或 29.7万。', '“NaN” is not an amount. Write 297000.00.'],
    [
      '1000000000000000.01',
      '“1000000000000000.01”超过一千万亿元，请检查位数。',
      '“1000000000000000.01” is more than 10^15 yuan; check the digits.',
    ],
  ];
  const booking = { receivedOn: '2026-03-02', bookedTo: 'unit', budgetLine: '成果转化收入' };
  let d: PlainDeal;
  before(async () => {
    d = await h.deal().signed({ title: '金额' });
  });

  for (const [amount, zh, en] of sentences) {
    it(`says what is wrong with ${amount} where all else would be booked`, async () => {
      const result = await changesNothing(h.url, () => d.try('finance', 'income.book', d.conversion, { ...booking, amount }));
      const t = toldOnly(result);
      assert.deepEqual([t.at, t.zh, t.en], ['amount', zh, en]);
    });
  }
  it('books exactly 10^15 yuan, to the fen', async () => {
    const { case: receipt } = accepted(await d.try('finance', 'income.book', d.conversion, { ...booking, amount: '1000000000000000' }));
    const row = await lookAt(h.engine.database, d.who.id, (db) =>
      db.selectFrom('receipt').where('case_id', '=', receipt).select('amount').executeTakeFirstOrThrow(),
    );
    assert.equal(row.amount, 100_000_000_000_000_000n);
  });
  it('takes no such amount as the corrected value of money either', async () => {
    const booked = await d.send('finance', 'income.book', d.conversion, { ...booking, amount: '1.00' });
    for (const [value, zh] of sentences) {
      const ask = { table: 'receipt', row: String(booked.made.receipt), field: 'amount', value, reason: '记错' };
      const t = toldOnly(await changesNothing(h.url, () => d.try('finance', 'correction.ask', booked.case, ask)));
      assert.deepEqual([t.at, t.zh], ['value', zh]);
    }
    const day = { table: 'receipt', row: String(booked.made.receipt), field: 'received_on', value: '2026-02-30', reason: '记错' };
    const t = toldOnly(await changesNothing(h.url, () => d.try('finance', 'correction.ask', booked.case, day)));
    assert.deepEqual([t.code, t.at], ['day.not_real', 'value']);
  });
});

describe('shares sum to exactly 100%; nothing is adjusted', () => {
  const team = ['first', 'second', 'third', 'fourth'];
  const of = (shares: readonly string[]) => shares.map((share, i) => ({ person: h.who.people[team[i]!], share }));
  let d: PlainDeal;
  let agreement: string;
  before(async () => {
    d = await h.deal().received('10000000.00', [], { team, title: '份额' });
    accepted(await d.propose({ contributors: '70%' }));
    agreement = await d.child('split-agreement');
  });
  const propose = (shares: readonly object[]) =>
    changesNothing(h.url, () => d.try('first', 'shares.propose', agreement, { shares })).then(toldOnly);

  it('refuses 99.99%', async () => {
    const t: Told = await propose(of(['40%', '30%', '20%', '9.99%']));
    assert.deepEqual(
      [t.code, t.at, t.zh, t.en],
      [
        'shares.sum',
        'shares',
        '各人比例之和是99.99%，必须恰好是100%。系统不会自动调整。',
        'The shares sum to 99.99%; they must sum to exactly 100%. Nothing is adjusted for you.',
      ],
    );
  });
  it('refuses 100.01%', async () => {
    const t = await propose(of(['40%', '30%', '20%', '10.01%']));
    assert.equal(t.zh, '各人比例之和是100.01%，必须恰好是100%。系统不会自动调整。');
    assert.equal(t.en, 'The shares sum to 100.01%; they must sum to exactly 100%. Nothing is adjusted for you.');
  });
  it('refuses three thirds written as 33.33%, and takes 1/3', async () => {
    assert.equal((await propose(of(['33.33%', '33.33%', '33.33%']))).zh, '各人比例之和是99.99%，必须恰好是100%。系统不会自动调整。');
    const thirds = [...of(['1/3', '1/3', '1/6']), { person: h.who.people.fourth, share: '1/6' }];
    accepted(await d.try('first', 'shares.propose', agreement, { shares: thirds }));
  });
  it('refuses a person twice and a share of nothing', async () => {
    const twice = await propose([...of(['50%']), ...of(['50%'])]);
    assert.deepEqual([twice.code, twice.at, twice.zh], ['shares.twice', 'shares.1', '同一个人出现了两次。']);
    const nothing = await propose(of(['50%', '50%', '0%']));
    assert.deepEqual([nothing.code, nothing.at], ['shares.zero', 'shares.2.share']);
  });
  it('refuses parts of a split that take 100.01% of the net income', async () => {
    await d.send('tto', 'split.withdraw', d.dividing, { reason: '重拟' });
    const shares = [
      { part: 'contributors', share: '90%' },
      { part: 'tto', share: '10.01%' },
      { part: 'tto-staff', share: '3%' },
    ];
    const input = { shares, remainderUse: 'rnd' };
    const t = toldOnly(await changesNothing(h.url, () => d.try('tto', 'split.propose', d.dividing, input)));
    assert.deepEqual([t.code, t.zh, t.en], ['split.sum', '各部分之和是100.01%，超过了100%。', 'The parts sum to 100.01%, more than 100%.']);
    assert.deepEqual(t.clauses, ['plain:split']);
  });
});

describe('a day is a day of the calendar', () => {
  it('says so of 2026-02-30 where all else would be taken, and takes 2024-02-29', async () => {
    const input = (formedOn: string) => ({
      title: '日期',
      kind: 'device',
      summary: '测试',
      formedOn,
      contributors: [{ person: h.who.people.first, main: true }],
      rights: [],
    });
    const result = await changesNothing(h.url, () => h.send(h.who.as('first'), 'achievement.disclose', { input: input('2026-02-30') }));
    const t = toldOnly(result);
    assert.deepEqual([t.at, t.zh, t.en], ['formedOn', '日历上没有“2026-02-30”这一天。', 'No calendar has the day “2026-02-30”.']);
    accepted(await h.send(h.who.as('first'), 'achievement.disclose', { input: input('2024-02-29') }));
  });
  it('does not let the price be dated by a day that does not exist', async () => {
    const d = await h.deal().opened({ title: '代录日期' });
    const pricing = await d.step('pricing');
    await d.send('tto', 'disposal.check', pricing, clear);
    const recorded = { decidedBy: '院长', on: '2025-02-29' };
    const result = await changesNothing(h.url, () => d.try('tto', 'appraisal.decide', pricing, { appraise: false }, { recorded }));
    assert.equal(toldOnly(result).zh, '日历上没有“2025-02-29”这一天。');
  });
});
