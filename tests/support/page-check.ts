import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import type { Window } from './browser.ts';

export const widths = { wide: 1280, narrow: 390 } as const;

/** Nothing that axe knows is wrong with what stands on the page now, open drawers and forms included. */
async function isAccessible(page: Page, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
    .analyze();
  const said = violations.map((v) => `${v.id}: ${v.help} — ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`);
  assert.deepEqual(said, [], what);
}

/** The page is no wider than its window: what is wide scrolls inside itself. */
export async function fits(page: Page, what: string): Promise<void> {
  const over = (await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')) as number;
  assert.ok(over <= 0, `${what}: ${over} px wider than the window`);
}

/** Every word shown, and every name that only a screen reader says; what somebody has written in a box is his own. */
const shown = async (page: Page): Promise<string[]> =>
  (await page.evaluate(`(() => {
    const texts = [document.title];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      if (node instanceof Element) for (const name of ['aria-label', 'title', 'placeholder']) texts.push(node.getAttribute(name) ?? '');
      else if (!/^(?:style|script|textarea)$/i.test(node.parentElement?.tagName ?? '')) texts.push(node.textContent ?? '');
    }
    return texts.map((t) => t.trim()).filter((t) => t !== '');
  })()`)) as string[];

const chinese = /[\p{Script=Han}，。：；、（）]/u;
/** A code of the house that no word was found for, or the id of a record; on a Chinese page any bare English word. */
const codes = {
  zh: /^[a-z]+(?:[-.][a-z]+)*$|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}/i,
  en: /^[a-z]+(?:[-.][a-z]+)+$|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}/,
};
const names = /^(?:(?:cy|sh)-[a-z]+|tongtu-demo|English|PDF|Word)$/;

/** On an English page every Chinese word is data; on a Chinese page no code stands where a word is missing. No page shows an id. */
export async function speaks(window: Window, { language, what }: { readonly language: 'zh' | 'en'; readonly what: string }): Promise<void> {
  const told = [...(await window.data())].filter((d) => chinese.test(d));
  // a worked example is shown without the numbers of what it proves
  const data = [...told, ...told.map((d) => d.replace(/\s*\[[^\]]*\]$/, ''))].sort((a, b) => b.length - a.length);
  const without = (text: string): string => data.reduce((left, d) => left.replaceAll(d, ''), text);
  const texts = [...new Set(await shown(window.page))];
  const foreign = language === 'en' ? texts.filter((t) => t !== '中文' && chinese.test(t) && chinese.test(without(t))) : [];
  assert.deepEqual(foreign, [], `${what}: Chinese words on an English page`);
  assert.deepEqual(
    texts.filter((t) => codes[language].test(t) && !names.test(t)),
    [],
    `${what}: codes or ids where words belong`,
  );
}

const other = { zh: 'en', en: 'zh' } as const;
const attribute = { zh: 'zh-CN', en: 'en' } as const;
async function change({ page, settled }: Window, to: 'zh' | 'en'): Promise<void> {
  // by its own click: an open drawer lies over the button, and a visitor would have closed it first
  const button = page.getByRole('button', { name: to === 'en' ? 'English' : '中文', exact: true, includeHidden: true });
  await button.dispatchEvent('click');
  await page.locator(`html[lang=${attribute[to]}]`).waitFor();
  await settled();
}

/** Looks at what is open now in both languages and at both widths. */
export async function isWell(window: Window, what: string): Promise<void> {
  const { page } = window;
  await window.settled();
  try {
    for (const language of ['zh', 'en'] as const) {
      for (const width of Object.values(widths)) {
        await page.setViewportSize({ width, height: 900 });
        const at = `${what}, ${language}, ${width} px`;
        await fits(page, at);
        await speaks(window, { language, what: at });
        if ((language === 'zh') === (width === widths.wide)) await isAccessible(page, at);
      }
      await change(window, other[language]);
    }
  } finally {
    if ((await page.locator('html').getAttribute('lang')) === 'en') await change(window, 'zh');
    await page.setViewportSize({ width: widths.wide, height: 900 });
  }
}
