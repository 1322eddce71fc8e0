import * as fc from 'fast-check';
import { team } from './dividing-houses.ts';

/** Up to where a receipt was taken in wrongly when somebody found the error. */
export const stages = ['booked', 'computed', 'proposed', 'confirmed', 'handed-over'] as const;
export type Stage = (typeof stages)[number];

/** One receipt of a deal, as plain numbers. */
export type Instalment = {
  readonly amount: bigint;
  /** Each a kind, and so many two-thousandths of what came in, and a fen. */
  readonly costs: readonly { readonly kind: string; readonly part: number }[];
  /** The least that the texts demand, so many hundredths of a percent of the room above it, or any share at all. */
  readonly wish: 'least' | 'more' | 'any';
  readonly shares: readonly number[];
  /** It was first booked as another amount; the error was found at that stage. */
  readonly wrong?: { readonly amount: bigint; readonly found: Stage };
};
export type RandomDeal = {
  /** Which of the institutions, and of its ways of conversion: counted round. */
  readonly house: number;
  readonly mode: number;
  readonly members: readonly { readonly login: string; readonly weight: number }[];
  readonly instalments: readonly Instalment[];
};

const fen = fc.oneof(
  { weight: 1, arbitrary: fc.bigInt(1n, 10_000n) },
  { weight: 3, arbitrary: fc.bigInt(10_000n, 10n ** 9n) },
  { weight: 1, arbitrary: fc.bigInt(10n ** 9n, 10n ** 13n) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 900 }).map((n) => BigInt(n) * 10_000_00n) },
);
const kinds = ['taxes', 'maintenance', 'service-fees', 'direct-costs'];
const cost = fc.record({
  kind: fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...kinds) }, { weight: 1, arbitrary: fc.constant('rnd-costs') }),
  part: fc.oneof({ weight: 8, arbitrary: fc.integer({ min: 0, max: 400 }) }, { weight: 1, arbitrary: fc.integer({ min: 0, max: 2000 }) }),
});
const instalment: fc.Arbitrary<Instalment> = fc.record(
  {
    amount: fen,
    costs: fc.array(cost, { maxLength: 3 }),
    wish: fc.constantFrom('least', 'more', 'more', 'any'),
    shares: fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 4, maxLength: 4 }),
    wrong: fc.oneof(
      { weight: 3, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.record({ amount: fen, found: fc.constantFrom(...stages, 'handed-over' as const) }) },
    ),
  },
  { requiredKeys: ['amount', 'costs', 'wish', 'shares'] },
) as fc.Arbitrary<Instalment>;

const deal: fc.Arbitrary<RandomDeal> = fc.record({
  house: fc.nat(),
  mode: fc.nat(),
  members: fc.uniqueArray(fc.record({ login: fc.constantFrom(...team), weight: fc.integer({ min: 1, max: 97 }) }), {
    minLength: 1,
    maxLength: 4,
    selector: (m) => m.login,
  }),
  instalments: fc.oneof(
    { weight: 4, arbitrary: fc.array(instalment, { minLength: 1, maxLength: 1 }) },
    { weight: 1, arbitrary: fc.array(instalment, { minLength: 2, maxLength: 3 }) },
  ),
});

/** The same deals for the same seed. */
export const randomDeals = (count: number, seed: number): readonly RandomDeal[] => fc.sample(deal, { numRuns: count, seed });
