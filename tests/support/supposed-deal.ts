import type { Mode } from '../../packages/capabilities/conversion/rules.ts';
import { firstQuestion, type Question } from '../../packages/capabilities/simulator/question.ts';
import type { Result } from '../../packages/capabilities/simulator/result.ts';
import { simulate } from '../../packages/capabilities/simulator/simulation.ts';
import type { LawShelf } from '../../packages/engine/law-shelf.ts';
import { fenOf, sumFen, writeYuan } from '../../packages/kernel/money.ts';
import { add, compare, floor, multiply, one, ratio, readRatio, showPercent, subtract, sum, zero } from '../../packages/kernel/ratio.ts';
import { type DividingHouse, leaderOf } from './dividing-houses.ts';
import type { Instalment, RandomDeal } from './random-deals.ts';

export const day = '2026-03-02';
export const measure = '奖励办法〔2026〕1号';
export type Cost = { readonly kind: string; readonly amount: string; readonly ground: string };

/** What the simulator is asked of one receipt of a deal, and what it answers. */
export class SupposedDeal {
  readonly deal: RandomDeal;
  readonly house: DividingHouse;
  readonly #law: LawShelf;
  /** What was asked already. */
  readonly #said = new Map<string, Result>();
  constructor(deal: RandomDeal, house: DividingHouse, law: LawShelf) {
    this.deal = deal;
    this.house = house;
    this.#law = law;
  }
  get mode(): Mode {
    return this.house.modes[this.deal.mode % this.house.modes.length]!;
  }
  get team(): Question['team'] {
    const total = this.deal.members.reduce((a, m) => a + m.weight, 0);
    return this.deal.members.map(({ login, weight }) => {
      const post = leaderOf(login);
      const leader = post ? { leader: post.leader, measure, ...(post.to ? { leftOn: post.to } : {}) } : { leader: 'none' as const };
      return { name: login, share: `${weight}/${total}`, ...leader };
    });
  }
  ask(of: Pick<Question, 'amount' | 'costs' | 'shares'>): Result {
    const key = JSON.stringify(of);
    const question = { ...firstQuestion(day), law: this.house.law, mode: this.mode, team: this.team, ...of };
    const said = this.#said.get(key) ?? simulate(question, { shelf: this.#law.shelf, calendar: this.#law.calendar }).result;
    this.#said.set(key, said);
    return said;
  }
  /** The shares that are wished for: the least; more of the first part, as far as there is room; or any, which may be too much. */
  wished(i: Instalment, of: Pick<Question, 'amount' | 'costs'>): Readonly<Record<string, string>> {
    const { parts, shares } = this.ask({ ...of, shares: {} });
    if (i.wish === 'least') return shares;
    const drawn = i.shares.map((n) => ratio(BigInt(n), 10_000n));
    const wanted = parts.filter((p) => !p.remainder);
    if (i.wish === 'any') return Object.fromEntries(wanted.map((p, n) => [p.part, showPercent(drawn[n % drawn.length]!)]));
    const room = subtract(one, sum(wanted.filter((p) => p.inside === null).map((p) => readRatio(shares[p.part]!)!)));
    const first = wanted[0]!.part;
    const raised = add(readRatio(shares[first]!)!, multiply(compare(room, zero) > 0 ? room : zero, drawn[0]!));
    return { ...shares, [first]: showPercent(ratio(floor(multiply(raised, ratio(10_000n))), 10_000n)) };
  }
}
export const costsOf = (i: Instalment, amount: bigint): readonly Cost[] =>
  i.costs.map((c) => ({ kind: c.kind, amount: writeYuan((amount * BigInt(c.part)) / 2000n + 1n), ground: '按规定' }));
export const sumOf = (costs: readonly Cost[]): bigint => sumFen(costs.map((c) => fenOf(c.amount)));
