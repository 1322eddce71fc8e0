import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { capabilities } from '../../apps/server/capabilities.ts';
import { rules } from '../../apps/server/open-house.ts';
import { LawShelf } from '../../packages/engine/law-shelf.ts';
import { recheck } from '../../packages/engine/recheck.ts';
import { accepted, clausesOf, refused } from '../support/house.ts';
import { type PlainDeal, type PlainHouse, plain, plainHouse } from '../support/plain.ts';
import { asOwner, isWhole } from '../support/stored.ts';

// One licence from 2024 to 2032. On its way the city's rules end (2029-12-19), a text on payroll changes (2031), a leader among the
// contributors leaves office (2026-06-30), a pack is found to be wrong and corrected (2028), and a release brings other charts (2031).
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

type Year = {
  readonly year: number;
  readonly floor: string;
  readonly below: string;
  readonly by: string;
  readonly leader: boolean;
  readonly insurance: boolean;
};
const years: readonly Year[] = Array.from({ length: 8 }, (_, i) => {
  const year = 2025 + i;
  const city = year < 2030;
  return {
    year,
    floor: city ? '70%' : '50%',
    below: city ? '69.99%' : '49.99%',
    by: city ? '004:11.1' : 'cn-conversion-law:45.p1.1',
    leader: year <= 2026,
    insurance: year < 2031,
  };
});

describe('a licence of eight years is decided each year by what held that year, and every year replays identically', () => {
  let house: PlainHouse;
  let d: PlainDeal;
  let original: string;
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
    d = await house.deal().signed({ mode: 'license', team, price: '8000000.00' });
  });
  after(async () => {
    await house.close();
    rmSync(original, { recursive: true, force: true });
  });

  for (const y of years) {
    it(`divides the fee of ${y.year}: ${y.below} is refused by ${y.by}, ${y.floor} is not`, async () => {
      house.today(`${y.year}-06-01`);
      if (y.year === 2028) correctedPack(house);
      // Once no text names the deductions, each states its own ground.
      const ground = y.year < 2030 ? {} : { ground: '本院财务制度' };
      await d.income('1000000.00', [{ kind: 'taxes', amount: '60000.00', ...ground }]);
      const low = await d.propose({ contributors: y.below });
      assert.deepEqual(refused(low), ['split.outside_limits']);
      assert.ok(clausesOf(low).includes(y.by), clausesOf(low).join());
      accepted(await d.propose({ contributors: y.floor }));
      await d.confirmed(shares);
      const dean = { person: house.who.people.dean, measure: '奖励办法〔2024〕1号' };
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
    });
  }

  it('finishes on the charts of a later release', async () => {
    const later = capabilities.map((c) => ({
      ...c,
      procedures: c.procedures.map((p) => ({ ...p, chart: { def: { ...p.chart.def, clause: '@conversion-steps' } } })),
    }));
    const next = await plainHouse({ on: '2032-12-01', url: house.url, who: house.who, capabilities: later });
    try {
      await next.deal().send('tto', 'case.move', d.conversion, { reason: '改按新流程' });
      await next.deal().send('tto', 'conversion.close', d.conversion, {});
    } finally {
      await next.close();
    }
    await isWhole(house.url);
  });

  it('replays each decision identically by the packs it was made by, and lists those that a corrected pack would change', async () => {
    const [before, now] = [new LawShelf(original, rules), new LawShelf(house.packs.folder, rules)];
    const byOriginal = await recheck(house.url, before);
    const byCorrected = await recheck(house.url, now);
    const yearsOf = (r: typeof byOriginal): number[] => [...new Set(r.differ.map((x) => Number(x.on.slice(0, 4))))].sort();
    // The corrected clause speaks until the end of the city's rules: decisions before the correction differ by the new encoding, those after it by the old.
    assert.deepEqual(yearsOf(byCorrected), [2025, 2026, 2027]);
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
