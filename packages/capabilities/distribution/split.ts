import type { ClauseId } from '../../kernel/clause-id.ts';
import { readShare } from '../../kernel/field-kinds.ts';
import { admits, admitsFen, fenSpans, type Limits, showLimits } from '../../kernel/limits.ts';
import { atMostFen, type Fen, readYuan, showYuan, sumFen, writeYuan } from '../../kernel/money.ts';
import { isWrong, type Parsed, parsed, within, wrong } from '../../kernel/parsed.ts';
import { compare, multiply, one, type Ratio, ratio, showPercent, subtract, sum, zero } from '../../kernel/ratio.ts';
import { byForce, type Refusal, refuse, unmet } from '../../kernel/refusal.ts';
import type { Force } from '../../kernel/rule.ts';
import type { Bound, ShareLimit } from '../../kernel/rule-kinds.ts';
import { type Base, type Part, type Scheme, type Whole, wholes } from './scheme.ts';

/**
 * What can be divided, in whole units: money in fen, a stake in hundredths of a percent of the company (0.01%, the precision of a
 * register of shareholders). A base that this split does not have is 0.
 */
export type Bases = Readonly<Record<Whole, bigint>>;
export const noBases: Bases = { received: 0n, 'net-income': 0n, stake: 0n };
const isWhole = (of: string): of is Whole => (wholes as readonly string[]).includes(of);
/** 282,150.00 in yuan, or of a stake 28.00 in percent of the company. */
const shown = (amount: bigint, scheme: Scheme): string => (scheme.base === 'stake' ? writeYuan(amount) : showYuan(amount));
const unitOf = (scheme: Scheme): string => (scheme.base === 'stake' ? 'percent' : 'yuan');
/** One line of a split: the part, its share of the scheme's base, and its amount. */
export type Line = { readonly part: Part; readonly share: Ratio; readonly amount: Fen };
/** A limit that a line must keep, in whose name, and of what. */
export type Binding = {
  readonly limits: Limits;
  readonly of: Base;
  readonly clause: ClauseId;
  readonly counts?: string;
  readonly force: Bound<ShareLimit>['force'];
};

export const splitCodes = [
  'split.unknown_part',
  'split.part_missing',
  'split.sum',
  'split.inner_sum',
  'split.outside_limits',
  'split.costs_unborne',
] as const;
type Code = (typeof splitCodes)[number];

/** What a part counts as towards the floors of the law: a main contributor's reward is a contributor's reward too. */
export function countedAmount(lines: readonly Line[], role: string): Fen {
  const counts = (p: Part): boolean =>
    p.counts === role || (role === 'contributor-reward' && p.counts === 'main-contributor-reward' && p.inside === undefined);
  return sumFen(lines.filter((l) => counts(l.part)).map((l) => l.amount));
}

/** The limits on one part, each with the clause it refuses in: its own in the scheme, and those on what it counts as. */
function limitsOn(
  part: Part,
  scheme: Scheme,
  o: { readonly clauses: readonly ClauseId[]; readonly floors: readonly Bound<ShareLimit>[] },
): Binding[] {
  const own = part.limits ? [{ limits: part.limits, of: scheme.base as Base, clause: o.clauses[0] ?? '', force: 'must' as const }] : [];
  const counted = o.floors
    .filter((f) => f.limit.counts === part.counts)
    .map((f) => ({ limits: f.limit.limits, of: f.limit.of as Base, clause: f.clause, counts: f.limit.counts, force: f.force }));
  return [...own, ...counted];
}

export type Splitting = {
  readonly scheme: Scheme;
  readonly clauses: readonly ClauseId[];
  readonly floors: readonly Bound<ShareLimit>[];
  readonly bases: Bases;
  /** Shares of the scheme's base, for every part but the remainder. */
  readonly shares: readonly { readonly part: string; readonly share: Ratio }[];
};

/**
 * The amounts. Each share is rounded down, then raised to the fen that a floor it meets demands (K8); the remainder part takes what is
 * left, so that the outer parts sum to the base. Where that is more than its own limit admits of its share, the fen too many go back,
 * one each, to the largest remainders whose limits admit them; ties in listed order.
 */
