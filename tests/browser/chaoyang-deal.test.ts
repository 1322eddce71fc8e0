import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe } from 'node:test';
import { picture } from '../support/picture.ts';
import { openSite, type Site } from '../support/site.ts';
import { story } from '../support/story.ts';
import { type Entries, Visitor } from '../support/visitor.ts';

// 案例21 anew, by the accounts of six roles, each in a window of its own.
const title = '泪液炎症标志物检测技术';
let site: Site;
const who = {} as Record<'inventor' | 'tto' | 'secretary' | 'dean' | 'finance' | 'audit', Visitor>;
const it = story(() => Object.entries(who));
before(async () => {
  site = await openSite();
  for (const role of ['inventor', 'tto', 'secretary', 'dean', 'finance', 'audit'] as const)
    who[role] = await Visitor.enter(site, `cy-${role}`);
});
after(async () => {
  await site?.close(Object.values(who));
});

const paper = (name: string) => ({ file: { name, words: `${name}\n` } });
const minutes = (on: string, number: string): Entries => ({
  决定的日期: { type: on },
  材料: paper(`${number}.txt`),
  纪要编号: { type: number },
});

describe('案例21：科技成果转化需要经过成果备案、协议定价、委员会审议、院办公会审议、党委会审议、医院公示、中技所公示、签订转化合同的整个流程', () => {
  it('begins with a disclosure by the inventor, with both patents', async () => {
    const { page } = who.inventor;
    await page.getByRole('link', { name: '披露成果' }).click();
    const form = page.getByRole('form', { name: '披露成果' });
    await who.inventor.enterIn(form, {
      成果名称: { type: title },
      成果类别: { choose: '诊断试剂' },
      简介: { type: '用于干眼与眼表炎症分型的泪液检测技术，包含两项发明专利。' },
    });
    const rights = form.getByRole('group', { name: '知识产权' });
    for (const [n, name] of ['泪液采集装置', '泪液炎症标志物检测方法'].entries()) {
      await rights.getByRole('button', { name: '添加一行' }).click();
      await who.inventor.enterIn(form.locator('.group', { has: page.getByText('专利号或登记号') }).nth(n), {
        知识产权类型: { choose: '发明专利' },
        专利号或登记号: { type: `ZL20231012345${n}.X` },
        知识产权名称: { type: name },
      });
    }
    await picture(who.inventor.window, 'disclosure');
    await form.getByRole('button', { name: '提交' }).click();
    await who.inventor.heading(title);
    await page.getByText('待备案').first().waitFor();
    await who.inventor.part('现在等谁').getByText('技术经理人（科创中心）').waitFor();
  });

  it('is registered and opened by the transfer office as a transfer', async () => {
    const { tto } = who;
    await tto.task('对披露的成果予以备案或退回', title);
    await tto.do('予以备案');
    await tto.go('转化');
    await tto.page.getByRole('link', { name: '发起转化' }).click();
    const form = tto.page.getByRole('form', { name: '发起转化' });
    await tto.enterIn(form, {
      成果: { choose: title },
      转化方式: { choose: '转让' },
      '受让（被许可）方': { choose: '受让企业（案例未载名称）' },
    });
    await form.getByRole('button', { name: '提交' }).click();
    await tto.heading(title);
    const steps = tto.page.getByRole('list', { name: '流程' }).getByRole('button');
    assert.deepEqual(
      (await steps.allInnerTexts()).map((t) => t.split('\n')[0]),
      [
        '1. 成果备案',
        '2. 协议定价',
        '3. 委员会审议',
        '4. 院办公会审议',
        '5. 党委会审议',
        '6. 医院公示',
        '7. 中技所公示',
        '8. 签订转化合同',
      ],
    );
  });

  it('is checked for what would need an approval, and priced by agreement', async () => {
    const { tto } = who;
    await tto.do('处置审查', { 涉及国家秘密: { pick: '否' }, 涉及国家安全: { pick: '否' }, 涉及关键核心技术: { pick: '否' } });
    await tto.do('确定价格', { '价格（元）': { type: '297000.00' }, 定价依据: { type: '参照同类技术转让价格，双方协商确定。' } });
    await tto.step('协议定价');
    await tto.part('协议定价').getByText('297,000.00').waitFor();
  });

  it('keeps a meeting that was recorded out of order, with its paper, and finds that a step before it is missing', async () => {
    const { secretary } = who;
    await secretary.days(7);
    await secretary.open('转化', title);
    await secretary.step('院办公会审议');
    await secretary.part('院办公会审议').getByText('“院办公会审议”之前的步骤还没有完成：委员会审议。').waitFor({ state: 'hidden' });
    const form = await secretary.form('登记会议结果', '代录');
    await secretary.enterIn(form, minutes('2026-03-06', '院办会〔2026〕9号'));
    await form.getByText('提交后将记为合规缺口').waitFor();
    await picture(secretary.window, 'recorded', { whole: false });
    await secretary.submit(form);
    await secretary.part('合规缺口').getByText('“院办公会审议”之前的步骤还没有完成：委员会审议。').waitFor();
    await secretary.part('院办公会审议').getByText('通过', { exact: true }).first().waitFor();
  });

  it('is decided by the committee, with its inventor standing aside, and by the party committee', async () => {
    const { secretary } = who;
    await secretary.task('提交会议审议并登记结果', title, '委员会审议');
    await secretary.do('登记会议结果', minutes('2026-03-04', '创发委〔2026〕2号'), '代录');
    await secretary.step('委员会审议');
    await secretary.part('委员会审议').getByText('发明人（眼科）', { exact: true }).waitFor();
    await secretary.step('党委会审议');
    await secretary.do('登记会议结果', minutes('2026-03-09', '党委会〔2026〕5号'), '代录');
  });

  it('shows the finding to the discipline office, which closes it with its explanation', async () => {
    const { audit } = who;
    await audit.go('我的一天');
    await audit.part('合规缺口').getByRole('link').first().waitFor();
    await picture(audit.window, 'my-day');
    await audit
      .part('合规缺口')
      .getByRole('link', { name: /之前的步骤还没有完成/ })
      .click();
    await audit.heading(title);
    await audit.part('合规缺口').getByRole('button', { name: '关闭缺口' }).click();
    const form = audit.page.getByRole('form', { name: '关闭缺口' });
    await audit.enterIn(form, { 情况说明: { type: '院办公会先于委员会登记；委员会3月4日已审议通过，纪要在卷。' } });
    await audit.submit(form);
    await audit.part('合规缺口').getByText('2026-03-09由纪检监察员关闭').waitFor();
  });

  it('hangs in the hospital for its period, and after that in the technology market', async () => {
    const { tto } = who;
    const notice = (location: string): Entries => ({
      公示的具体位置: { type: location },
      '异议受理方式（公示文中写明）': { type: '书面送科创中心，或致电科研处' },
    });
    await tto.open('转化', title);
    await tto.step('医院公示');
    await tto.do('发布公示', notice('院内公告栏与院内网'));
    await tto.part('医院公示').getByText('第0天，共15天').waitFor();
    await tto.step('中技所公示');
    await tto.part('中技所公示').getByText('“中技所公示”之前的步骤还没有完成：医院公示。').waitFor();
    await picture(tto.window, 'case');
    await tto.days(16);
    await tto.step('中技所公示');
    await tto.do('发布公示', notice('中国技术交易所网站'));
    await tto.days(16);
    await tto.step('中技所公示');
    await tto.part('中技所公示').getByText('公示完成').waitFor();
  });

  it('is signed by the legal representative at the price that was published', async () => {
    const { dean } = who;
    await dean.task('签订合同', title);
    await dean.do('签订合同', { 已签合同: paper('转让合同（签字版）.txt') });
    await dean.page.getByText('已签约').first().waitFor();
  });
});

