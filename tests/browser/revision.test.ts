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
