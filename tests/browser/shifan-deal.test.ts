import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { picture } from '../support/picture.ts';
import { openSite, type Site } from '../support/site.ts';
import { story } from '../support/story.ts';
import { Visitor } from '../support/visitor.ts';

// The deal under way at 示范医院（上海）, which has adopted 004 and has an order of steps of its own.
const title = '床旁血栓快速检测芯片';
let site: Site;
const who = {} as Record<'tto' | 'audit' | 'finance' | 'secretary', Visitor>;
const it = story(() => Object.entries(who));
before(async () => {
  site = await openSite();
  for (const role of ['tto', 'audit', 'finance', 'secretary'] as const) who[role] = await Visitor.enter(site, `sh-${role}`);
});
after(() => site?.close(Object.values(who)));

describe('004 第十条：协议定价的，应当在本单位及技术交易市场公示科技成果名称和拟交易价格', () => {
  it('runs both notices and the countersigning side by side, in the order of this hospital and no other', async () => {
    const { tto } = who;
    await tto.open('转化', title);
    const levels = tto.page.getByRole('list', { name: '流程' }).getByRole('listitem');
    const names = (await levels.allInnerTexts()).map((t) => [...t.matchAll(/\d\. (\S+)/g)].map((m) => m[1]));
    await picture(tto.window, 'case-shanghai');
    await picture(tto.window, 'case-narrow', { width: 390 });
    assert.deepEqual(names, [
      ['成果披露'],
      ['处置审查与定价'],
      ['本单位公示', '技术交易市场公示', '合同会签'],
      ['院长办公会审议'],
      ['党委会审议'],
      ['签订合同'],
    ]);
  });

  it('names the clauses of 004 as those of a draft, with their sentence', async () => {
    const { tto } = who;
    await tto.part('现在等谁').getByRole('button', { name: '《上海操作细则（草案）》第十条第一款第二句' }).first().click();
    const clause = tto.page.getByRole('dialog', { name: '《上海操作细则（草案）》第十条第一款第二句' });
    await clause.getByText('草案', { exact: true }).waitFor();
    await clause.getByText('成果名称', { exact: false }).first().waitFor();
    await clause.getByRole('button', { name: '关闭', exact: true }).click();
    await tto.page.goto('/law/004?clause=004:11.1');
    await tto.page.getByRole('heading', { level: 2, name: '《上海操作细则（草案）》第十一条（一）' }).waitFor();
    await picture(tto.window, 'clause');
    await tto.page.goto('/law');
    await tto.page
      .getByRole('region', { name: /操作细则/ })
      .getByText('草案', { exact: true })
      .waitFor();
    await tto.page
      .getByRole('region', { name: /朝阳医院/ })
      .getByText('未采用')
      .waitFor();
  });

  it('answers the objection that waits, and goes on when the notices have run', async () => {
    const { audit, finance, secretary, tto } = who;
    await audit.task('书面答复异议', title);
    const form = await audit.form('答复异议');
    await audit.enterIn(form, {
      异议: { choose: '来信认为' },
      异议成立: { pick: '否' },
      书面答复: { type: '定价已计入注册成本，见定价依据。' },
    });
    await audit.submit(form);
    await finance.task('发表会签意见', title);
    await finance.page.getByRole('button', { name: '财务资产人事部门：同意' }).click();
    await finance.submit(finance.page.getByRole('form', { name: '发表会签意见' }));
    await tto.days(7);
    await secretary.task('提交会议审议并登记结果', title, '院长办公会审议');
    await secretary.part('院长办公会审议').getByText('待审议').waitFor();
  });
});

describe('004 第十一条（一）：应当从净收入中提取不低于70%的比例用于奖励', () => {
  it('divided 8,700,000.00 net among a team of three, each amount by its clauses', async () => {
    const { tto } = who;
    await tto.open('分配', '可降解封堵器');
    for (const amount of ['6,090,000.00', '870,000.00', '1,740,000.00', '3,045,000.00'])
      await tto.page
        .getByRole('button', { name: `为什么是${amount}？` })
        .first()
        .waitFor();
    await tto.page.getByRole('button', { name: '为什么是6,090,000.00？' }).first().click();
    const why = tto.page.getByRole('dialog');
    await why.getByText('8,700,000.00 × 70%').waitFor();
    await why.getByRole('button', { name: '《上海操作细则（草案）》第十一条（一）', exact: true }).first().waitFor();
    await why.getByText('不少于 6,090,000.00 元').first().waitFor();
    assert.ok((await why.getByText('草案', { exact: false }).count()) > 0);
  });
});