export function linesOf(s: Splitting): Line[] {
  const base = s.bases[s.scheme.base];
  const given = s.scheme.parts
    .filter((p) => !p.remainder)
    .map((part): Line => {
      const share = s.shares.find((x) => x.part === part.id)!.share;
      return { part, share, amount: raised(atMostFen(share, base), share, { part, s }) };
    });
  const outer = given.filter((l) => l.part.inside === undefined);
  const rest = s.scheme.parts.find((p) => p.remainder)!;
  const share = subtract(one, sum(outer.map((l) => l.share)));
  const left = base - sumFen(outer.map((l) => l.amount));
  const back = handedBack(outer, { part: rest, share, amount: left }, s);
  const lines = given.map((l) => (back.has(l.part.id) ? { ...l, amount: l.amount + 1n } : l));
  return s.scheme.parts.map((p) => lines.find((l) => l.part === p) ?? { part: rest, share, amount: left - BigInt(back.size) });
}

/** The parts that get one fen each back from a remainder part which rounding has filled beyond its own limit. */
function handedBack(outer: readonly Line[], rest: Line, s: Splitting): ReadonlySet<string> {
  const base = s.bases[s.scheme.base];
  const { limits } = rest.part;
  if (!limits || !admits(limits, rest.share) || admitsFen(limits, rest.amount, base)) return new Set();
  const most = fenSpans(limits, base)
    .map((x) => x.most)
    .filter((m) => m < rest.amount)
    .at(-1);
  const lost = (l: Line): Ratio => subtract(multiply(l.share, ratio(base)), ratio(l.amount));
  const fits = (l: Line): boolean => l.part.limits === undefined || admitsFen(l.part.limits, l.amount + 1n, base);
  const wanting = outer.filter((l) => compare(lost(l), zero) > 0 && fits(l)).sort((a, b) => compare(lost(b), lost(a)));
  return new Set(wanting.slice(0, most === undefined ? 0 : Number(rest.amount - most)).map((l) => l.part.id));
}

/** A floor rounds up: a share that meets the floor exactly must not miss it by the fraction of a fen. */
function raised(amount: Fen, share: Ratio, { part, s }: { readonly part: Part; readonly s: Splitting }): Fen {
  return limitsOn(part, s.scheme, s).reduce((fen, b) => {
    const base = isWhole(b.of) ? s.bases[b.of] : undefined;
    if (base === undefined || s.bases[s.scheme.base] !== base || !admits(b.limits, share)) return fen;
    const spans = fenSpans(b.limits, base);
    if (spans.some((x) => x.least <= fen && fen <= x.most)) return fen;
    return spans.map((x) => x.least).filter((least) => least > fen && least - fen <= 1n)[0] ?? fen;
  }, amount);
}

/** Everything that must hold of a split. Each limit is checked by itself, in its own base, and refuses in its own clause's name. */
export function checkSplit(s: Splitting): { readonly lines: readonly Line[]; readonly refusals: readonly Refusal<Code>[] } {
  const wanted = s.scheme.parts.filter((p) => !p.remainder);
  const unknown = s.shares.findIndex((x) => !wanted.some((p) => p.id === x.part));
  if (unknown >= 0)
    return { lines: [], refusals: [refuse('split.unknown_part', { part: s.shares[unknown]!.part }, { at: ['shares', unknown] })] };
  const missing = wanted.filter((p) => s.shares.filter((x) => x.part === p.id).length !== 1).map((p) => p.title);
  if (missing.length > 0) return { lines: [], refusals: [refuse('split.part_missing', { parts: missing }, { at: ['shares'] })] };
  const outer = sum(wanted.filter((p) => p.inside === undefined).map((p) => s.shares.find((x) => x.part === p.id)!.share));
  if (compare(outer, one) > 0)
    return { lines: [], refusals: [refuse('split.sum', { sum: showPercent(outer) }, { clause: s.clauses, at: ['shares'] })] };
  const lines = linesOf(s);
  return { lines, refusals: [...overspent(s, lines), ...tooLargeInside(s, lines), ...outsideLimits(s, lines)] };
}

/** A split of money received pays out no more than the net income: costs cannot be borne by nobody. */
function overspent(s: Splitting, lines: readonly Line[]): Refusal<Code>[] {
  const rest = lines.find((l) => l.part.remainder)!;
  const costs = s.bases.received - s.bases['net-income'];
  return s.scheme.base === 'received' && rest.amount < costs
    ? [unmet('split.costs_unborne', s.clauses, { costs: writeYuan(costs), remainder: writeYuan(rest.amount) })]
    : [];
}
function tooLargeInside({ scheme }: Splitting, lines: readonly Line[]): Refusal<Code>[] {
  return lines
    .filter((l) => l.part.inside === undefined)
    .flatMap((outer) => {
      const inner = sumFen(lines.filter((l) => l.part.inside === outer.part.id).map((l) => l.amount));
      return inner > outer.amount
        ? [
            refuse(
              'split.inner_sum',
              { part: outer.part.title, inner: writeYuan(inner), amount: writeYuan(outer.amount), unit: unitOf(scheme) },
              { at: ['shares'] },
            ),
          ]
        : [];
    });
}

