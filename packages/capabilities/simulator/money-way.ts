import { type Pool, proposeShares } from '../../instruments/split-agreement/decisions.ts';
import { isAnswered } from '../../kernel/law.ts';
import { divideFen, type Fen, fenOf, readYuan, writeYuan } from '../../kernel/money.ts';
import { isWrong, within } from '../../kernel/parsed.ts';
import { readRatio } from '../../kernel/ratio.ts';
import { type Refusal, refuseField } from '../../kernel/refusal.ts';
import { isRequired } from '../../kernel/route.ts';
import { checkLeaders, type Dividing, proposeSplit } from '../distribution/decisions.ts';
import { distributionParts, remainderUse, rewardLimits } from '../distribution/rules.ts';
import { leaderClassOn } from '../institution/decisions.ts';
import { computeNet, type Income } from '../receipts/decisions.ts';
import { type Asked, ask, dataOf, type Ground, memberId } from './asking.ts';
import { postsOf } from './posts.ts';
import type { Cost, Question } from './question.ts';
import { nothing, type PartLine, type PersonLine, type Result, weighed } from './result.ts';
import { schemeShown } from './scheme-shown.ts';
import { taxAwards } from './taxing.ts';

/** Money: received → costs → net income → parts → the team → tax, each step by the command that takes it. */
export function divideMoney(q: Question, g: Ground): Result {
  const read = readYuan(q.amount);
  if (isWrong(read)) return { ...nothing, ...weighed([refuseField(within('amount', read.wrong).wrong)]) };
  const received = read.value;
  const netted = computed(q, received, g);
  const told = dataOf<{ net: string; deductions: readonly { kind: string; amount: string }[] }>(netted, 'net.computed');
  const net = told === undefined ? undefined : fenOf(told.net);
  const base: Result = {
    ...nothing,
    received,
    ...(net === undefined ? {} : { net }),
    costs: told?.deductions.map((d) => ({ kind: d.kind, amount: fenOf(d.amount) })) ?? [],
    answers: netted.answers,
    ...weighed(netted.refusals),
  };
  return net === undefined ? base : divided(q, g, { base, received, net, refusals: netted.refusals });
}

function computed(q: Question, received: Fen, g: Ground): Asked {
  const facts: Income = {
    receipt: memberId(900),
    conversion: memberId(901),
    amount: writeYuan(received),
    receivedOn: q.receivedOn,
    mode: q.mode,
    title: '',
    distribution: null,
  };
  const deductions = q.costs.map(({ kind, amount, ground }: Cost) => ({ kind, amount, ...(ground ? { ground } : {}) }));
  return ask(computeNet, { facts, input: { deductions } }, g);
}

type Netted = { readonly base: Result; readonly received: Fen; readonly net: Fen; readonly refusals: readonly Refusal[] };
type Proposed = {
  readonly lines: readonly { part: string; title: string; destination: string; inside?: string; share: string; amount: string }[];
};

function divided(q: Question, g: Ground, n: Netted): Result {
  const bases = { received: n.received, 'net-income': n.net, stake: 0n };
  const facts = dividing(q, n);
  const scheme = g.law.answer(distributionParts, about(q, g));
  const floors = g.law.answer(rewardLimits, about(q, g));
  const shown = isAnswered(scheme) ? schemeShown(q, { scheme, floors: isAnswered(floors) ? floors.value : [] }, bases) : undefined;
  const shares = Object.entries(shown?.shares ?? {}).map(([part, share]) => ({ part, share }));
  const proposed = ask(proposeSplit, { facts, input: { shares, remainderUse: mainUse(q, g), approvalBody: body.code } }, g);
  const lines = (dataOf<Proposed>(proposed, 'split.proposed')?.lines ?? []).map(
    (l): PartLine => ({
      part: l.part,
      title: l.title,
      to: l.destination,
      inside: l.inside ?? null,
      share: l.share,
      amount: fenOf(l.amount),
    }),
  );
  const pool = poolOf(proposed);
  const team = pool === undefined ? undefined : sharing(q, pool, g);
  const checked = team && ask(checkLeaders, { facts: awarded(facts, q, team), input: { measures: measuresOf(q) } }, g);
  const awards = team?.people.map((p, i) => ({ member: q.team[i]!, amount: p.amount })) ?? [];
  const taxed = taxAwards(q, awards, g);
  const said = [...n.refusals, ...proposed.refusals, ...(team?.refusals ?? []), ...(checked?.refusals ?? []), ...taxed.refusals];
  return {
    ...n.base,
    ...shown,
    lines,
    people: (team?.people ?? []).map((p, i): PersonLine => (taxed.lines ? { ...p, tax: taxed.lines[i]! } : p)),
    approval: approvalOf(checked),
    answers: distinct([...n.base.answers, ...proposed.answers, ...(checked?.answers ?? []), ...taxed.answers]),
    relief: { stands: taxed.relief, checks: taxed.checks },
    ...weighed(said),
  };
}
const about = (q: Question, g: Ground) => ({ given: { mode: q.mode }, on: q.receivedOn, ...(g.reading ? { reading: g.reading } : {}) });
/** What the remainder is mainly for, as the texts have it. */
function mainUse(q: Question, g: Ground): string {
  const use = g.law.answer(remainderUse, { given: {}, on: q.receivedOn });
  return (isAnswered(use) ? use.value[0] : undefined) ?? 'rnd';
}