describe('案例21：首个转化项目净收入29.7万元，按95%奖励', () => {
  it('books the money that came in and computes the net income', async () => {
    const { finance } = who;
    await finance.task('登记到账', title);
    await finance.do('登记到账', { 预算科目: { type: '科技成果转化收入' } });
    await finance.task('核算净收入', title);
    await finance.do('核算净收入');
    await finance.page.getByText('297,000.00').first().waitFor();
  });

  it('splits it 95% and 5%, says what each comes to while it is typed, and refuses 69.99% and 95.01% [C21-R3]', async () => {
    const { tto } = who;
    await tto.task('提出分配方案', title);
    await tto.page.getByRole('link', { name: '打开分配工作台' }).first().click();
    const bench = tto.part('分配方案');
    const share = bench.getByRole('textbox', { name: '对作出重要贡献人员的奖励和报酬 比例' });
    for (const [outside, amount] of [
      ['69.99', '207,870.30'],
      ['95.01', '282,179.70'],
    ]) {
      await share.fill(outside!);
      await bench.getByText(`“对作出重要贡献人员的奖励和报酬”为${amount}元（${outside}%）`).first().waitFor();
      assert.ok(await bench.getByRole('button', { name: '提出方案' }).isDisabled());
    }
    await share.fill('95');
    await bench.getByText('282,150.00', { exact: true }).waitFor();
    await bench.getByText('14,850.00', { exact: true }).waitFor();
    await picture(tto.window, 'split');
    await tto.enterIn(bench, { '文本没有规定由谁批准，请指定': { choose: '院办公会' } });
    await bench.getByRole('button', { name: '提出方案' }).click();
    await tto.page.getByText('团队协商中').first().waitFor();
  });

  it('is divided and confirmed by the team itself', async () => {
    const { inventor } = who;
    await inventor.task('团队协商内部分配', title);
    await inventor.do('提出团队内部分配');
    await inventor.task('确认自己的份额', title);
    await inventor.do('确认我的份额');
    await inventor.page.getByText('全体确认').first().waitFor();
  });

  it('is checked for leaders, approved, and handed over to payroll', async () => {
    const { finance, secretary } = who;
    await finance.task('核查领导身份并送审', title);
    await finance.do('核查领导身份并送审');
    await secretary.task('提交会议审议并登记结果', title, '院办公会审议分配');
    await secretary.do('登记会议结果', minutes('2026-04-10', '院办会〔2026〕14号'), '代录');
    await finance.task('移交发放名单', title);
    await finance.do('移交发放名单');
    await finance.page.getByText('已移交发放').first().waitFor();
  });

  it('gives the payroll office its list', async () => {
    const { finance } = who;
    await finance.open('分配', title);
    await picture(finance.window, 'distribution');
    const [download] = await Promise.all([
      finance.page.waitForEvent('download'),
      finance.page.getByRole('link', { name: '下载发放名单（CSV）' }).click(),
    ]);
    assert.match(download.suggestedFilename(), /发放名单\.csv$/);
    const list = await readFile(await download.path(), 'utf8');
    assert.match(list, /"cy-inventor","发明人（眼科）","眼科","100%","282150.00"/);
  });

  it('answers why it is 282,150.00 with the sentence of the clause', async () => {
    const { inventor } = who;
    await inventor.open('分配', title);
    await inventor.page.getByRole('button', { name: '为什么是282,150.00？' }).first().click();
    const why = inventor.page.getByRole('dialog', { name: '为什么是 282,150.00 元' });
    await why.getByText('297,000.00 × 95%').waitFor();
    await why
      .getByText('转让净收入或者许可净收入的70%-95%的比例用于对完成、转化该项科技成果作出重要贡献的人员的奖励和报酬', { exact: false })
      .first()
      .waitFor();
    await picture(inventor.window, 'why', { whole: false });
    await why.getByRole('button', { name: '《朝阳医院办法》奖励区间' }).first().click();
    await inventor.page.getByRole('dialog', { name: '《朝阳医院办法》奖励区间' }).getByText('它决定过的事项').waitFor();
  });

  it('ends when all is divided', async () => {
    const { tto } = who;
    await tto.task('办结转化', title);
    await tto.do('办结转化');
    await tto.page.getByText('已办结').first().waitFor();
    await tto.go('转化');
    await picture(tto.window, 'register');
    await tto.open('转化', title);
  });
});

describe('another institution sees nothing of it', () => {
  it('has no line of it in its registers, and no page at its address', async () => {
    const address = who.tto.page.url();
    const other = await Visitor.enter(site, 'sh-tto');
    for (const register of ['成果', '转化', '合同', '到账', '分配']) {
      await other.go(register);
      await other.page.getByRole('searchbox', { name: '按名称、编号等查找' }).fill(title);
      await other.page.keyboard.press('Enter');
      await other.page.getByText('没有符合条件的记录。').waitFor();
    }
    await other.page.goto(address);
    await other.heading('没有找到');
    assert.equal(await other.page.getByText(title).count(), 0);
    await other.leave();
  });
});
