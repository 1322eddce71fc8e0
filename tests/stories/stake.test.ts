import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { registerPage, registers } from '../../apps/server/registers.ts';
import { found } from '../../packages/capabilities/institution/founding.ts';
import { firstQuestion } from '../../packages/capabilities/simulator/question.ts';
import { simulate } from '../../packages/capabilities/simulator/simulation.ts';
import { lookAt } from '../../packages/engine/database.ts';
import { writeYuan } from '../../packages/kernel/money.ts';
import { corrected } from '../support/correcting.ts';
import { accepted, clausesOf, refused } from '../support/house.ts';
import { plainPack } from '../support/packs.ts';
import { type PlainHouse, plain, plainHouse } from '../support/plain.ts';
import { StakeDeal, stakePack, waysPack } from '../support/stake.ts';
import { changesNothing, isWhole } from '../support/stored.ts';
import { toldOnly } from '../support/told.ts';

let h: PlainHouse;
before(async () => {
  const gross = Object.entries(plainPack({ id: 'gross' })).filter(([path]) => /text|2-split/.test(path));
  const anyMode = gross.map(([path, text]) => [path, text.replace('    when: { mode: [transfer, license] }\n', '')]);
  h = await plainHouse({ packs: { ...plainPack(), ...stakePack(), ...waysPack('ways'), ...Object.fromEntries(anyMode) } });
});
after(() => h.close());

const deal = (): StakeDeal => new StakeDeal(h, h.who);
/** Another institution in the same house, whose text on who gets what is one of the published ones. */
async function underText(text: string, more: object = {}): Promise<() => StakeDeal> {
  const adoptions = [
    ...plain.adoptions.filter((a) => a.text !== 'plain'),
    { text: 'ways', from: '2025-01-01', basis: '本单位办法' },
    { text, from: '2025-01-01', basis: '本单位办法' },
  ];
  const who = await found(h.engine, { ...plain, ...more, title: `${text}大学`, short: text, kind: 'university', adoptions });
  return () => new StakeDeal(h, who);
}
const entriesOf = (d: StakeDeal) =>
  lookAt(h.engine.database, d.who.id, (db) =>
    db
      .selectFrom('ledger_entry as l')
      .innerJoin('case_file as c', 'c.id', 'l.case_id')
      .where('c.root_id', '=', d.conversion)
      .orderBy('l.id')
      .select(['l.account', 'l.about', 'l.debit', 'l.credit'])
      .execute(),
  );
const both = { first: '60%', second: '40%' };

describe('004 第十一条（一）第一句后半句：应当从作价投资取得的股份或者出资比例中提取不低于70%的比例', () => {
  it('gives the team 28% of the company and the institution 12% where its side holds 40%, and refuses 27.99% [R4-033]', async () => {
    const d = await deal().acquired({ share: '40%' });
    const short = await changesNothing(h.url, () => d.offer({ contributors: '69.975%' }));
    assert.deepEqual([refused(short), clausesOf(short)], [['split.outside_limits'], ['004:11.1']]);
    assert.match(toldOnly(short).zh, /27\.99%.*28\.00%/);
    await d.approved({ contributors: '70%' }, both);
    accepted(await d.allocate());
    const { holdings } = await d.view();
    const units = (as: string) => holdings.filter((x) => x.as === as).reduce((all, x) => all + Number.parseFloat(x.company), 0);
    assert.deepEqual([units('team'), units('part')], [28, 12]);
    assert.deepEqual(await d.table(), ['第一完成人 16.80% 4200000.00', '第二完成人 11.20% 2800000.00', '医院持股 12.00% 3000000.00']);
    await isWhole(h.url);
  });
  it('books no money for shares, issues the two sheets, and lets the conversion end', async () => {
    const d = await deal().acquired();
    assert.deepEqual(refused(await d.try('tto', 'conversion.close', d.conversion, {})), ['conversion.still_running']);
    await d.approved({ contributors: '75%' }, both);
    accepted(await d.allocate());
    assert.deepEqual(await entriesOf(d), []);
    const page = (await h.page(d.who.as('tto'), d.conversion))!;
    assert.deepEqual(
      page.documents.map((x) => [x.kind, x.state]),
      [
        ['stake-approval', 'issued'],
        ['cap-table', 'issued'],
      ],
    );
    assert.deepEqual(page.duties, []);
    accepted(await d.try('tto', 'conversion.close', d.conversion, {}));
  });
});

