import { join } from 'node:path';
import { it } from 'node:test';
import type { Visitor } from './visitor.ts';

/**
 * Steps of one story: each stands on those before it, so that after one that failed the rest is not tried. With TONGTU_SHOTS set to a
 * folder, what every visitor saw at that moment is kept there.
 */
export function story(visitors: () => Iterable<readonly [string, Visitor]>) {
  let broken = false;
  return (name: string, tell: () => Promise<void>): void => {
    it(name, async (t) => {
      if (broken) return t.skip('a step before it failed');
      try {
        await tell();
      } catch (e) {
        broken = true;
        const folder = process.env.TONGTU_SHOTS;
        if (folder) for (const [who, v] of visitors()) await v.page.screenshot({ path: join(folder, `${who}.png`), fullPage: true });
        throw e;
      }
    });
  };
}
