import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import type { FastifyInstance } from 'fastify';
import type { Browser, Page } from 'playwright-core';
import { buildServer } from '../../apps/server/server.ts';
import { ensureWebPages } from '../../apps/server/web-pages.ts';
import { openBrowser, openWindow, type Window } from '../support/browser.ts';
import { accepted } from '../support/house.ts';
import { isWell } from '../support/page-check.ts';
import { type PlainHouse, plain, plainHouse } from '../support/plain.ts';
import { Rights } from '../support/rights.ts';
import { childOf } from '../support/tree.ts';

let h: PlainHouse;
let app: FastifyInstance;
let browser: Browser;
let origin = '';
before(async () => {
  const pages = ensureWebPages();
  h = await plainHouse({
    founding: {
      ...plain,
      people: {
        ...plain.people,
        judge: { name: '评审专家甲', unit: '同行单位', roles: [] },
        engineer: { name: '执行组成员', unit: '研发部', roles: ['EG'] },
        supervisor: { name: '监督协调组成员', unit: '科研处', roles: ['SG'] },
        'for-maker': { name: '企业代表', unit: '甲医药公司', roles: [] },
        'for-institute': { name: '研究所代表', unit: '乙研究所', roles: [] },
      },
      parties: {
        ...plain.parties,
        maker: { title: '甲医药公司', kind: 'enterprise' },
        institute: { title: '乙研究所', kind: 'institute' },
        outsider: { title: '丁公司', kind: 'enterprise' },
      },
      adoptions: [...plain.adoptions, ...['000', '001'].map((text) => ({ text, from: '2026-01-01', basis: '产学研转化项目' }))],
    },
  });
  app = await buildServer({ engine: h.engine, settings: { origin: undefined }, web: await pages });
  await app.listen({ host: '127.0.0.1', port: 0 });
  origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  browser = await openBrowser();
});
after(async () => {
  await browser.close();
  await app.close();
  await h.close();
});

/** A window signed in as that person. */
async function windowOf(login: string): Promise<Window> {
  const { person } = h.who.as(login);
  await h.see(h.who.as(login), async () => undefined); // gives the account
  const window = await openWindow(browser, { origin });
  const signed = await window.page.request.post('/api/session', { data: { login: `test-${person}`, password: 'a password of the tests' } });
  assert.equal(signed.status(), 204);
  return window;
}

const submit = (page: Page) =>
  page
    .getByRole('form')
    .getByRole('button', { name: /^提\s?交$/ })
    .click();
const act = (page: Page, command: string) =>
  page.getByRole('listitem').filter({ hasText: command }).getByRole('button', { name: '办理' }).click();

const items = ['创新性', '先进性', '成熟度', '知识产权', '经济和社会效益', '市场实现', '外部资源', '技术风险', '市场风险', '政策风险'];
const most = [15, 15, 10, 10, 15, 15, 5, 5, 5, 5];

describe('专家评分：the card is a form of its own, and its result a table with its other readings', () => {
  it('says at the item that its points lie above the maximum, takes the corrected sheet, and shows the result', async () => {
    const d = h.deal();
    const disclosed = await d.send('first', 'achievement.disclose', undefined, {
      title: '早筛试剂盒',
      kind: 'reagent',
      summary: '测试',
      contributors: [{ person: d.who.people.first, main: true }],
      rights: [],
    });
    const input = { achievement: disclosed.made.achievement, experts: [{ person: d.who.people.judge }, { person: d.who.people.first }] };
    const root = accepted(await d.try('tto', 'maturity.open', undefined, input)).case;
    const expert = await windowOf('judge');
    await expert.page.goto(`/cases/${root}`);
    await expert.page.getByText('待评分').waitFor();
    await isWell(expert, 'a round of scoring');
    await act(expert.page, '提交评分');
    for (const [i, item] of items.entries()) {
      await expert.page.getByRole('textbox', { name: `${item} 满分${most[i]}` }).fill(item === '创新性' ? '16' : String(most[i]));
    }
    for (const note of ['团队能力', '产品化要素', '生产化要素', '商业化要素']) {
      await expert.page.getByRole('textbox', { name: note }).fill(`${note}已说明`);
    }
    await submit(expert.page);
    await expert.page.getByRole('alert').getByText('“创新性”给了16分，满分是15分。').first().waitFor();
    await isWell(expert, 'a sheet with a fault');
    await expert.page.getByRole('textbox', { name: '创新性 满分15' }).fill('12.5');
    await submit(expert.page);
    await expert.page.getByText('已评分').waitFor();
    await expert.close();
    const round = await childOf(d, root, 'scorecard');
    accepted(await d.try('tto', 'round.conclude', round, {}));
    const office = await windowOf('tto');
    await office.page.goto(`/cases/${root}`);
    await office.page.getByText('具备成熟度', { exact: true }).waitFor();
    await office.page.getByText('总分 97.5 分').first().waitFor();
    await office.page.getByText('成果完成人', { exact: true }).waitFor();
    await isWell(office, 'a concluded round');
    await office.close();
  });
});