describe('004 第十一条（二）第二句：鼓励建立科技成果转化服务人员持股、参与收益分配等市场化奖励机制', () => {
  it('lets staff hold 2% outside the team’s pool while the team keeps 70%, and refuses where the team falls to 69% [R4-037]', async () => {
    const d = await deal().acquired({ share: '100%' });
    const staff = [{ person: d.who.people.tto, share: '2%' }];
    const fallen = await d.offer({ contributors: '69%' }, { staff });
    assert.deepEqual([refused(fallen), clausesOf(fallen)], [['split.outside_limits'], ['004:11.1']]);
    await d.approved({ contributors: '70%' }, both, { staff });
    accepted(await d.allocate());
    assert.deepEqual(await d.table(), [
      '第一完成人 42.00% 4200000.00',
      '第二完成人 28.00% 2800000.00',
      '技术经理人 2.00% 200000.00',
      '医院持股 28.00% 2800000.00',
    ]);
  });
  it('names nobody twice', async () => {
    const d = await deal().acquired();
    const staff = ['1%', '2%'].map((share) => ({ person: d.who.people.tto, share }));
    const t = toldOnly(await d.offer({ contributors: '70%' }, { staff }));
    assert.deepEqual([t.code, t.at], ['holder.twice', 'staff.1.person']);
  });
});

describe('公开案例4：最高可以将作价入股形成股权的90%奖励给科研人员，学校资产公司代表学校持股', () => {
  let under: () => StakeDeal;
  before(async () => {
    const fifth = { fifth: { name: '第五完成人', unit: '医工部', roles: ['CT'] } };
    under = await underText('bjtu', { people: { ...plain.people, ...fifth } });
  });
  it('takes 90.00% and refuses 90.01% of a stake, takes 97.00% and refuses 97.01% of cash, each by its command [C04-R2]', async () => {
    const d = await under().acquired({ share: '100%' });
    const over = await d.offer({ contributors: '90.01%' });
    assert.deepEqual([refused(over), clausesOf(over)], [['split.outside_limits'], ['bjtu:equity-award']]);
    accepted(await d.offer({ contributors: '90.00%' }));
    const cash = await under().received('1000000.00', [], { title: '另一项' });
    const propose = (share: string) =>
      cash.try('tto', 'split.propose', cash.dividing, { shares: [{ part: 'contributors', share }], remainderUse: 'rnd' });
    const more = await propose('97.01%');
    assert.deepEqual([refused(more), clausesOf(more)], [['split.outside_limits'], ['bjtu:cash-award']]);
    accepted(await propose('97.00%'));
  });
  it('puts 11,250,000 under five named completers and 1,250,000 under the asset company [C04-R3]', async () => {
    const team = ['first', 'second', 'third', 'fourth', 'fifth'];
    const d = await under().acquired({ team, value: '12500000.00', share: '25%', title: '轨道检测' });
    await d.approved({ contributors: '90%' }, { first: '40%', second: '30%', third: '10%', fourth: '10%', fifth: '10%' });
    accepted(await d.allocate());
    assert.deepEqual(await d.table(), [
      '第一完成人 9.00% 4500000.00',
      '第二完成人 6.75% 3375000.00',
      '第三完成人 2.25% 1125000.00',
      '第四完成人 2.25% 1125000.00',
      '第五完成人 2.25% 1125000.00',
      '学校资产公司持股 2.50% 1250000.00',
    ]);
    const people = (await d.view()).holdings.filter((x) => x.as === 'team').map((x) => Number(x.value));
    assert.equal(
      people.reduce((a, b) => a + b, 0),
      11_250_000,
    );
  });
});

describe('公开案例9：从净收入中提取10%、从作价投资中提取10%的股权，作为技术转移中心运营经费', () => {
  it('credits the transfer office 100,000.00 of a net 1,000,000, and shares worth 1,000,000 of a valuation of 10,000,000 [C09-R2]', async () => {
    const under = await underText('bit');
    const cash = await under().received('1000000.00');
    const shares = [
      { part: 'contributors', share: '70%' },
      { part: 'tto', share: '10%' },
    ];
    accepted(await cash.try('tto', 'split.propose', cash.dividing, { shares, remainderUse: 'rnd' }));
    await cash.handedOver();
    const credited = (await entriesOf(cash)).filter((l) => l.account === 'unit-funds' && l.about === 'tto');
    assert.deepEqual(
      credited.map((l) => writeYuan(l.credit)),
      ['100000.00'],
    );
    const d = await under().acquired({ value: '10000000.00', share: '30%', title: '另一项' });
    await d.approved({ contributors: '70%', tto: '10%' }, both);
    accepted(await d.allocate());
    const office = (await d.view()).holdings.find((x) => x.part === 'tto')!;
    assert.deepEqual([office.holder, office.company, office.value], ['技术转移中心股权', '3.00%', '1000000.00']);
    assert.deepEqual(refused(await (await under().acquired({ title: '第三项' })).offer({ contributors: '70%', tto: '9.99%' })), [
      'split.outside_limits',
    ]);
  });
});