function outsideLimits(s: Splitting, lines: readonly Line[]): Refusal<Code>[] {
  const base = (of: string): bigint => (isWhole(of) ? s.bases[of] : countedAmount(lines, of));
  const own = lines.flatMap((l): Refusal<Code>[] => {
    const { limits } = l.part;
    if (!limits || admitsFen(limits, l.amount, s.bases[s.scheme.base])) return [];
    return [
      outside(
        {
          title: l.part.title,
          amount: l.amount,
          share: l.share,
          of: s.scheme.base,
          base: s.bases[s.scheme.base],
          limits,
          clause: s.clauses,
          force: 'must',
        },
        s.scheme,
      ),
    ];
  });
  const floors = s.floors.flatMap(({ limit, clause, force }): Refusal<Code>[] => {
    const counting = lines.filter((l) => l.part.counts === limit.counts);
    if (limit.onlyIf !== undefined && countedAmount(lines, limit.onlyIf) === 0n) return [];
    if (counting.length === 0 && limit.counts !== 'contributor-reward') return [];
    const amount = countedAmount(lines, limit.counts);
    const of = base(limit.of);
    if (admitsFen(limit.limits, amount, of)) return [];
    const title = counting[0]?.part.title ?? limit.counts;
    return [
      outside(
        {
          title,
          amount,
          ...(counting.length === 1 ? { share: counting[0]!.share } : {}),
          of: limit.of,
          base: of,
          limits: limit.limits,
          clause: [clause],
          force,
        },
        s.scheme,
      ),
    ];
  });
  return [...own, ...floors];
}

type Outside = {
  title: string;
  amount: Fen;
  share?: Ratio;
  of: string;
  base: Fen;
  limits: Limits;
  clause: readonly ClauseId[];
  force: Force;
};
function outside(o: Outside, scheme: Scheme): Refusal<Code> {
  const show = (amount: bigint): string => shown(amount, scheme);
  const spans = fenSpans(o.limits, o.base).map((x) => ({ least: show(x.least), most: x.most > o.base ? null : show(x.most) }));
  const facts = {
    part: o.title,
    amount: show(o.amount),
    unit: unitOf(scheme),
    share: o.share ? showPercent(o.share) : null,
    of: o.of,
    base: show(o.base),
    limits: showLimits(o.limits),
    least: spans.at(-1)?.least ?? null,
    most: spans.at(-1)?.most ?? null,
  };
  return byForce('split.outside_limits', { force: o.force, clause: o.clause, at: ['shares'] }, facts);
}

/**
 * A worked example of a split: `is` names the parts; `of` an amount (yuan, or percent of a company) and `shares` of it, with what each part
 * `gives`, or `refused: yes` where the parts' own limits do not admit them.
 */
export function checkWorkedSplit(scheme: Scheme, e: Readonly<Record<string, unknown>>): Parsed<true> {
  const parts = scheme.parts.map((p) => p.id).join(' + ');
  if (e.is !== undefined && e.is !== parts) return wrong('example.differs', { said: String(e.is), came: parts });
  if (e.of === undefined) return e.is === undefined ? wrong('pack.missing_key', { key: 'is' }) : parsed(true);
  const of = readYuan(String(e.of));
  if (isWrong(of)) return within('of', of.wrong);
  const shares: { part: string; share: Ratio }[] = [];
  for (const [part, written] of Object.entries((e.shares ?? {}) as Readonly<Record<string, unknown>>)) {
    const share = readShare(String(written));
    if (isWrong(share)) return within('shares', within(part, share.wrong).wrong);
    shares.push({ part, share: share.value });
  }
  const bases = { received: of.value, 'net-income': of.value, stake: of.value };
  const { lines, refusals } = checkSplit({ scheme, clauses: [], floors: [], bases, shares });
  const came =
    refusals.length > 0 ? refusals.map((r) => r.refused).join(', ') : lines.map((l) => `${l.part.id} ${writeYuan(l.amount)}`).join(', ');
  const gives = Object.entries((e.gives ?? {}) as Readonly<Record<string, unknown>>);
  const said = e.refused === 'yes' ? 'refused' : gives.map(([part, amount]) => `${part} ${amount}`).join(', ');
  const holds =
    e.refused === 'yes'
      ? refusals.length > 0
      : refusals.length === 0 &&
        gives.length > 0 &&
        gives.every(([part, amount]) => lines.some((l) => l.part.id === part && writeYuan(l.amount) === amount));
  return holds ? parsed(true) : wrong('example.differs', { said, came });
}
