import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { isWell } from '../support/page-check.ts';
import type { Site } from '../support/site.ts';
import type { StakeDeal } from '../support/stake.ts';
import { stakeSite } from '../support/stake-site.ts';
import { story } from '../support/story.ts';
import { Visitor } from '../support/visitor.ts';

// An investment from the day the shares came to who holds them, by those who do it, each in a window of his own.
let site: Site;
let deal: StakeDeal;
const who = {} as Record<'tto' | 'finance' | 'dean' | 'first' | 'phone', Visitor>;
const it = story(() => Object.entries(who));
before(async () => {
  ({ site, deal } = await stakeSite());
  for (const role of ['tto', 'finance', 'dean'] as const) who[role] = await Visitor.enter(site, role);
  who.first = await Visitor.enter(site, 'first');
  who.phone = await Visitor.enter(site, 'second', { width: 390 });
});
after(() => site.close(Object.values(who)));

/** Once the word that it is done has gone again. */
async function well(v: Visitor, what: string): Promise<void> {
  await v.page.locator('.ant-message-notice').waitFor({ state: 'detached' });
  await isWell(v.window, what);
}
const paper = (name: string) => ({ file: { name, words: name } });
const cell = (v: Visitor, holder: string, column: number) =>
  v.page.getByRole('group', { name: '持股表' }).getByRole('row', { name: holder }).getByRole('cell').nth(column);
const reads = async (v: Visitor, holder: string, share: string, value: string): Promise<void> => {
  assert.equal((await cell(v, holder, 1).textContent())?.trim(), share, holder);
  assert.equal((await cell(v, holder, 2).textContent())?.trim(), value, holder);
};

describe('作价投资：从取得股份到持股表，each figure saying why', () => {
  it('enters the shares with what the contract says already filled in', async () => {
    const { finance } = who;
    await finance.open('转化', '封堵器');
    await finance.do('登记取得的股份', {
      '本单位一方占公司股份（精确到0.01%）': { type: '40%' },
      公司章程或股东登记的证明: paper('章程.txt'),
    });
    await finance.page.getByText('还没有提出股权分配方案。').waitFor();
    await well(finance, 'a stake that was entered');
  });

  it('asks for the parts by name, sets the chief apart, and wants the measure and the approval of his cash', async () => {
    const { tto } = who;
    await tto.task('提出股权分配方案', '封堵器');
    const form = await tto.form('提出股权分配方案');
    await tto.enterIn(form, { 比例: { type: '69.97%' }, '现金奖励（元）': { type: '500000' } });
    await form.getByText('须另行批准', { exact: false }).waitFor();
    await form.getByText('27.98%', { exact: false }).first().waitFor();
    await well(tto, 'a proposal that is refused');
    await tto.enterIn(form, {
      比例: { type: '70%' },
      '单位办法（名称或文号）': { type: '医院〔2025〕12号' },
      现金奖励的专门批准文件: paper('批准.txt'),
    });
    await tto.submit(form);
    await tto.page.getByText('现金奖励 500,000.00 元，依据医院〔2025〕12号').waitFor();
    await tto.page.getByText('方案', { exact: true }).waitFor();
  });

  it('lets the team divide its pool in percent of the company, on a phone too', async () => {
    const { first, phone } = who;
    await first.task('团队协商内部分配', '封堵器');
    const form = await first.form('提出团队内部分配');
    await form.getByRole('row', { name: '第一完成人' }).getByRole('textbox').fill('99.5%');
    await form.getByRole('row', { name: '第二完成人' }).getByRole('textbox').fill('0.5%');
    assert.equal(await form.getByRole('row', { name: '院长' }).count(), 0);
    await first.submit(form);
    await first.do('确认我的份额');
    await phone.task('确认自己的份额', '封堵器');
    await phone.page.getByText('团队股份：公司的 28.00%').waitFor();
    await phone.page.getByText('0.14%', { exact: true }).first().waitFor();
    await phone.do('确认我的份额');
    deal.stake = await deal.child('stake');
    await deal.send('finance', 'holders.check', deal.stake, {});
    await deal.send('finance', 'opinion.give', await deal.step('finance', deal.stake), { reviewer: 'FA', agreed: true });
  });

  it('shows who holds what once it is allocated, of the company, of our side and of the pool', async () => {
    const { dean } = who;
    await dean.task('落实股权分配', '封堵器');
    await dean.do('落实股权分配');
    await reads(dean, '第一完成人', '27.86%', '6,965,000.00');
    await reads(dean, '第二完成人', '0.14%', '35,000.00');
    await reads(dean, '医院持股', '12.00%', '3,000,000.00');
    const base = dean.page.getByRole('radiogroup', { name: '按什么看比例' });
    await base.getByText('占本单位一方').click();
    await reads(dean, '第二完成人', '0.35%', '35,000.00');
    await base.getByText('占团队股份').click();
    await reads(dean, '第二完成人', '0.5%', '35,000.00');
    await base.getByText('占公司').click();
    await well(dean, 'a cap table');
  });

  it('says why of a share: the steps, the clause, and its sentence', async () => {
    const { dean } = who;
    await dean.page.getByRole('button', { name: '为什么是公司的0.14%？' }).click();
    const why = dean.page.getByRole('dialog');
    await why.getByText('28.00% × 0.5%', { exact: false }).waitFor();
    await why.getByText('应当从作价投资取得的股份或者出资比例中提取不低于70%的比例', { exact: false }).waitFor();
    await why.getByText('不得获取股权激励', { exact: false }).first().waitFor();
    await well(dean, 'why somebody holds what he holds');
    await dean.page.keyboard.press('Escape');
  });

  it('supposes the same stake, shares and team where somebody tries another condition, and comes to the same', async () => {
    const { dean } = who;
    await dean.page.getByRole('link', { name: '换个条件试算' }).click();
    await dean.heading('如果…');
    assert.equal(await dean.page.getByLabel('转化方式').inputValue(), 'equity');
    for (const held of ['第一完成人 27.86%', '第二完成人 0.14%', '医院持股 12.00%'])
      await dean.page.getByRole('button', { name: held, exact: false }).waitFor();
  });

  it('fits a phone, and lists every holding in its register', async () => {
    const { phone, tto } = who;
    await phone.open('转化', '封堵器');
    await cell(phone, '第二完成人', 1).waitFor();
    await well(phone, 'a cap table on a phone');
    await tto.go('持股');
    await tto.page.getByRole('row', { name: '第二完成人' }).getByText('0.14%').waitFor();
    await well(tto, 'the register of holdings');
  });
});
