import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { capabilities } from '../../apps/server/capabilities.ts';
import { rules } from '../../apps/server/open-house.ts';
import type { ContractView } from '../../packages/capabilities/contract/view.ts';
import { firstQuestion } from '../../packages/capabilities/simulator/question.ts';
import { simulate } from '../../packages/capabilities/simulator/simulation.ts';
import { LawShelf } from '../../packages/engine/law-shelf.ts';
import { recheck } from '../../packages/engine/recheck.ts';
import { writeYuan } from '../../packages/kernel/money.ts';
import { accepted, clausesOf, refused, type TestHouse, testHouse } from '../support/house.ts';
import { PlainDeal, type PlainHouse, plain, plainHouse } from '../support/plain.ts';
import { asOwner, isWhole } from '../support/stored.ts';

// One licence from 2024 to 2032. On its way a leader among the contributors leaves office (2026-06-30), a pack is found to be wrong and
// corrected (2028), an amendment raises the fee (from 2030), the city's rules end (2029-12-19), the tax on wages changes (from 2031) and
// so does a text on payroll, and a release brings other charts (2031).
const team = ['first', 'dean'];
const shares = { first: '80%', dean: '20%' };
const founding = {
  ...plain,
  people: { ...plain.people, dean: { ...plain.people.dean!, roles: ['DM', 'SR', 'CT'] } },
  adoptions: [
    { text: 'cn-conversion-law', from: '2015-10-01', basis: '公立医院' },
    { text: '004', from: '2024-12-20', to: '2029-12-19', basis: '第三条' },
    { text: 'plain', from: '2024-01-01', basis: '本院办法' },
  ],
};
/** 简明医院's own rules hold from 2024 here. */
const since2024 = (files: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(files).map(([k, v]) => [k, v.replaceAll('2025-01-01', '2024-01-01')]));

const fees = { at: '9000000.00', amended: '9600000.00' };
type Year = {
  readonly year: number;
  readonly on: string;
  readonly fee: string;
  readonly floor: string;
  readonly below: string;
  readonly by: string;
  readonly leader: boolean;
  readonly insurance: boolean;
  /** What the first contributor's award is taxed with if it is his only income of the year. */
  readonly tax: string;
};
const years: readonly Year[] = Array.from({ length: 9 }, (_, i) => {
  const year = 2024 + i;
  const city = year < 2030;
  return {
    year,
    on: year === 2024 ? '2024-12-28' : `${year}-06-01`,
    fee: city ? '1000000.00' : '1200000.00',
    floor: city ? '70%' : '50%',
    below: city ? '69.99%' : '49.99%',
    by: city ? '004:11.1' : 'cn-conversion-law:45.p1.1',
    leader: year <= 2026,
    insurance: year < 2031,
    // 940,000 × 70% × 80% = 526,400, and 1,140,000 × 50% × 80% = 456,000; of either the basic deduction of the year comes off first.
    tax: city ? '87000.00' : year === 2030 ? '67080.00' : '64080.00',
  };
});
const costs = { kind: 'taxes', amount: '60000.00' };

