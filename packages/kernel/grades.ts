import { type Bands, bandOf, readBands } from './bands.ts';
import { showLimits } from './limits.ts';
import { parsed, wrong } from './parsed.ts';
import { ratio, readRatio, showNumber, zero } from './ratio.ts';
import type { Kind } from './rule.ts';
import { whole } from './rule-kinds.ts';

const shown = (bands: Bands): string => bands.map((b) => `${b.id} ${showLimits([b.span], showNumber)}`).join('; ');

/** Grades of a score out of 100, as half-open bands that cover 0–100 exactly once: `{ excellent: { atLeast: 85 }, … }`. Examples: `has: [84.99 → qualified]`. */
export const grades: Kind<Bands, Bands> = {
  ...whole('grades', (raw) => readBands(raw, { min: zero, max: ratio(100n) }), shown),
  example: (value, e) => {
    const lines = Array.isArray(e.has) ? e.has.map(String) : [];
    if (lines.length === 0) return wrong('example.says_nothing');
    for (const line of lines) {
      const [given = '', said] = line.split(/[\s→]+/);
      const number = readRatio(given);
      const came = number && bandOf(value, number);
      if (came !== said) return wrong('example.differs', { said: line, came: String(came) });
    }
    return parsed(true);
  },
};
