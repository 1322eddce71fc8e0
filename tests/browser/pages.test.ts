import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openWindow } from '../support/browser.ts';
import { isWell } from '../support/page-check.ts';
import { openSite, type Site } from '../support/site.ts';
import { Visitor } from '../support/visitor.ts';

let site: Site;
let tto: Visitor;
let running: Visitor;
before(async () => {
  site = await openSite();
  tto = await Visitor.enter(site, 'cy-tto');
  running = await Visitor.enter(site, 'sh-tto');
});
after(async () => {
  await site?.close([tto, running]);
});

describe('every page is accessible, fits its window and speaks one language, at 1280 and at 390 px, in Chinese and in English', () => {
  it('the door', async () => {
    const window = await openWindow(site.browser, { origin: site.origin });
    await window.page.goto('/sign-in');
    await window.page.getByRole('heading', { level: 2, name: '演示账号' }).waitFor();
    await isWell(window, 'the door');
    await window.close();
    assert.deepEqual([window.foreign, window.errors], [[], []]);
  });

  it('my day and what is not there', async () => {
    await running.go('我的一天');
    await running.page.getByText('床旁血栓快速检测芯片').first().waitFor();
    await isWell(running.window, 'my day');
    await running.page.goto('/cases/00000000-0000-4000-8000-000000000000');
    await running.heading('没有找到');
    await isWell(running.window, 'not found');
  });

  it('the registers, filled and empty', async () => {
    for (const name of ['成果', '转化', '合同', '到账', '分配', '人员', '合作单位', '会议']) {
      await tto.go(name);
      await tto.page.locator('.ant-table-row').first().waitFor();
      await isWell(tto.window, `register ${name}`);
    }
    await tto.page.goto('/registers/conversions?state=stalled');
    await tto.page.getByText('没有符合条件的记录。').waitFor();
    await isWell(tto.window, 'an empty register');
  });

  it('the texts and a text of the law', async () => {
    await running.go('条款');
    await isWell(running.window, 'the texts');
    await running.page.getByRole('link', { name: /操作细则/ }).click();
    await running.page
      .getByRole('navigation', { name: '选一条查看' })
      .getByRole('link', { name: /第十一条（一） / })
      .click();
    await running.page.getByRole('heading', { level: 2, name: '《上海操作细则（草案）》第十一条（一）' }).waitFor();
    await isWell(running.window, 'a text');
  });

  it('a case under way, a case that is done, a disclosure, the file of a case', async () => {
    await running.open('转化', '床旁血栓快速检测芯片');
    await isWell(running.window, 'a case under way');
    await running.step('合同会签');
    await isWell(running.window, 'a step of another');
    await running.open('成果', '床旁血栓快速检测芯片');
    await isWell(running.window, 'a disclosure');
    await tto.open('转化', '眼内液检测技术');
    await isWell(tto.window, 'a case that is done');
    for (const tab of ['材料', '账目', '更正', '经过']) {
      await tto.page.getByRole('tab', { name: tab }).click();
      await isWell(tto.window, `the file: ${tab}`);
    }
  });

  it('the bench of a distribution, and why an amount is what it is', async () => {
    await tto.open('分配', '眼内液检测技术');
    await isWell(tto.window, 'the bench');
    await tto.page.getByRole('button', { name: '为什么是282,150.00？' }).first().click();
    await tto.page.getByRole('dialog').getByText('297,000.00 × 95%').waitFor();
    await isWell(tto.window, 'why 282,150.00');
    await tto.page.getByRole('dialog').getByRole('button', { name: '《朝阳医院办法》奖励区间' }).first().click();
    await tto.page.getByText('它决定过的事项').waitFor();
    await isWell(tto.window, 'a clause at the side');
  });

  it('forms that begin a matter, with lines added and with faults', async () => {
    for (const command of ['achievement.disclose', 'conversion.open']) {
      await tto.page.goto(`/begin/${command}`);
      await tto.page.getByRole('button', { name: '添加一行' }).last().click();
      await tto.page.getByRole('button', { name: '提交' }).click();
      await tto.page.getByText('没有办理成功。').waitFor();
      await isWell(tto.window, command);
    }
  });

  it('forms at the side: done here, entered for another, steering the whole', async () => {
    await running.open('转化', '床旁血栓快速检测芯片');
    for (const [command, way] of [
      ['登记异议', '办理'],
      ['答复异议', '代录'],
      ['退回某一步', '办理'],
      ['留存尽职材料', '办理'],
    ] as const) {
      const form = await running.form(command, way);
      await form.getByRole('button', { name: '提交' }).click();
      await form.getByText('没有办理成功。').waitFor();
      await isWell(running.window, `${command}: ${way}`);
      await running.page.getByRole('dialog').getByRole('button', { name: '关闭', exact: true }).click();
      await form.waitFor({ state: 'detached' });
    }
    await running.step('院长办公会审议');
    await running.form('登记会议结果', '代录');
    await isWell(running.window, 'a meeting entered before its time');
  });
});