describe('a licence of nine years is decided each year by what held that year, and every year replays identically', () => {
  let house: PlainHouse;
  /** The release that runs. */
  let running: TestHouse;
  let d: PlainDeal;
  let original: string;
  /** What the simulator said of each year while it was the year. */
  const told = new Map<number, string>();
  before(async () => {
    const { plainPack } = await import('../support/packs.ts');
    house = await plainHouse({ on: '2024-12-25', founding, packs: since2024(plainPack()) });
    house.packs.change(
      'cn-conversion-law/45.p3-payroll.yaml',
      'value: [counted-in-performance-pay',
      'to: 2030-12-31, value: [counted-in-performance-pay',
    );
    assert.deepEqual(house.engine.law.reload(), []);
    original = mkdtempSync(join(tmpdir(), 'packs-original-'));
    cpSync(house.packs.folder, original, { recursive: true });
    running = house;
    d = await house.deal().signed({ mode: 'license', team, price: fees.at });
  });
  after(async () => {
    if (running !== house) await running.close();
    await house.close();
    rmSync(original, { recursive: true, force: true });
  });

  const contractNow = async (): Promise<NonNullable<ContractView['signed']>> => {
    return ((await d.page()).panels[await d.step('contract')] as ContractView).signed!;
  };
  const priceInForce = async (): Promise<string | undefined> => (await contractNow()).versions.find((v) => v.inForce)?.price;
  /** What the year's fee comes to, tax included, by the texts as the house has them now. */
  const supposed = (y: Year) =>
    simulate(
      {
        ...firstQuestion(y.on),
        law: founding.adoptions.map((a) => `${a.text}@${a.from}${a.to ? `..${a.to}` : ''}`),
        mode: 'license',
        amount: y.fee,
        costs: [{ ...costs, ground: '本院财务制度' }],
        shares: { contributors: y.floor, tto: '0%', 'tto-staff': '0%' },
        team: [
          { name: '第一完成人', share: '80%', leader: 'none' },
          { name: '院长', share: '20%', leader: 'chief-of-institution', leftOn: '2026-06-30', measure: '奖励办法〔2024〕1号' },
        ],
      },
      running.engine.law,
    ).result;
  const telling = (y: Year): string => {
    const { net, lines, people, standing, approval } = supposed(y);
    return JSON.stringify({ net, lines, people, standing, approval }, (_, v) => (typeof v === 'bigint' ? `${v}` : v));
  };

  for (const y of years) {
    it(`divides the fee of ${y.year}: ${y.below} is refused by ${y.by}, ${y.floor} is not`, async () => {
      running.today(y.on);
      if (y.year === 2028) correctedPack(house);
      if (y.year === 2030) await amended();
      if (y.year === 2031) {
        otherTax(house);
        running = await laterRelease();
        running.today(y.on);
      }
      // Once no text names the deductions, each states its own ground.
      const ground = y.year < 2030 ? {} : { ground: '本院财务制度' };
      await d.income(y.fee, [{ ...costs, ...ground }]);
      const low = await d.propose({ contributors: y.below });
      assert.deepEqual(refused(low), ['split.outside_limits']);
      assert.ok(clausesOf(low).includes(y.by), clausesOf(low).join());
      accepted(await d.propose({ contributors: y.floor }));
      await d.confirmed(shares);
      const approval = await d.paper('tto', d.dividing, 'scan', '正职现金奖励批准文件');
      const dean = { person: house.who.people.dean, measure: '奖励办法〔2024〕1号', approval };
      if (y.leader) {
        const bare = await d.try('finance', 'leaders.check', d.dividing, { measures: [] });
        assert.deepEqual(refused(bare), ['leader.measure_missing']);
      }
      await d.send('finance', 'leaders.check', d.dividing, { measures: y.leader ? [dean] : [] });
      await d.send('finance', 'opinion.give', await d.step('finance', d.dividing), { reviewer: 'FA', agreed: true });
      const handed = await d.send('finance', 'award.hand-over', d.dividing, {});
      const treatment = handed.made.treatment as readonly string[];
      assert.equal(
        treatment.includes('outside-insurance-base') || treatment.includes('outside-performance-cap'),
        y.insurance,
        treatment.join(),
      );
      const { people } = supposed(y);
      assert.deepEqual(
        (handed.made.awards as { amount: string }[]).map((a) => a.amount).sort(),
        people.map((p) => writeYuan(p.amount)).sort(),
      );
      assert.equal(writeYuan(people[0]!.tax!.plain.alone), y.tax);
      told.set(y.year, telling(y));
    });
  }

  /** Drafted and signed in 2029, in force from 2030: until then the contract is what it was. */
  async function amended(): Promise<void> {
    house.today('2029-09-01');
    const contract = await d.step('contract');
    const draft = { changes: '自2030年起许可费每年120万元', price: fees.amended, effectiveOn: '2030-01-01' };
    const { case: amendment } = await d.send('tto', 'amendment.draft', contract, draft);
    house.today('2029-10-15');
    const paper = await d.paper('tto', amendment, 'agreement', '补充协议');
    await d.send('dean', 'amendment.sign', amendment, { number: '补1号', paper });
    house.today('2029-12-31');
    assert.equal(await priceInForce(), fees.at);
    house.today('2030-06-01');
    assert.equal(await priceInForce(), fees.amended);
    const { versions, price } = await contractNow();
    assert.deepEqual(
      [price, versions.map((v) => [v.version, v.effectiveOn, v.price])],
      [
        fees.at,
        [
          [1, '2024-12-25', fees.at],
          [2, '2030-01-01', fees.amended],
        ],
      ],
    );
  }

  /** A release with other charts over the same database; the case is moved to them. */
  async function laterRelease(): Promise<TestHouse> {
    const later = capabilities.map((c) => ({
      ...c,
      procedures: c.procedures.map((p) => ({ ...p, chart: { def: { ...p.chart.def, clause: '@conversion-steps' } } })),
    }));
    const next = await testHouse({ on: '2031-06-01', packs: house.packs.folder, url: house.url, capabilities: later });
    const { conversion } = d;
    d = new PlainDeal(next, house.who);
    d.conversion = conversion;
    await d.send('tto', 'case.move', conversion, { reason: '改按新流程' });
    return next;
  }

  it('ends on the charts of the later release, with all its money divided', async () => {
    running.today('2032-12-01');
    await d.send('tto', 'conversion.close', d.conversion, {});
    const { rows } = await asOwner(house.url, (client) =>
      client.query<{ charts: string; state: string; received: string }>(
        `select count(distinct chart)::text as charts, max(state) as state, (select yuan(sum(amount)::bigint) from receipt) as received
         from case_file where id = $1`,
        [d.conversion],
      ),
    );
    assert.deepEqual(rows, [{ charts: '1', state: 'closed', received: fees.amended }]);
    await isWhole(house.url);
  });

  it('says of each year at the end what it said while it was the year, its tax too', () => {
    for (const y of years) assert.equal(telling(y), told.get(y.year), `${y.year}`);
  });

  it('replays each decision identically by the packs it was made by, and lists those that a corrected pack would change', async () => {
    const [before, now] = [new LawShelf(original, rules), new LawShelf(house.packs.folder, rules)];
    const byOriginal = await recheck(house.url, before);
    const byCorrected = await recheck(house.url, now);
    const yearsOf = (r: typeof byOriginal): number[] => [...new Set(r.differ.map((x) => Number(x.on.slice(0, 4))))].sort();
    // The corrected clause speaks until the end of the city's rules: decisions before the correction differ by the new encoding, those after it by the old.
    assert.deepEqual(yearsOf(byCorrected), [2024, 2025, 2026, 2027]);
    assert.deepEqual(yearsOf(byOriginal), [2028, 2029]);
    assert.ok(byCorrected.differ.every((x) => x.rule === 'reward-limits' && x.was.some((w) => w.value.includes('10%'))));
    assert.equal(byCorrected.decisions, byOriginal.decisions);
    const revisions = await asOwner(house.url, (client) =>
      client.query<{ year: string; n: string }>(
        `select to_char(on_day, 'YYYY') as year, count(distinct revisions ->> '004')::text as n from decision where command = 'split.propose' group by 1 order by 1`,
      ),
    );
    assert.deepEqual(new Set(revisions.rows.map((r) => r.n)), new Set(['1']));
  });
});

