import { readShare } from '../../kernel/field-kinds.ts';
import { type Fen, readYuan } from '../../kernel/money.ts';
import { isWrong, type Parsed, within, wrong } from '../../kernel/parsed.ts';
import { floor, multiply, type Ratio, ratio, showPercent } from '../../kernel/ratio.ts';
import { type Refusal, refuseField } from '../../kernel/refusal.ts';
import { distributionParts, leaderEquity, rewardLimits, staffIncentives } from '../distribution/rules.ts';
import { noBases } from '../distribution/split.ts';
import { allocateStake, type Holder, worthOf } from '../distribution/stake.ts';
import { answers, type Ground } from './asking.ts';
import { postsOf } from './posts.ts';
import type { Member, Question } from './question.ts';
import { nothing, type PersonLine, type Result, weighed } from './result.ts';
import { schemeShown } from './scheme-shown.ts';
import { taxShares } from './taxing.ts';

const asks = [distributionParts, rewardLimits, leaderEquity, staffIncentives] as const;

/** An investment: the institution's stake → parts → the team and the staff, in hundredths of a percent of the company. */
export function divideShares(q: Question, g: Ground): Result {
  const read = readSupposed(q);
  if (isRefused(read)) return { ...nothing, ...weighed(read.refusals) };
  const { value, stake, team, staff } = read;
  const ground = { given: { mode: q.mode }, dates: { receivedOn: q.receivedOn, checkedOn: q.paidOn } };
  const asked = answers('the allocation of a stake', asks, { ...g, ground });
  const { 'distribution-parts': scheme, 'reward-limits': floors, 'leader-equity': barred } = asked.law;
  if (!scheme) return { ...nothing, received: value, answers: asked.answers, ...weighed(asked.refusals) };
  const shown = schemeShown(q, { scheme, floors: floors?.value ?? [] }, { ...noBases, stake });
  const typed = typedShares(shown.shares);
  if (isRefused(typed)) return { ...nothing, ...shown, received: value, answers: asked.answers, ...weighed(typed.refusals) };
  const { lines, held, refusals } = allocateStake({
    scheme: scheme.value,
    clauses: scheme.clauses,
    floors: floors?.value ?? [],
    stake,
    shares: typed.shares,
    team,
    staff,
    on: q.paidOn,
    barred,
  });
  const worth = worthOf(held, value);
  const people = held.map((h, i) => ({ h, worth: worth[i]! })).filter(({ h }) => h.as !== 'part');
  const values = people.map((p) => p.worth);
  const taxed = taxShares(q, values, g);
  return {
    ...nothing,
    ...shown,
    received: value,
    lines: lines.map(({ part, share, amount }) => {
      return { part: part.id, title: part.title, to: part.to, inside: part.inside ?? null, share: showPercent(share), amount };
    }),
    people: people.map(({ h, worth: own }, i): PersonLine => {
      const as = h.as === 'staff' ? 'staff' : 'team';
      const sale = taxed.onSale[i];
      const share = q[as][h.place]!.share;
      const valued = { value: own, ...(sale === undefined ? {} : { taxOnSale: sale }) };
      return { name: h.holder, as, share, amount: h.units, leader: h.leader, worth: valued };
    }),
    answers: [...asked.answers, ...taxed.answers],
    equityTax: taxed.treatments,
    ...weighed(refusals),
  };
}

type Supposed = {
  readonly value: Fen;
  readonly stake: bigint;
  readonly team: readonly Holder[];
  readonly staff: readonly Holder[];
};
type Typed = { readonly shares: readonly { readonly part: string; readonly share: Ratio }[] } | Refused;

/** Reads what was typed; every fault is refused at its field. */
function readSupposed(q: Question): Supposed | Refused {
  const value = at(['amount'], readYuan(q.amount));
  const part = at(['stake'], readShare(q.stake));
  const [team, staff] = [holders(q.team, 'team'), holders(q.staff, 'staff')];
  if (isRefused(value) || isRefused(part) || isRefused(team) || isRefused(staff))
    return { refusals: [value, part, team, staff].flatMap((x) => (isRefused(x) ? x.refusals : [])) };
  const units = floor(multiply(part.value, ratio(10_000n)));
  if (units === 0n) return { refusals: [refuseField({ ...wrong('share.outside', { given: q.stake }).wrong, at: ['stake'] })] };
  return { value: value.value, stake: units, team: team.value, staff: staff.value };
}
type Refused = { readonly refusals: readonly Refusal[] };
const isRefused = (x: object): x is Refused => 'refusals' in x;

function typedShares(of: Readonly<Record<string, string>>): Typed {
  const read = Object.entries(of).map(([part, raw], i) => ({ part, share: at(['shares', i, 'share'], readShare(raw)) }));
  const refusals = read.flatMap(({ share }) => (isRefused(share) ? share.refusals : []));
  const shares = read.flatMap(({ part, share }) => (isRefused(share) ? [] : [{ part, share: share.value }]));
  return refusals.length > 0 ? { refusals } : { shares };
}
function holders(members: readonly Member[], where: string): { readonly value: readonly Holder[] } | Refused {
  const read = members.map((m, i) => ({ m, share: at([where, i, 'share'], readShare(m.share)) }));
  const refusals = read.flatMap(({ share }) => (isRefused(share) ? share.refusals : []));
  if (refusals.length > 0) return { refusals };
  return { value: read.flatMap(({ m, share }) => (isRefused(share) ? [] : [{ name: m.name, share: share.value, posts: postsOf(m) }])) };
}
const at = <T>(path: readonly (string | number)[], read: Parsed<T>): { readonly value: T } | Refused =>
  isWrong(read) ? { refusals: [refuseField(path.reduceRight((w, key) => within(key, w).wrong, read.wrong))] } : { value: read.value };