/** Where no text says who approves, somebody of the institution has to name a body; here one is supposed. */
const body = { code: 'supposed', title: '—' };

function dividing(q: Question, n: Netted): Dividing {
  return {
    issuer: '—',
    number: null,
    title: '—',
    received: writeYuan(n.received),
    net: writeYuan(n.net),
    mode: q.mode,
    receivedOn: q.receivedOn,
    proposal: 0,
    approvalBody: body.code,
    remainderUse: null,
    lines: [],
    awards: [],
    posts: q.team.flatMap(postsOf),
    bodies: [body],
  };
}
const poolOf = (proposed: Asked): Fen | undefined => {
  const raised = proposed.happened.flatMap((h) => h.brings.raises ?? []).find((r) => r.procedure === 'split-agreement');
  return raised ? fenOf(String(raised.data?.pool)) : undefined;
};

type Team = { readonly people: readonly PersonLine[]; readonly refusals: readonly Refusal[] };
/** The team's own agreement, as it would be proposed, and its amounts: largest remainder, summing to the pool. */
function sharing(q: Question, pool: Fen, g: Ground): Team {
  const team = q.team.map((m, i) => ({ person: memberId(i), name: m.name }));
  const facts: Pool = { pool: writeYuan(pool), unit: 'yuan', terms: {}, team, proposal: 0, lines: [] };
  const asked = ask(proposeShares, { facts, input: { shares: q.team.map((m, i) => ({ person: memberId(i), share: m.share })) } }, g);
  const refusals = asked.refusals.map((r) => ({ ...r, at: ['team', ...(r.at ?? []).slice(1)] }));
  const lines = dataOf<{ lines: readonly { share: string }[] }>(asked, 'shares.proposed')?.lines;
  if (lines === undefined) return { people: [], refusals };
  const amounts = divideFen(
    pool,
    lines.map((l) => readRatio(l.share)!),
  );
  const people = q.team.map((m, i): PersonLine => {
    return { name: m.name, as: 'team', share: lines[i]!.share, amount: amounts[i]!, leader: leaderClassOn(postsOf(m), g.on) };
  });
  return { people, refusals };
}

const awarded = (facts: Dividing, q: Question, team: Team): Dividing => ({
  ...facts,
  awards: team.people.map((p, i) => ({
    person: memberId(i),
    staffNo: `${i}`,
    name: p.name,
    unit: null,
    share: p.share,
    amount: writeYuan(p.amount),
    posts: postsOf(q.team[i]!),
  })),
});
/** Who has the unit's measure is supposed to have its approval too. */
const measuresOf = (q: Question) =>
  q.team.flatMap((m, i) => (m.measure ? [{ person: memberId(i), measure: m.measure, approval: memberId(500 + i) }] : []));
/** The steps of the approval, those of other tiers left out. */
function approvalOf(checked: Asked | undefined): readonly string[] {
  const routes = (checked?.happened ?? []).flatMap((h) => h.brings.route ?? []);
  return routes.flatMap(({ steps, figures }) =>
    steps
      .filter((s) => s.with.body !== body.code && (s.only === undefined || isRequired(s.only, figures?.[s.only.by] ?? 0n)))
      .map((s) => s.title),
  );
}

const distinct = (answers: Result['answers']): Result['answers'] => [...new Map(answers.map((a) => [a.trace.rule, a])).values()];
