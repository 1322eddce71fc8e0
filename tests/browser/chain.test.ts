import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { isWell } from '../support/page-check.ts';
import { pkuSite } from '../support/pku-site.ts';
import { story } from '../support/story.ts';
import { Visitor } from '../support/visitor.ts';

let site: Awaited<ReturnType<typeof pkuSite>>;
const who = {} as Record<'tto' | 'computing' | 'chemistry', Visitor>;
const it = story(() => Object.entries(who));
before(async () => {
  site = await pkuSite();
  for (const login of ['tto', 'computing', 'chemistry'] as const) who[login] = await Visitor.enter(site, login);
});
after(() => site?.close(Object.values(who)));

type Node = { readonly name: string; readonly status: string; readonly grey: boolean };
/** The nodes of the picture, and which are in the soft colour of what does not count. */
const nodes = async (v: Visitor): Promise<Node[]> =>
  (await v.page.evaluate(`(() => {
    const probe = document.body.appendChild(document.createElement('span'));
    probe.style.color = 'var(--ink-soft)';
    const soft = getComputedStyle(probe).color;
    probe.remove();
    return [...document.querySelectorAll('ol.picture .node')].map((node) => ({
      name: node.querySelector('.name').textContent,
      status: node.querySelector('.status').textContent,
      grey: getComputedStyle(node.querySelector('.name')).color === soft,
    }));
  })()`)) as Node[];

describe('案例2 北京大学：项目负责人—院系—科技开发部—领导小组—学校常委会', () => {
  it('prints all five nodes of the chain and greys the one that 5,000,000 does not require [C02-R3]', async () => {
    const { tto } = who;
    await tto.open('转化', '中文字库');
    const chain = await nodes(tto);
    assert.deepEqual(
      chain.map((n) => n.name),
      ['1. 项目负责人申报', '2. 院系审核', '3. 科技开发部审批（初审）', '4. 领导小组批准（审核）', '5. 党委常委会批准', '6. 签订合同'],
    );
    assert.deepEqual(
      chain.map((n) => n.grey),
      [false, false, false, false, true, false],
    );
    assert.equal(chain[4]!.status, '本档金额不需要');
    await isWell(tto.window, 'a chain with a step passed by');
  });
  it('puts it among the tasks of the head of that department, and of no other [C02-R3]', async () => {
    const { computing, chemistry } = who;
    await computing.go('我的一天');
    await computing.part('现在轮到您办').getByText('中文字库').first().waitFor();
    await chemistry.go('我的一天');
    await chemistry.page.getByText('现在没有轮到您办的事', { exact: false }).waitFor();
    assert.equal(await chemistry.page.getByText('中文字库').count(), 0);
    await computing.task('发表会签意见', '中文字库');
    await computing.page.getByRole('list', { name: '流程' }).getByRole('button', { name: '院系审核' }).waitFor();
  });
});

describe('004 第一条（依据）、第二条（目的）', () => {
  it('shows what the text is for, with four elements, and what it rests on; the plan that ended says so [R4-002] [R4-003]', async () => {
    const { tto } = who;
    const help = tto.part('目的与依据');
    await tto.page.goto('/law/004');
    await help.getByText('要素：技术、资本、人才、服务').waitFor();
    assert.equal(await help.getByRole('listitem').count(), 4);
    assert.equal(await help.getByText('到期').count(), 0);
    await isWell(tto.window, 'the purpose and the basis of a text');
    site.today('2028-01-01');
    await tto.page.reload();
    const plan = help.getByRole('listitem').filter({ hasText: '行动方案（2024-2027 年）' });
    await plan.getByText('到期', { exact: true }).waitFor();
    assert.equal(await help.getByText('到期', { exact: true }).count(), 1);
  });
});
