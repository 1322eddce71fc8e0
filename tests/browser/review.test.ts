import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { isWell } from '../support/page-check.ts';
import { reviewSite } from '../support/review-site.ts';
import type { Site } from '../support/site.ts';
import { story } from '../support/story.ts';
import { Visitor } from '../support/visitor.ts';

// A review of four stages, by people each in a window of his own: one of them has no other sight of the matter.
let site: Site;
const who = {} as Record<'tto' | 'head' | 'legal' | 'finance' | 'expert' | 'vice', Visitor>;
const it = story(() => Object.entries(who));
before(async () => {
  site = await reviewSite();
  for (const role of ['tto', 'head', 'legal', 'finance', 'expert', 'vice'] as const) who[role] = await Visitor.enter(site, role);
});
after(async () => {
  for (const visitor of Object.values(who)) await visitor.leave();
  await site.close();
  assert.deepEqual(site.faults, []);
});

const stage = (v: Visitor, name: string) => v.page.getByRole('list', { name: '会签的各阶段' }).getByRole('region', { name });
/** Does what stands at an opinion in the picture. */
async function act(v: Visitor, name: string, entries: Parameters<Visitor['enterIn']>[1] = {}, before?: () => Promise<void>): Promise<void> {
  await v.page.getByRole('button', { name, exact: true }).click();
  await before?.();
  const form = v.page.getByRole('dialog').getByRole('form');
  await form.waitFor();
  await v.enterIn(form, entries);
  await v.submit(form);
  await v.page.getByText('已办理').waitFor({ state: 'detached' });
}

describe('串行与并行：院系、职能部门与专家、院领导，as a picture in which everybody acts', () => {
  it('waits for the head of the unit, who finds it among his tasks and agrees with an attachment', async () => {
    const { head } = who;
    await head.task('发表会签意见', '封堵器');
    await stage(head, '院系').getByText('等您的意见').waitFor();
    await stage(head, '院领导').getByText('未轮到').waitFor();
    await isWell(head.window, 'a review that waits for me');
    await act(head, '心内科：同意', { 意见: { type: '同意转让' }, 附件: { file: { name: '科室意见.txt', words: '同意' } } }, () =>
      head.page.getByRole('dialog').getByRole('button', { name: '添加一行' }).click(),
    );
    await stage(head, '院系').getByText('同意转让').waitFor();
    await stage(head, '院系').getByRole('link', { name: '科室意见.txt' }).waitFor();
    await stage(head, '职能部门').getByText('进行中').waitFor();
  });

  it('shows who steers it that he may remind and recall, and why he may not speak', async () => {
    const { tto } = who;
    await tto.open('转化', '封堵器');
    await tto.part('现在等谁').getByText('法务专员').first().waitFor();
    await tto.part('现在等谁').getByText('专家甲').first().waitFor();
    await act(tto, '催办');
    await stage(tto, '专家').getByText('2026-03-02催办，共1次').waitFor();
    await tto.page.getByText('现在不能办理的，及其原因').click();
    await tto.page.getByText('现在不等待这个意见', { exact: false }).first().waitFor();
    await isWell(tto.window, 'a review that I steer');
  });

  it('takes a view asked for, a reviewer added and an opinion handed over', async () => {
    const { legal, expert } = who;
    await legal.open('转化', '封堵器');
    await act(legal, '法务部门：委派（征询意见）', { 征询谁: { choose: '专家甲（研究所）' }, 征询的问题: { type: '条款是否可行？' } });
    await stage(legal, '职能部门').getByText('等待答复').waitFor();
    await expert.task('答复征询的意见', '封堵器');
    await act(expert, '法务部门：答复征询', { 答复: { type: '可行' } });
    await act(expert, '专家委员会：同意');
    await stage(expert, '专家').getByText('通过').waitFor();
    await legal.page.reload();
    await stage(legal, '职能部门').getByText('可行', { exact: true }).waitFor();
    await act(legal, '法务部门：加签', { '会签人（角色等）': { choose: '纪检监察审计' }, 加在何处: { pick: '在其之后' } });
    await act(legal, '法务部门：转办', { 转给谁: { choose: '法务主管' }, 理由: { type: '出差' } });
    await stage(legal, '职能部门').getByText('2026-03-02由法务专员转办法务主管：出差').waitFor();
    await isWell(legal.window, 'a review with everything in it');
  });

  it('goes back to an earlier stage with its reason, and what was said stays on the page', async () => {
    const { finance, tto } = who;
    await finance.open('转化', '封堵器');
    await act(finance, '财务资产人事部门：退回', { 理由: { type: '请补充成本说明' } }, async () => {
      await isWell(finance.window, 'where it goes back to');
      await finance.page.getByRole('radiogroup', { name: '退回到哪里' }).getByText('阶段：院系').click();
    });
    await stage(finance, '院系').getByText('进行中').waitFor();
    await tto.page.reload();
    await tto.page.getByText(/^此前的意见/).click();
    await tto.page.getByText('请补充成本说明').waitFor();
    await tto.page.getByText('退回到“院系”').waitFor();
  });

  it('is entered for another from a paper, by who may', async () => {
    const { tto } = who;
    await act(tto, '心内科：代录', {
      由谁决定: { type: '心内科主任' },
      决定的日期: { type: '2026-03-02' },
      材料: { file: { name: '会签单.txt', words: '同意' } },
      同意: { pick: '是' },
    });
    await stage(tto, '院系').getByText('心内科主任 2026-03-02 · 代录').waitFor();
    await stage(tto, '职能部门').getByText('进行中').waitFor();
  });
});
