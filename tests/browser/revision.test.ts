import { after, before, describe, it } from 'node:test';
import { isWell } from '../support/page-check.ts';
import { openSite, type Site } from '../support/site.ts';
import { Visitor } from '../support/visitor.ts';

let site: Site;
let tto: Visitor;
before(async () => {
  site = await openSite();
  tto = await Visitor.enter(site, 'sh-tto');
});
after(async () => {
  await site?.close([tto]);
});

describe('an institution reads its text beside the texts above it', () => {
  it('is reached from the reader, and marks each rule by how its own answer stands', async () => {
    const { page } = tto;
    await tto.go('条款');
    await page.getByRole('link', { name: /操作细则/ }).click();
    await page.getByRole('link', { name: '对照上位文本' }).click();
    await page.getByRole('heading', { level: 1, name: /^对照上位文本：/ }).waitFor();
    const limits = tto.part('奖励的下限与上限');
    await limits.getByText('更严', { exact: true }).first().waitFor();
    await limits.getByText('对《转化法》第四十五条第一款（一）').first().waitFor();
    await tto.part('净收入扣除项目').getByText('只在本文').waitFor();
    await tto.part('本文没有规定').getByText('公示期限', { exact: true }).waitFor();
    await isWell(tto.window, 'a text beside those above it');
    await limits
      .getByRole('button', { name: /《转化法》/ })
      .first()
      .click();
    await page.getByRole('dialog').getByText('它回答的问题').waitFor();
    await page.keyboard.press('Escape');
  });
  it('says so where nothing stands above a text', async () => {
    await tto.page.goto('/law/cn-conversion-law/comparison');
    await tto.page.getByText('上位文本没有回答这个问题。').first().waitFor();
    await isWell(tto.window, 'a text with nothing above it');
  });
});

describe('an institution revises its own text: it is checked, shown clause by clause, and adopted from a day', () => {
  it('names the faults, shows what changes, and the reader then says which edition holds since when', async () => {
    const { page } = tto;
    await page.goto('/law/shifan');
    await page.getByRole('link', { name: '修订', exact: true }).click();
    await tto.heading('修订：示范医院办法');
    await page.getByLabel('哪个文件').selectOption('3-split.yaml');
    const content = page.getByRole('textbox', { name: '3-split.yaml' });
    const original = await content.inputValue();
    const reward = 'counts: contributor-reward, chosenBy';
    await content.fill(original.replace('to: institution', 'to: hospital'));
    await page.getByRole('button', { name: /^检\s?查$/ }).click();
    const faults = page.getByRole('alert');
    await faults.getByText('shifan/3-split.yaml第18行').waitFor();
    await faults.getByText(/不能写作“hospital”。可以写：persons/).waitFor();
    await isWell(tto.window, 'a change with a fault');
    await content.fill(
      original.replace(reward, 'counts: contributor-reward, atLeast: 80%, chosenBy').replace('三部分；', '三部分，奖励不低于80%；'),
    );
    await page.getByRole('button', { name: /^检\s?查$/ }).click();
    await page.getByRole('alert').waitFor();
    await page.getByText('算例“净收入870万元”').waitFor();
    await page.getByLabel('上传规则文件').setInputFiles({
      name: '3-split.examples.yaml',
      mimeType: 'text/yaml',
      buffer: Buffer.from(
        '- { name: 奖励八成, rule: distribution-parts, given: { mode: transfer }, on: 2026-03-02, of: 1000000.00, shares: { contributors: 80%, tto: 10%, tto-staff: 3% }, gives: { contributors: 800000.00 } }',
      ),
    });
    await page.getByRole('button', { name: /^检\s?查$/ }).click();
    const clause = page.getByRole('region', { name: '《示范医院办法》收益分配' });
    await clause.getByText('变化：数值').waitFor();
    await clause.getByText('成果完成人团队奖励 ≥ 80%').waitFor();
    await isWell(tto.window, 'what a change is');
    const form = page.getByRole('form', { name: '修订文本' });
    await form.getByRole('textbox', { name: '自哪一天起' }).fill('2024-01-01');
    await form.getByRole('textbox', { name: '依据' }).fill('院长办公会2026年第5次会议');
    await form.getByRole('button', { name: '采用修订' }).click();
    await form.getByRole('alert').getByText('本单位在2024-01-01没有采用').waitFor();
    await isWell(tto.window, 'a revision that is refused');
    await form.getByRole('textbox', { name: '自哪一天起' }).fill('2026-03-02');
    await form.getByRole('button', { name: '采用修订' }).click();
    const editions = tto.part('修订');
    await editions.getByText('院长办公会2026年第5次会议').waitFor();
    await page.locator('.ant-message-notice').first().waitFor({ state: 'detached' });
    await page.getByRole('link', { name: /^收益分配(?!的)/ }).click();
    await page.getByText('成果完成人团队奖励 ≥ 80%').waitFor();
    await isWell(tto.window, 'a revised text');
    await editions.getByRole('link').first().click();
    await page.getByRole('link', { name: /^收益分配(?!的)/ }).click();
    await page.getByText('≥ 80%').first().waitFor({ state: 'detached' });
    await page.getByText('成果完成人团队奖励', { exact: true }).waitFor();
    await tto.go('条款');
    await page.getByText('已修订').waitFor();
    await isWell(tto.window, 'the texts, one of them revised');
    await page.goto('/simulate');
    await page.getByText('≥ 80%').first().waitFor();
  });
});
