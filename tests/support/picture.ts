import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Window } from './browser.ts';

const folder = fileURLToPath(new URL('../../docs/pictures', import.meta.url));

/** Keeps what the window shows in docs/pictures; only `npm run pictures` does, so that a run of the tests leaves everything as it is. */
export async function picture(window: Window, name: string, o: { readonly width?: number; readonly whole?: boolean } = {}): Promise<void> {
  if (process.env.TONGTU_PICTURES !== '1') return;
  const { page } = window;
  mkdirSync(folder, { recursive: true });
  await page.setViewportSize({ width: o.width ?? 1280, height: 900 });
  await window.settled();
  await page.locator('.ant-message-notice').first().waitFor({ state: 'detached' });
  await page.mouse.move(0, 0);
  // the bar at the top sticks to the window: on a page scrolled down it would lie across the picture
  await page.evaluate('window.scrollTo(0, 0)');
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: o.whole ?? true, animations: 'disabled', caret: 'hide' });
  await page.setViewportSize({ width: 1280, height: 900 });
}
