import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import type { FastifyInstance } from 'fastify';
import type { Browser, Locator, Page } from 'playwright-core';
import { cookieName } from '../../apps/server/routes/context.ts';
import { buildServer } from '../../apps/server/server.ts';
import { ensureWebPages } from '../../apps/server/web-pages.ts';
import { lookAt } from '../../packages/engine/database.ts';
import { giveAccount, signIn } from '../../packages/engine/sessions.ts';
import { showYuan } from '../../packages/kernel/money.ts';
import { openBrowser, openWindow, type Window } from '../support/browser.ts';
import { accepted } from '../support/house.ts';
import { type PlainHouse, plainHouse } from '../support/plain.ts';

let h: PlainHouse;
let app: FastifyInstance;
let browser: Browser;
let origin: string;
let pages: string;
before(async () => {
  h = await plainHouse();
  pages = await ensureWebPages();
  app = await buildServer({ engine: h.engine, settings: { origin: undefined }, web: pages });
  await app.listen({ host: '127.0.0.1', port: 0 });
  origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  browser = await openBrowser();
});
after(async () => {
  await browser.close();
  await app.close();
  await h.close();
});

type Supposed = Readonly<Record<string, unknown>>;
const addressOf = (q: Supposed): string =>
  `/simulate?${Object.entries(q)
    .map(([k, v]) => `${k}=${encodeURIComponent(JSON.stringify(v))}`)
    .join('&')}`;
const chaoyang = { law: ['cn-conversion-law', 'chaoyang'], amount: '297000.00', receivedOn: '2026-03-02', paidOn: '2026-03-20' };