describe('where no adopted text says how a stake is divided, nobody makes it up', () => {
  it('refuses under a text that divides money only, and under one that says nothing of investments', async () => {
    const money = await (await underText('gross'))().acquired();
    const t = toldOnly(await money.offer({ contributors: '70%' }));
    assert.deepEqual([t.code, t.clauses], ['stake.money_scheme', ['gross:split']]);
    const silent = await (await underText('gf-2016-16'))().acquired();
    assert.deepEqual(refused(await silent.offer({ contributors: '70%' })), ['law.silent']);
  });
});

describe('what is held is listed in its register, as the cap tables have it', () => {
  const listed = (who: StakeDeal['who'], query: object = {}) =>
    h.see(who.as('tto'), (db) => registerPage(db, registers.find((r) => r.name === 'holdings')!, { page: 1, size: 100, ...query }));
  it('shows an institution its own, orders shares as numbers, and takes back what is being corrected', async () => {
    const [one, other] = [await underText('bjtu'), await underText('bit')];
    const d = await one().acquired({ share: '30%' });
    assert.equal((await listed(d.who)).total, 0);
    await d.approved({ contributors: '70%' }, { first: '55%', second: '45%' });
    accepted(await d.allocate());
    const { rows } = await listed(d.who, { sort: 'share.desc' });
    assert.deepEqual(
      rows.map((r) => [r.holder, r.held_as, r.share, r.value, r.company]),
      [
        ['第一完成人', 'team', '11.55%', '3850000.00', '受让公司'],
        ['第二完成人', 'team', '9.45%', '3150000.00', '受让公司'],
        ['学校资产公司持股', 'part', '9.00%', '3000000.00', '受让公司'],
      ],
    );
    assert.equal((await listed(other().who)).total, 0);
    await corrected(d, { on: d.stake, table: 'stake', row: d.stake, field: 'value' }, '9000000.00');
    assert.equal((await listed(d.who)).total, 0);
  });
});

describe('公开案例3：股权精确到0.01%，同一份股权占公司、占本单位股份、占团队股份是三个数', () => {
  it('keeps 0.14% as 14 basis points, and shows what it is of the company, of the stake and of the pool [C03-R5]', async () => {
    const d = await deal().acquired({ value: '6950000.00', share: '40%' });
    await d.approved({ contributors: '70%' }, { first: '99.5%', second: '0.5%' });
    accepted(await d.allocate());
    const row = await lookAt(h.engine.database, d.who.id, (db) =>
      db.selectFrom('holding').where('case_id', '=', d.stake).where('holder', '=', '第二完成人').select('units').executeTakeFirstOrThrow(),
    );
    assert.equal(row.units, 14n);
    const shown = (await d.view()).holdings.find((x) => x.holder === '第二完成人')!;
    assert.deepEqual([shown.company, shown.stake, shown.pool, shown.value], ['0.14%', '0.35%', '0.5%', '24325.00']);
  });
});

describe('what the simulator says is what is allocated', () => {
  it('has the same parts and the same holdings for odd shares and a staff line', async () => {
    const team = ['first', 'second', 'third'];
    const d = await deal().acquired({ team, share: '33.33%', value: '7777777.77' });
    const staff = [{ person: d.who.people.tto, share: '1.5%' }];
    const own = { first: '1/3', second: '1/3', third: '1/3' };
    const { result } = simulate(
      {
        ...firstQuestion('2026-03-02'),
        law: ['cn-conversion-law@2015-10-01', '004@2024-12-20..2029-12-19', 'plain@2025-01-01'],
        mode: 'equity',
        amount: '7777777.77',
        stake: '33.33%',
        shares: { contributors: '77.77%' },
        team: Object.values(own).map((share, i) => ({ name: `${i}`, share, leader: 'none' as const })),
        staff: [{ name: 'staff', share: '1.5%', leader: 'none' }],
      },
      { shelf: h.engine.law.shelf, calendar: h.engine.law.calendar },
    );
    await d.approved({ contributors: '77.77%' }, own, { staff });
    accepted(await d.allocate());
    const { holdings, lines } = await d.view();
    assert.deepEqual(
      lines.map((l) => [l.part, l.units]),
      result.lines.map((l) => [l.part, writeYuan(l.amount)]),
    );
    assert.deepEqual(
      holdings.filter((x) => x.as !== 'part').map((x) => [x.company, x.value]),
      result.people.map((p) => [`${writeYuan(p.amount)}%`, writeYuan(p.worth!.value)]),
    );
    const sum = holdings.reduce((all, x) => all + Math.round(Number.parseFloat(x.company) * 100), 0);
    assert.equal(sum, 3333);
  });
});