describe('风险、核对清单、时间安排：each its own face', () => {
  it('shows the cell of the matrix, settles a measure at its line, and enters what was done in the timeline', async () => {
    const d = h.deal();
    const found = { title: '技术研发失败风险', class: 'technical', description: '小试结果不稳定', assessor: d.who.people.supervisor };
    const root = accepted(await d.try('engineer', 'risk.identify', undefined, found)).case;
    accepted(await d.try('supervisor', 'risk.assess', root, { probability: '70.5%', impact: 'high', grounds: '按本季度情况' }));
    const supervisor = await windowOf('supervisor');
    const { page } = supervisor;
    await page.goto(`/cases/${root}`);
    await page.getByRole('cell', { name: '高风险 ← 本项风险' }).waitFor();
    await page.getByText('0/6项已核对').waitFor();
    await isWell(supervisor, 'a risk');
    await page.getByRole('button', { name: '提交一项：成立专项风险应对小组' }).click();
    await isWell(supervisor, 'an item of a checklist');
    await page.getByRole('textbox', { name: /依据（写明在哪里）/ }).fill('小组名单见附件');
    await submit(page);
    await page.getByText('1/6项已核对').waitFor();
    await page.getByRole('button', { name: /^登记完成：跟踪风险变化/ }).click();
    await submit(page);
    await page.getByText('按期完成').waitFor();
    await page.locator('.ant-message-notice').first().waitFor({ state: 'detached' });
    await isWell(supervisor, 'a schedule');
    await supervisor.close();
  });
});

describe('权益归属：the ground beside the owner, the annex marked, consents by name', () => {
  it('says that a default was used, and shows who has not consented yet', async () => {
    const r = new Rights(h);
    await r.byDefault('made', { parties: ['maker', 'institute'] });
    const sale = await r.proposed('transfer', 'maker', { to: r.party('outsider') });
    accepted(await r.try('tto', 'payment.agree', sale, { way: 'lump-sum', amount: '300000.00', dueOn: '2026-06-30', instalments: [] }));
    const office = await windowOf('tto');
    await office.page.goto(`/cases/${r.root}`);
    await office.page.getByText('协议没有约定，按默认规则').waitFor();
    await office.page.getByText('未答复').waitFor();
    await isWell(office, 'an ownership');
    await office.close();
    const institute = await windowOf('for-institute');
    await institute.page.goto(`/cases/${r.root}`);
    await act(institute.page, '答复是否同意');
    await institute.page.getByRole('radio', { name: '同意', exact: true }).check();
    await submit(institute.page);
    await institute.page.getByText(/^同意 2026-/).waitFor();
    await institute.close();
  });
  it('marks the clauses of the annex, and asks at the line for what a party brings', async () => {
    const r = await new Rights(h).opened({ parties: ['maker', 'institute'] });
    accepted(await r.template('A.1.2'));
    const office = await windowOf('tto');
    await office.page.goto(`/cases/${r.root}`);
    await office.page.getByText('资料性', { exact: true }).first().waitFor();
    await office.page.getByRole('button', { name: '填写投入：设施（企业）' }).click();
    await office.page.getByRole('textbox', { name: '数量' }).fill('GMP中试车间一处');
    await office.page.keyboard.press('Escape');
    await isWell(office, 'terms of an ownership');
    await office.close();
  });
  it('is read in the clause reader with its values in words', async () => {
    const office = await windowOf('tto');
    for (const [text, said] of [
      ['000', '技术指标 50：创新性 15、先进性 15'],
      ['001', '技术指标达标率 20%'],
    ] as const) {
      await office.page.goto(`/law/${text}`);
      await office.page.getByRole('main').waitFor();
      const title = text === '000' ? /^8\.2 表1/ : /^7\.2 表2/;
      await office.page.getByRole('link', { name: title }).first().click();
      await office.page.getByText(said).first().waitFor();
      await isWell(office, `the clauses of ${text}`);
    }
    await office.close();
  });
});