/** The floor of the transfer office was encoded as 10%; suppose the text said 12%. Nothing already decided changes. */
function correctedPack(house: PlainHouse): void {
  house.packs.change(
    '004/11.2-transfer-office.yaml',
    'counts: tto, of: net-income, atLeast: 10%',
    'counts: tto, of: net-income, atLeast: 12%',
  );
  for (const [from, to] of [
    ['admits: [0.00, 29700.00]', 'admits: [0.00, 35640.00]'],
    ['admits: [0.00, 100000.00]', 'admits: [0.00, 120000.00]'],
  ] as const) {
    house.packs.change('004/11.2-transfer-office.examples.yaml', from, to);
  }
  assert.deepEqual(house.engine.law.reload(), []);
}

/** Supposed, as if it had been made: 6,000 a month are deducted from 2031 on. What was paid before is taxed by what held before. */
function otherTax(house: PlainHouse): void {
  house.packs.change(
    'cn-withholding/6.p1-cumulative.yaml',
    '      - { from: 2019-01-01, value: { monthly: 5000 }, source: 第六条 }',
    `      - { from: 2019-01-01, to: 2030-12-31, value: { monthly: 5000 }, source: 第六条 }
      - { from: 2031-01-01, value: { monthly: 6000 }, source: 假设的修改 }`,
  );
  house.packs.change(
    'cn-withholding/6.p1-cumulative.examples.yaml',
    '- name: 每月5000元',
    '- { name: 此后每月6000元, rule: basic-deduction, given: { priorYear: more }, on: 2031-06-01, is: "6,000.00/month" }\n- name: 每月5000元',
  );
  assert.deepEqual(house.engine.law.reload(), []);
}
