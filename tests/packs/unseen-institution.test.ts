import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { rules } from '../../apps/server/open-house.ts';
import { conversionSteps } from '../../packages/capabilities/conversion/rules.ts';
import { distributionParts } from '../../packages/capabilities/distribution/rules.ts';
import { checkSplit, noBases } from '../../packages/capabilities/distribution/split.ts';
import { isAnswered, type Law, lawOf } from '../../packages/kernel/law.ts';
import type { Clause, Text } from '../../packages/kernel/pack.ts';
import { readClause, readText } from '../../packages/kernel/pack-reader.ts';
import { PackSource } from '../../packages/kernel/pack-source.ts';
import { ratio } from '../../packages/kernel/ratio.ts';
import { isRequired } from '../../packages/kernel/route.ts';
import { type Unseen, unseen, unseenPack } from '../support/unseen.ts';

/** Reads the pack as the shelf does: text and clauses by the kernel's own readers. */
function lawFor(u: Unseen): Law {
  const files = unseenPack('unseen', u);
  const read = <T>(name: string, by: (s: PackSource) => T | undefined): T => {
    const source = new PackSource(name, files[`unseen/${name}`]!);
    const found = by(source);
    assert.deepEqual(source.faults, [], files[`unseen/${name}`]);
    return found!;
  };
  const text: Text = read('text.yaml', readText);
  const clauses: Clause[] = ['1-process.yaml', '2-split.yaml'].map((f) => read(f, (s) => readClause(s, rules)));
  const shelf = new Map([['unseen', { text, clauses, examples: {}, revision: 'test' }]]);
  return lawOf(shelf, [{ text: 'unseen', from: '2025-01-01' }]);
}

/** What a clerk with a calculator would say of a split; shares in hundredths of a percent, amounts in fen. */
function oracle(
  u: Unseen,
  base: bigint,
  shares: readonly number[],
): { readonly amounts: readonly bigint[] } | { readonly refused: string } {
  const given = shares.reduce((a, b) => a + b, 0);
  if (given > 10_000) return { refused: 'sum' };
  const amounts: bigint[] = [];
  for (const [i, share] of shares.entries()) {
    const part = u.parts[i]!;
    let fen = (base * BigInt(share)) / 10_000n;
    const floor = part.atLeast;
    // A share that meets its floor exactly gets the fen that rounding down took from it.
    const least = floor === undefined ? 0n : (base * BigInt(floor) + 9999n) / 10_000n;
    if (floor !== undefined && share >= floor && fen < least && (part.atMost === undefined || share <= part.atMost)) fen = least;
    amounts.push(fen);
  }
  amounts.push(base - amounts.reduce((a, b) => a + b, 0n));
  giveBack(u, base, { shares: [...shares, 10_000 - given], amounts });
  for (const [i, amount] of amounts.entries()) {
    const { atLeast, atMost, exactly } = u.parts[i]!;
    const scaled = amount * 10_000n;
    if (atLeast !== undefined && scaled < base * BigInt(atLeast)) return { refused: 'floor' };
    if (atMost !== undefined && scaled > base * BigInt(atMost)) return { refused: 'cap' };
    if (exactly !== undefined) {
      const [low, high] = [(base * BigInt(exactly)) / 10_000n, (base * BigInt(exactly) + 9999n) / 10_000n];
      if (amount < low || amount > high) return { refused: 'exact' };
    }
  }
  return { amounts };
}

