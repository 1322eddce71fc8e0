import { type Bands, bandOf, readBands } from './bands.ts';
import { ratio, readRatio, zero } from './ratio.ts';
import type { Kind } from './rule.ts';
import { measure } from './rule-kinds.ts';

/** Grades of a score out of 100, as half-open bands that cover 0–100 exactly once: `{ excellent: { atLeast: 85 }, … }`. Examples: `has: [84.99 → qualified]`. */
export const grades: Kind<Bands, Bands> = measure(
  'grades',
  (raw) => readBands(raw, { min: zero, max: ratio(100n) }),
  (bands, [given = '', said]) => {
    const score = readRatio(given);
    return { said, came: String(score && bandOf(bands, score)) };
  },
);
