import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { openWindow } from '../support/browser.ts';
import { openSite, type Site } from '../support/site.ts';
import { Visitor } from '../support/visitor.ts';

let site: Site;
let tto: Visitor;
let finance: Visitor;
let audit: Visitor;
before(async () => {
  site = await openSite();
  tto = await Visitor.enter(site, 'cy-tto');
  finance = await Visitor.enter(site, 'cy-finance');
  audit = await Visitor.enter(site, 'sh-audit');
});
after(() => site?.close([tto, finance, audit]));

const fieldOf = (form: Locator, label: string): Locator =>
  form.locator('.field', { has: form.page().getByLabel(label, { exact: true }) }).last();
const focused = (page: Page): Promise<string> =>
  page.evaluate('document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent.trim()') as Promise<string>;
/** What has the focus shows that it has: an outline, or a border and shadow of its own. */
const isShown = (page: Page): Promise<boolean> =>
  page.evaluate(`(() => {
    const at = document.activeElement;
    const seen = (e) => { const s = getComputedStyle(e); return (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== 'none'; };
    return seen(at) || (at.closest('.ant-select, .ant-input-affix-wrapper') !== null && seen(at.closest('.ant-select, .ant-input-affix-wrapper')));
  })()`) as Promise<boolean>;

describe('a fault stands at its field in words, and what was typed stays', () => {
  it('says what is wrong with an amount and what is missing, all at once', async () => {
    await finance.open('转化', '眼内液检测技术');
    const form = await finance.form('登记到账');
    const amount = form.getByRole('textbox', { name: '到账金额（元）' });
    assert.equal(await amount.inputValue(), '297000.00', 'the contract’s price is offered');
    for (const [typed, said] of [
      ['297000.005', '“297000.005”的小数超过两位。金额精确到分。'],
      ['-1', '金额不能为负。'],
      ['NaN', '“NaN”不是金额。请写作 297000.00 或 29.7万。'],
      ['10000000000000000', '“10000000000000000”超过一千万亿元，请检查位数。'],
    ] as const) {
      await amount.fill(typed);
      await form.getByRole('button', { name: '提交' }).click();
      await fieldOf(form, '到账金额（元）').getByText(said).waitFor();
      assert.equal(await amount.inputValue(), typed);
      assert.equal(await amount.getAttribute('aria-invalid'), 'true');
    }
    await fieldOf(form, '预算科目').getByText('请填写。').waitFor();
    await form.getByText('请改正标红的2处。').waitFor();
    assert.equal(await form.locator(':focus').getAttribute('id'), await amount.getAttribute('id'), 'the first field at fault');
    await finance.page.keyboard.press('Escape');
  });

  it('keeps a day that is none, and reads one written otherwise', async () => {
    await audit.open('转化', '床旁血栓快速检测芯片');
    const form = await audit.form('登记异议');
    const day = form.getByRole('textbox', { name: '收到日期' });
    await day.fill('2026-02-30');
    await form.getByRole('button', { name: '提交' }).click();
    await form.getByText('日历上没有“2026-02-30”这一天。').waitFor();
    assert.equal(await day.inputValue(), '2026-02-30');
    await form.getByText('请改正标红的').waitFor();
    await day.fill('2026年3月1日');
    await day.press('Tab');
    assert.equal(await day.inputValue(), '2026-03-01');
    await form.getByRole('button', { name: '提交' }).click();
    await form.getByText('日历上没有').waitFor({ state: 'detached' });
    await audit.page.keyboard.press('Escape');
  });

  it('asks only what the answers before it make a question', async () => {
    await tto.page.goto('/begin/conversion.open');
    const form = tto.page.getByRole('form', { name: '发起转化' });
    const basis = form.getByRole('textbox', { name: '“其他”方式的法律依据' });
    await form.getByRole('combobox', { name: '转化方式' }).waitFor();
    assert.equal(await basis.count(), 0);
    await tto.enterIn(form, { 转化方式: { choose: '其他' } });
    await basis.waitFor();
    await form.getByRole('button', { name: '提交' }).click();
    await form.getByText('没有办理成功。').waitFor();
    assert.ok(await fieldOf(form, '成果').getByText('请填写。').isVisible());
  });
});

describe('everything can be done with the keyboard alone, and the focus is seen', () => {
  it('signs in, opens a matter, does a command and is back where it began', async () => {
    const window = await openWindow(site.browser, { origin: site.origin });
    const { page } = window;
    const { keyboard } = page;
    /** Goes on with Tab to what is called so; the focus is seen wherever it rests. */
    const tabTo = async (name: string | RegExp): Promise<void> => {
      for (let i = 0; i < 80; i += 1) {
        await keyboard.press('Tab');
        const at = await focused(page);
        if (typeof name === 'string' ? at === name : name.test(at)) {
          assert.ok(await isShown(page), `the focus on ${at} is not seen`);
          return;
        }
      }
      throw new Error(`Tab never came to ${name}; it is on ${await focused(page)}`);
    };
    await page.goto('/sign-in');
    await page.getByRole('heading', { level: 2, name: '演示账号' }).waitFor();
    await page.getByLabel('登录名').focus();
    await keyboard.type('sh-finance');
    await keyboard.press('Tab');
    await keyboard.type('tongtu-demo');
    await keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: '我的一天' }).waitFor();
    await tabTo('发表会签意见');
    await keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: '床旁血栓快速检测芯片' }).waitFor();

    // a clause opened and closed gives the focus back
    await tabTo(/^《上海操作细则/);
    const chip = await focused(page);
    await keyboard.press('Enter');
    await page.getByRole('dialog', { name: chip }).waitFor();
    await keyboard.press('Escape');
    await page.getByRole('dialog', { name: chip }).waitFor({ state: 'hidden' });
    assert.equal(await focused(page), chip);

    await tabTo('财务资产人事部门：同意');
    await keyboard.press('Enter');
    const form = page.getByRole('form', { name: '发表会签意见' });
    await form.waitFor();
    await tabTo('提交');
    await keyboard.press('Enter');
    await form.waitFor({ state: 'detached' });
    await page.getByText('会签通过').first().waitFor();
    // the button is gone with what it did: the focus is on the page, not lost
    await page.locator('#content:focus, #content :focus').first().waitFor();
    await window.close();
    assert.deepEqual([window.foreign, window.errors], [[], []]);
  });

  it('leaves a list of which several may be chosen by Tab, with what was chosen', async () => {
    await tto.page.goto('/begin/conversion.open');
    const form = tto.page.getByRole('form', { name: '发起转化' });
    await form.getByRole('combobox', { name: '成果' }).focus();
    await tto.page.keyboard.type('眼内液');
    await tto.page.locator('.ant-select-dropdown').getByTitle('眼内液检测技术').waitFor();
    await tto.page.keyboard.press('Enter');
    await tto.page.keyboard.press('Tab');
    await form.locator('.ant-select').getByText('眼内液检测技术').first().waitFor();
    assert.equal(await focused(tto.page), '转化方式');
  });
});