/** The remainder part was filled beyond its cap by what rounding took from the others: it gives fen back to those that lost most. */
function giveBack(u: Unseen, base: bigint, { shares, amounts }: { shares: readonly number[]; amounts: bigint[] }): void {
  const most = (i: number): bigint | undefined => {
    const { exactly, atMost } = u.parts[i]!;
    if (exactly !== undefined) return (base * BigInt(exactly) + 9999n) / 10_000n;
    return atMost === undefined ? undefined : (base * BigInt(atMost)) / 10_000n;
  };
  const last = amounts.length - 1;
  const [share, cap] = [shares[last]!, most(last)];
  const { exactly, atLeast, atMost } = u.parts[last]!;
  if (cap === undefined || share > (exactly ?? atMost ?? 10_000) || share < (exactly ?? atLeast ?? 0)) return;
  const lost = amounts.slice(0, -1).map((a, i) => ({ i, fraction: base * BigInt(shares[i]!) - a * 10_000n }));
  const open = lost
    .filter((l) => l.fraction > 0n)
    .filter((l) => amounts[l.i]! + 1n <= (most(l.i) ?? base))
    .filter((l) => (amounts[l.i]! + 1n) * 10_000n >= base * BigInt(u.parts[l.i]!.atLeast ?? 0))
    .filter((l) => {
      const own = u.parts[l.i]!.exactly;
      return own === undefined || amounts[l.i]! + 1n >= (base * BigInt(own)) / 10_000n;
    })
    .sort((a, b) => (a.fraction === b.fraction ? a.i - b.i : a.fraction > b.fraction ? -1 : 1));
  for (const { i } of open) {
    if (amounts[last]! <= cap) return;
    amounts[i] = amounts[i]! + 1n;
    amounts[last] = amounts[last]! - 1n;
  }
}

/** In which tier an amount lies, counting up. */
function tierOf(u: Unseen, price: bigint): number {
  const past = u.tiers.filter((t) => price > t.ends || (price === t.ends && !t.holds));
  return past.length;
}

describe('an institution nobody has seen needs a pack and no code', () => {
  it('divides as a naive oracle does, for 1,000 random institutions', () => {
    fc.assert(
      fc.property(
        unseen,
        // from a hundred yuan on: below, lowest shares rounded up to a fen may lie above the whole, and the engine refuses
        fc.bigInt({ min: 10_000n, max: 10_000_000_000n }),
        fc.array(fc.oneof(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: 2000 })), { minLength: 4, maxLength: 4 }),
        fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
        (u, base, random, atLimit) => {
          // Half of the shares lie exactly on a limit of their part: that is where mistakes are.
          const shares = u.parts.slice(0, -1).map((p, i) => (atLimit[i] ? (p.exactly ?? p.atLeast ?? p.atMost ?? random[i]!) : random[i]!));
          const scheme = lawFor(u).answer(distributionParts, { given: { mode: 'transfer' }, on: '2026-06-01' });
          assert.ok(isAnswered(scheme));
          const { lines, refusals } = checkSplit({
            scheme: scheme.value,
            clauses: scheme.clauses,
            floors: [],
            bases: { ...noBases, received: base, 'net-income': base },
            shares: shares.map((s, i) => ({ part: `part-${i}`, share: ratio(BigInt(s), 10_000n) })),
          });
          const expected = oracle(u, base, shares);
          if ('refused' in expected) assert.notDeepEqual(refusals, [], `${expected.refused} ${JSON.stringify(shares)}`);
          else {
            assert.deepEqual(refusals, []);
            assert.deepEqual(
              lines.map((l) => l.amount),
              expected.amounts,
            );
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('asks the bodies of exactly the tier a price lies in, at each boundary and a fen to either side', () => {
    fc.assert(
      fc.property(unseen, fc.bigInt({ min: 0n, max: 3_000_000_000n }), (u, random) => {
        const route = lawFor(u).answer(conversionSteps, { given: { mode: 'transfer' }, on: '2026-06-01' });
        assert.ok(isAnswered(route));
        for (const price of [random, ...u.tiers.flatMap((t) => [t.ends - 1n, t.ends, t.ends + 1n])]) {
          const required: string[] = route.value.filter((s) => s.only && isRequired(s.only, price)).map((s) => s.id);
          const tier = tierOf(u, price);
          const expected = u.bodies.flatMap((b, i) => (b.includes(tier) ? [`body-${i}`] : []));
          assert.deepEqual(required, expected, `${price} in tier ${tier}`);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