/** A window without an account, on the simulator; at the end it has asked no other host and thrown no error. */
async function visiting(q: Supposed, look: (w: Window) => Promise<void>, width = 1280): Promise<void> {
  const w = await openWindow(browser, { origin, width, height: 1000 });
  try {
    await w.page.goto(addressOf(q));
    await w.page.getByRole('heading', { name: /结果|Result/, level: 2 }).waitFor();
    await look(w);
    assert.deepEqual([w.foreign, w.errors], [[], []]);
  } finally {
    await w.close();
  }
}
const hasFocus = async (page: Page, what: Locator): Promise<boolean> => (await what.and(page.locator(':focus')).count()) === 1;
const why = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^${name} .*为什么`) });
async function isClean(page: Page, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
    .analyze();
  assert.deepEqual(
    violations.map((v) => `${v.id}: ${v.help} — ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`),
    [],
    what,
  );
  const over = (await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')) as number;
  assert.ok(over <= 0, `${what}: ${over} px wider than the window`);
}

describe('“如果…”, without an account', () => {
  it('is found at the door, says what to do first, and answers as soon as an institution is chosen', async () => {
    const w = await openWindow(browser, { origin });
    const asked: string[] = [];
    w.page.on('request', (r) => {
      if (r.url().includes('/api/')) asked.push(new URL(r.url()).pathname);
    });
    await w.page.goto('/sign-in');
    await w.page.getByRole('link', { name: /不登录/ }).click();
    await w.page.getByText('先选一个单位的办法').waitFor();
    await w.page.getByLabel('单位办法').selectOption({ label: '朝阳医院办法' });
    await w.page.getByLabel('到账金额（元）').fill('29.7万');
    await why(w.page, '对作出重要贡献人员的奖励和报酬 207,900.00').waitFor();
    const share = w.page.getByRole('textbox', { name: '对作出重要贡献人员的奖励和报酬' });
    await share.fill('95');
    await share.blur();
    await why(w.page, '对作出重要贡献人员的奖励和报酬 282,150.00').waitFor();
    await why(w.page, '留归医院 14,850.00').waitFor();
    assert.equal(await share.inputValue(), '95%');
    assert.ok(!asked.some((a) => /commands|previews|cases|texts/.test(a)), asked.join(' '));
    assert.deepEqual([w.foreign, w.errors], [[], []]);
    await w.close();
  });

  it('refuses in the clause’s own name, says what to change, and opens the sentence', async () => {
    await visiting({ ...chaoyang, shares: { contributors: '95.01%' } }, async ({ page }) => {
      const verdict = page.locator('#simulator-result');
      await verdict.getByText('不能这样办').waitFor();
      assert.match((await verdict.textContent()) ?? '', /95\.01%.*70%–95%.*不多于282,150\.00元/s);
      await verdict.getByRole('button', { name: '《朝阳医院办法》奖励区间' }).click();
      await page.getByRole('dialog').getByText('转让净收入或者许可净收入的70%-95%的比例').first().waitFor();
      await isClean(page, 'a clause, opened');
    });
  });

  it('answers why of every amount, with the clauses that counted and those that did not', async () => {
    const costs = [{ kind: 'taxes', amount: '6000', ground: '增值税' }];
    await visiting({ ...chaoyang, costs, shares: { contributors: '95%' } }, async ({ page }) => {
      await why(page, '对作出重要贡献人员的奖励和报酬 276,450.00').click();
      const drawer = page.getByRole('dialog');
      await drawer.getByText('291,000.00 × 95%').waitFor();
      await drawer.getByText('从该项科技成果转让净收入或者许可净收入中提取不低于百分之五十').waitFor();
      await drawer.getByText('据公开案例21转述，办法原文未见').first().waitFor();
      await isClean(page, 'why');
    });
  });

  it('shows other readings side by side, with the amounts that differ and what one refuses and another lets through', async () => {
    const imm = { law: ['cn-conversion-law', 'imm'], amount: '1000000.00', shares: { project: '30%', personal: '30%', fund: '1%' } };
    await visiting(imm, async ({ page }) => {
      const card = page.getByRole('region', { name: '换一种读法' });
      const kept = card.getByRole('row', { name: /^所内提留/ });
      assert.deepEqual(await kept.getByRole('cell').allTextContents(), ['所内提留', '400,000.00', '390,000.00', '400,000.00']);
      const refused = await card
        .getByRole('row', { name: /^会被拒绝/ })
        .getByRole('cell')
        .allTextContents();
      assert.match(refused[1]!, /不少于500,000\.00元/);
      assert.equal(refused[3], '—');
    });
  });

  it('estimates the tax with the relief, without, and the difference; without a filing there is no relief [C06-R5]', async () => {
    const q = {
      law: ['pku'],
      amount: '285714.29',
      receivedOn: '2026-03-02',
      paidOn: '2026-03-20',
      team: [{ name: '甲', share: '100%', leader: 'none' }],
    };
    await visiting(q, async ({ page }) => {
      await page.getByText('职务与工资（可不填）').click();
      await page.getByLabel('每月工资（元，估税用）').fill('20000');
      await page.getByLabel('每月专项扣除等（元）').fill('5000');
      const tax = page.getByRole('region', { name: '个人所得税' });
      await tax.getByText('这是估算，不是纳税意见').waitFor();
      // an award of 200,000 in March: 28,480 withheld in all of which 300 are the wages' own (D1)
      await tax.getByRole('row', { name: /^甲/ }).getByText('28,180.00').waitFor();
      await tax.getByText('还有不知道的条件').waitFor({ state: 'hidden' });
      await tax.locator('summary').click();
      await tax.getByLabel('发放单位').selectOption('state-set');
      for (const label of ['是重要贡献人员', '已经公示', '技术合同已认定登记', '转化资金单独核算', '不是正常工资、奖金'])
        await tax.getByLabel(label).selectOption('yes');
      // everything else stands: without the filing it is not known to stand
      await tax.getByText('还有不知道的条件').waitFor();
      assert.equal(await tax.getByText('各项条件都具备').count(), 0);
      await tax.getByLabel('向税务机关备案日').fill('2026-04-10');
      await tax.getByText('各项条件都具备').waitFor();
      await tax.getByRole('row', { name: /^甲/ }).getByText('9,580.00').waitFor();
      // over the year: 320,000 of taxable pay instead of 120,000 costs 38,600, and 220,000 costs 17,600
      for (const shown of ['38,600.00', '17,600.00', '21,000.00']) await tax.getByRole('row', { name: /^甲/ }).getByText(shown).waitFor();
      await tax.getByLabel('向税务机关备案日').fill('2026-04-16');
      await tax.getByText('有一项不具备').waitFor();
      await page.getByText('受奖人全年只在本单位取得工资').waitFor();
      await isClean(page, 'the estimate of tax');
    });
  });

  it('divides a stake to 0.01%, and refuses a chief leader’s shares', async () => {
    const q = {
      ...{ law: ['004', 'bjtu'], mode: 'equity', amount: '10000000', stake: '40%', shares: { contributors: '70%' } },
      team: [
        { name: '甲', share: '60%', leader: 'none' },
        { name: '乙', share: '40%', leader: 'none' },
      ],
      staff: [{ name: '专员', share: '2%', leader: 'none' }],
    };
    await visiting(q, async ({ page }) => {
      for (const name of ['甲 16.80%', '乙 11.20%', '专员 0.80%', '学校资产公司持股 11.20%']) await why(page, name).waitFor();
      await page.getByText('没有哪一条反对').waitFor();
      await page.getByText('职务与工资（可不填）').first().click();
      await page.getByLabel('领导职务').first().selectOption('chief-of-institution');
      await page.locator('#simulator-result').getByText('不得获取股权激励。请改为现金奖励').waitFor();
      await page.getByLabel('离任日（在任不填）').fill('2026-01-31');
      await page.locator('#simulator-result').getByText('曾任本单位正职').waitFor();
    });
  });

  it('keeps the whole question in the address, so that it can be given to somebody else', async () => {
    let address = '';
    await visiting(chaoyang, async ({ page }) => {
      await page.getByRole('textbox', { name: '对作出重要贡献人员的奖励和报酬' }).fill('88.88%');
      await page.getByRole('button', { name: '添加一人' }).click();
      await page.getByLabel('占团队份额').first().fill('2/3');
      await page.getByLabel('占团队份额').nth(1).fill('1/3');
      await page.getByLabel('姓名或代称').nth(1).fill('乙');
      await why(page, '乙 87,991.20').waitFor();
      await page.waitForURL(/88\.88/);
      address = page.url();
    });
    const w = await openWindow(browser, { origin });
    await w.page.goto(address);
    await why(w.page, '乙 87,991.20').waitFor();
    assert.equal(await w.page.getByLabel('占团队份额').first().inputValue(), '2/3');
    await w.close();
  });

  it('says at its field what cannot be read, and does not fall over an address that anybody wrote', async () => {
    await visiting({ ...chaoyang, amount: '一百万' }, async ({ page }) => {
      await page.locator('#simulator-result').getByText('不能这样办').waitFor();
      assert.equal(await page.getByLabel('到账金额（元）').getAttribute('aria-invalid'), 'true');
    });
    const odd = { law: [{ a: 1 }, 'nobody'], mode: 'theft', team: 'x', shares: [1], costs: [3], relief: 7, amount: { b: 2 } };
    await visiting(odd, async ({ page }) => {
      await page.getByText('先选一个单位的办法').waitFor();
    });
  });
});

describe('the simulator for everybody', () => {
  it('is used with the keyboard alone: choose, type, ask why, and come back', async () => {
    await visiting({ amount: '297000.00' }, async ({ page }) => {
      await page.getByLabel('单位办法').focus();
      const chosen = page.getByLabel('单位办法').locator('option:checked');
      for (let i = 0; i < 20 && (await chosen.textContent()) !== '朝阳医院办法'; i += 1) await page.keyboard.press('ArrowDown');
      const share = page.getByRole('textbox', { name: '对作出重要贡献人员的奖励和报酬' });
      await share.waitFor();
      for (let i = 0; i < 40 && !(await hasFocus(page, share)); i += 1) await page.keyboard.press('Tab');
      await page.keyboard.press('Control+a');
      await page.keyboard.type('80%');
      const amount = why(page, '对作出重要贡献人员的奖励和报酬 237,600.00');
      await amount.waitFor();
      for (let i = 0; i < 60 && !(await hasFocus(page, amount)); i += 1) await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      assert.ok(await hasFocus(page, amount), 'the focus comes back to the amount');
    });
  });

  for (const width of [1280, 390]) {
    it(`has no fault that axe knows and fits ${width} px: empty, answered, refused, of shares, in both languages`, async () => {
      const questions: Readonly<Record<string, Supposed>> = {
        empty: {},
        answered: { ...chaoyang, costs: [{ kind: 'taxes', amount: '6000', ground: '税' }], relief: { payer: 'hospital' } },
        refused: { law: ['cn-conversion-law', 'imm'], shares: { project: '30%', personal: '30%' } },
        shares: {
          law: ['004', 'bjtu', 'gf-2016-16'],
          mode: 'equity',
          team: [{ name: '院长', share: '100%', leader: 'chief-of-institution' }],
        },
      };
      for (const [what, q] of Object.entries(questions)) {
        await visiting(
          q,
          async ({ page }) => {
            await isClean(page, `${what}, ${width}`);
            await page.getByRole('button', { name: 'English' }).click();
            await page.getByRole('heading', { name: 'What if…' }).waitFor();
            await isClean(page, `${what}, ${width}, English`);
          },
          width,
        );
      }
    });
  }

  it('is fetched only when it is opened: what every page needs first stays under 200 KB', () => {
    const html = readFileSync(join(pages, 'index.html'), 'utf8');
    const first = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map((m) => join(pages, m[1]!));
    assert.ok(first.length > 0 && first.every((f) => existsSync(f)));
    assert.ok(!first.some((f) => f.includes('simulate')));
    const bytes = first.map((f) => gzipSync(readFileSync(f)).length).reduce((a, b) => a + b, 0);
    assert.ok(bytes <= 200 * 1024, `${bytes} bytes`);
  });
});

describe('the simulator beside a real distribution', () => {
  it('begins with what the system knows of it, under the texts the institution adopted, and shows the same amounts', async () => {
    const d = await h
      .deal()
      .received('1000000.03', [{ kind: 'taxes', amount: '60000.01', ground: '税' }], { team: ['first', 'second'], title: '试算' });
    accepted(await d.propose({ contributors: '71.37%', tto: '10%', 'tto-staff': '3%' }));
    await d.confirmed({ first: '2/3', second: '1/3' });
    const account = { login: 'sim-finance', password: 'a password of the tests' };
    await giveAccount(h.engine, { institution: h.who.id, person: h.who.people.finance!, ...account });
    const signed = await signIn(h.engine, account);
    assert.ok('token' in signed);
    const w = await openWindow(browser, { origin });
    await w.page.context().addCookies([{ name: cookieName(undefined), value: signed.token, url: origin }]);
    await w.page.goto(`/distributions/${d.dividing}`);
    await w.page.getByRole('link', { name: '换个条件试算' }).click();
    assert.equal(await w.page.getByLabel('单位办法').locator('option:checked').textContent(), '简明医院办法');
    const rows = await lookAt(h.engine.database, h.who.id, (db) =>
      db.selectFrom('part_line').where('case_id', '=', d.dividing).select(['title', 'amount']).execute(),
    );
    assert.equal(rows.length, 4);
    for (const r of rows) await why(w.page, `${r.title} ${showYuan(BigInt(r.amount))}`).waitFor();
    const awards = await lookAt(h.engine.database, h.who.id, (db) =>
      db
        .selectFrom('award_line as a')
        .innerJoin('person as p', 'p.id', 'a.person_id')
        .where('a.case_id', '=', d.dividing)
        .select(['p.name', 'a.amount'])
        .execute(),
    );
    assert.equal(awards.length, 2);
    for (const a of awards) await why(w.page, `${a.name} ${showYuan(BigInt(a.amount))}`).waitFor();
    await w.page.goto(`/cases/${d.conversion}`);
    await w.page.getByRole('link', { name: '换个条件试算' }).click();
    assert.equal(await w.page.getByLabel('到账金额（元）').inputValue(), '1000000.03');
    assert.equal(await w.page.getByLabel('转化方式').inputValue(), 'transfer');
    assert.deepEqual([w.foreign, w.errors], [[], []]);
    await w.close();
  });
});
