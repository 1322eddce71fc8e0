import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { Deal } from '../../demonstration/deal.ts';
import { found } from '../../packages/capabilities/institution/founding.ts';
import { accepted, refused, testHouse } from '../support/house.ts';
import { Packs } from '../support/packs.ts';
import { plain } from '../support/plain.ts';
import { type Unseen, unseen, unseenPack } from '../support/unseen.ts';

/** Institutions whose split pays contributors something, so that a deal can be run to the payroll list; always the same ones. */
const institutions = fc
  .sample(unseen, { numRuns: 400, seed: 20_260_302 })
  .filter((u) => u.parts.slice(0, -1).some((p) => p.counts) && u.tiers.length > 0)
  .flatMap((u) => {
    const shares = sharesWithin(u);
    return shares ? [{ u, shares }] : [];
  })
  .slice(0, 5);

/** Shares inside every part's limits, if the parts have such: each at its floor, the first that counts as high as it may. */
function sharesWithin(u: Unseen): readonly number[] | undefined {
  const outer = u.parts.slice(0, -1);
  const rest = u.parts.at(-1)!;
  const shares = outer.map((p) => p.exactly ?? p.atLeast ?? 0);
  const wanted = rest.exactly ?? rest.atLeast ?? 0;
  const left = 10_000 - wanted - shares.reduce((a, b) => a + b, 0);
  const i = outer.findIndex((p) => p.counts && p.exactly === undefined);
  if (i < 0 || left < 0) return undefined;
  shares[i] = Math.min(shares[i]! + left, outer[i]!.atMost ?? 10_000);
  const remainder = 10_000 - shares.reduce((a, b) => a + b, 0);
  const fits = remainder >= wanted && remainder <= (rest.exactly ?? rest.atMost ?? 10_000);
  return fits && shares[i]! > 0 ? shares : undefined;
}

const percent = (hundredths: number): string => `${hundredths / 100}%`;
const yuan = (fen: bigint): string => `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`;

describe('an institution nobody has seen runs from disclosure to payment with a pack and no code', () => {
  it('has five such institutions to run', () => assert.equal(institutions.length, 5));

  for (const [n, { u, shares }] of institutions.entries()) {
    it(`runs institution ${n + 1}: base ${u.base}, ${u.parts.length} parts, ${u.tiers.length + 1} tiers, ${u.bodies.length} bodies`, async () => {
      const packs = new Packs(unseenPack('unseen', u));
      const house = await testHouse({ packs: packs.folder });
      try {
        const adoptions = [{ text: 'unseen', from: '2025-01-01', basis: '测试' }];
        const who = await found(house.engine, { ...plain, title: `未见医院${n}`, short: `未见${n}`, adoptions });
        const d = new Deal(house.engine, who);
        const disclosed = await d.send('first', 'achievement.disclose', undefined, {
          title: '未见成果',
          kind: 'technology',
          summary: '测试',
          contributors: [{ person: who.people.first, main: true }],
          rights: [],
        });
        await d.send('tto', 'achievement.register', disclosed.case, {});
        const opening = { achievements: [disclosed.made.achievement], mode: 'transfer', counterparty: who.parties.buyer, partners: [] };
        d.conversion = (await d.send('tto', 'conversion.open', undefined, opening)).case;
        const pricing = await d.step('pricing');
        const clear = { stateSecret: false, nationalSecurity: false, keyCoreTechnology: false };
        await d.send('tto', 'disposal.check', pricing, clear);
        const price = yuan(u.tiers[0]!.ends);
        await d.send('tto', 'price.set', pricing, { method: 'listed', price, grounds: '测试' });

        const tier = u.tiers[0]!.holds ? 0 : 1;
        const page = (await house.page(who.as('tto'), d.conversion))!;
        const open = page.steps.filter((s) => s.step.startsWith('body-') && s.state === 'open').map((s) => s.step);
        assert.deepEqual(
          open,
          u.bodies.flatMap((b, i) => (b.includes(tier) ? [`body-${i}`] : [])),
        );
        const contract = await d.step('contract');
        const paper = await d.paper('tto', contract, 'agreement', '合同');
        const sign = { case: contract, input: { title: '合同', price, paper } };
        if (open.length > 0) assert.deepEqual(refused(await house.send(who.as('dean'), 'contract.sign', sign)), ['step.before']);
        for (const step of open) await decided(d, step);
        await d.send('dean', 'contract.sign', contract, sign.input);

        const input = { amount: price, receivedOn: '2026-03-02', bookedTo: 'unit', budgetLine: '成果转化收入' };
        const booked = await d.send('finance', 'income.book', d.conversion, input);
        await d.send('finance', 'net.compute', booked.case, { deductions: [] });
        const dividing = await d.child('distribution');
        const lines = shares.map((s, i) => ({ part: `part-${i}`, share: percent(s) }));
        accepted(
          await house.send(who.as('tto'), 'split.propose', {
            case: dividing,
            input: { shares: lines, remainderUse: 'rnd', approvalBody: 'meeting' },
          }),
        );
        const team = await d.child('split-agreement');
        await d.send('first', 'shares.propose', team, { shares: [{ person: who.people.first, share: '100%' }] });
        await d.send('first', 'share.confirm', team, {});
        await d.send('finance', 'leaders.check', dividing, { measures: [] });
        await decided(d, 'approval', dividing);
        await d.send('finance', 'award.hand-over', dividing, {});
        await d.send('tto', 'conversion.close', d.conversion, {});

        const books = (await house.page(who.as('tto'), d.conversion))!.entries;
        const sum = (account: string): bigint =>
          books
            .filter((b) => b.account === account)
            .reduce((a, b) => a + BigInt(b.debit.replace('.', '')) - BigInt(b.credit.replace('.', '')), 0n);
        assert.equal(sum('bank'), u.tiers[0]!.ends);
        assert.equal(sum('bank') + sum('payroll') + sum('unit-funds'), 0n);
        assert.equal(sum('conversion-income'), 0n);
      } finally {
        await house.close();
        packs.remove();
      }
    });
  }
});

async function decided(d: Deal, step: string, parent = d.conversion): Promise<void> {
  const on = await d.step(step, parent);
  const minutes = await d.paper('secretary', on, 'minutes', '会议纪要');
  const present = ['dean', 'finance', 'legal'].map((p) => d.who.people[p]);
  const input = { result: 'passed', present, recused: [], votes: 'not-in-minutes', minutesNumber: '1号', minutes };
  await d.send('secretary', 'resolution.decide', on, input, { recorded: { decidedBy: '会议', on: '2026-03-02', paper: minutes } });
}
