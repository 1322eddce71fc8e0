import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { chaoyang } from '../../demonstration/cast.ts';
import { Deal } from '../../demonstration/deal.ts';
import { found } from '../../packages/capabilities/institution/founding.ts';
import { lookAt } from '../../packages/engine/database.ts';
import { accepted, refused, type TestHouse, testHouse } from '../support/house.ts';

let h: TestHouse;
let d: Deal;
before(async () => {
  h = await testHouse({ on: '2026-03-02' });
  d = new Deal(h.engine, await found(h.engine, chaoyang));
});
after(() => h.close());

const ask = (login: string, command: string, on: string, input: object, more = {}) =>
  h.send(d.who.as(login), command, { case: on, input, ...more });

describe('C21-R2 八步转化流程: 成果备案 → 协议定价 → 委员会审议 → 院办公会审议 → 党委会审议 → 医院公示 → 中技所公示 → 签订转化合同', () => {
  it('runs the eight steps in order, from disclosure to the payroll list of 282,150.00', async () => {
    const { people, parties } = d.who;
    const disclosed = await d.send('cy-inventor', 'achievement.disclose', undefined, {
      title: '眼内液检测技术',
      kind: 'reagent',
      summary: '眼内液检测技术，含两项专利。',
      contributors: [{ person: people['cy-inventor'], main: true }],
      rights: [
        { kind: 'invention', title: '眼内液检测专利一' },
        { kind: 'invention', title: '眼内液检测专利二' },
      ],
    });
    await d.send('cy-tto', 'achievement.register', disclosed.case, {});
    const opened = await d.send('cy-tto', 'conversion.open', undefined, {
      achievements: [disclosed.made.achievement],
      mode: 'transfer',
      counterparty: parties.buyer,
      partners: [],
    });
    d.conversion = opened.case;

    // a later step cannot be done before those it waits for
    assert.deepEqual(
      refused(await ask('cy-dean', 'contract.sign', await d.step('contract'), { title: 'x', price: '297000', paper: people['cy-dean'] })),
      ['reference.unknown'],
    );

    const pricing = await d.step('pricing');
    await d.send('cy-tto', 'disposal.check', pricing, { stateSecret: false, nationalSecurity: false, keyCoreTechnology: false });
    await d.send('cy-tto', 'price.set', pricing, { method: 'agreed', price: '297000.00', grounds: '双方协商' });

    for (const [step, present] of [
      ['committee', ['cy-dean', 'cy-vice', 'cy-research']],
      ['office-meeting', ['cy-dean', 'cy-vice', 'cy-research']],
      ['party-committee', ['cy-party', 'cy-dean', 'cy-vice']],
    ] as const) {
      const on = await d.step(step);
      const minutes = await d.paper('cy-secretary', on, 'minutes', `${step} 纪要`);
      await d.send(
        'cy-secretary',
        'resolution.decide',
        on,
        {
          result: 'passed',
          present: present.map((p) => people[p]),
          recused: step === 'committee' ? [people['cy-inventor']] : [],
          votes: 'not-in-minutes',
          minutesNumber: `〔2026〕${step}`,
          minutes,
        },
        { recorded: { decidedBy: chaoyang.bodies[step]!.title, on: '2026-03-02', paper: minutes } },
      );
    }

    await d.send('cy-tto', 'notice.publish', await d.step('hospital-notice'), { location: '院内公告栏', channel: '科创中心 010-0000' });
    h.today('2026-03-17'); // day 15: still running
    assert.deepEqual(
      refused(await ask('cy-tto', 'notice.publish', await d.step('market-notice'), { location: '中国技术交易所', channel: '科创中心' })),
      ['step.before'],
    );
    h.today('2026-03-18');
    await d.send('cy-tto', 'notice.publish', await d.step('market-notice'), { location: '中国技术交易所网站', channel: '科创中心' });
    const contract = await d.step('contract');
    const text = await d.paper('cy-tto', contract, 'agreement', '技术转让合同');
    const sign = { title: '眼内液检测技术转让合同', price: '297000.00', paper: text };
    assert.ok(refused(await ask('cy-dean', 'contract.sign', contract, sign)).includes('step.before'));
    h.today('2026-04-03');
    await d.send('cy-dean', 'contract.sign', contract, sign);

    const steps = await lookAt(h.engine.database, d.who.id, (db) =>
      db.selectFrom('step').where('case_id', '=', d.conversion).orderBy('ordinal').select(['step', 'state', 'done_on']).execute(),
    );
    assert.deepEqual(
      steps.map((s) => `${s.step} ${s.state} ${s.done_on}`),
      [
        'record done 2026-03-02',
        'pricing done 2026-03-02',
        'committee done 2026-03-02',
        'office-meeting done 2026-03-02',
        'party-committee done 2026-03-02',
        'hospital-notice done 2026-03-17',
        'market-notice done 2026-04-02',
        'contract done 2026-04-03',
      ],
    );

    const booked = await d.send('cy-finance', 'income.book', d.conversion, {
      amount: '297000.00',
      receivedOn: '2026-04-03',
      bookedTo: 'unit',
      budgetLine: '科技成果转化收入',
    });
    await d.send('cy-finance', 'net.compute', booked.case, { deductions: [] });
    const dividing = await d.child('distribution');
    const propose = (share: string) =>
      ask('cy-tto', 'split.propose', dividing, {
        shares: [{ part: 'contributors', share }],
        remainderUse: 'rnd',
        approvalBody: 'office-meeting',
      });
    assert.deepEqual(refused(await propose('69.99%')), ['split.outside_limits']);
    assert.deepEqual(refused(await propose('95.01%')), ['split.outside_limits']);
    accepted(await propose('95%'));
    const team = await d.child('split-agreement');
    await d.send('cy-inventor', 'shares.propose', team, { shares: [{ person: people['cy-inventor'], share: '100%' }] });
    await d.send('cy-inventor', 'share.confirm', team, {});
    await d.send('cy-finance', 'leaders.check', dividing, { measures: [] });
    const approval = await d.step('approval', dividing);
    const minutes = await d.paper('cy-secretary', approval, 'minutes', '院办公会纪要');
    await d.send(
      'cy-secretary',
      'resolution.decide',
      approval,
      {
        result: 'passed',
        present: [people['cy-dean'], people['cy-vice']],
        recused: [],
        votes: 'not-in-minutes',
        minutesNumber: '〔2026〕9号',
        minutes,
      },
      { recorded: { decidedBy: '院办公会', on: '2026-04-03', paper: minutes } },
    );
    await d.send('cy-finance', 'award.hand-over', dividing, {});

    const lines = await lookAt(h.engine.database, d.who.id, async (db) => ({
      parts: await db.selectFrom('part_line').orderBy('id').select(['title', 'share', 'amount']).execute(),
      awards: await db.selectFrom('award_line').select(['person_id', 'amount']).execute(),
      books: await db.selectFrom('ledger_entry').select(['account', 'debit', 'credit']).execute(),
    }));
    assert.deepEqual(
      lines.parts.map((l) => `${l.title} ${l.share} ${l.amount}`).sort(),
      ['对作出重要贡献人员的奖励和报酬 95% 28215000', '留归医院 5% 1485000'].sort(),
    );
    assert.deepEqual(lines.awards, [{ person_id: people['cy-inventor'], amount: 28_215_000n }]);
    const sum = (account: string): bigint => lines.books.filter((b) => b.account === account).reduce((a, b) => a + b.debit - b.credit, 0n);
    assert.deepEqual(
      [sum('bank'), sum('conversion-income'), sum('payroll'), sum('unit-funds')],
      [29_700_000n, 0n, -28_215_000n, -1_485_000n],
    );
  });
});
