import { commandsOf, facts, happened } from '../../kernel/command.ts';
import type { Day } from '../../kernel/day.ts';
import { duplicateAt } from '../../kernel/duplicate.ts';
import { fields, group, list, optional } from '../../kernel/field.ts';
import { money, paper, person, share, text } from '../../kernel/field-kinds.ts';
import type { Answered } from '../../kernel/law.ts';
import { type Fen, sumFen, writeYuan } from '../../kernel/money.ts';
import { showPercent } from '../../kernel/ratio.ts';
import { type Refusal, refuse, unmet, warn } from '../../kernel/refusal.ts';
import {
  awardApproval,
  distributionParts,
  innerSplit,
  leaderCash,
  leaderEquity,
  rewardLimits,
  staffIncentives,
} from '../distribution/rules.ts';
import { allocateStake, leaderRefusals, staffPart, stakeCodes } from '../distribution/stake.ts';
import { leaderClassOn } from '../institution/decisions.ts';
import { stake } from './procedure.ts';
import { askedOf, type Staking, unitsOf } from './staking.ts';

const apartCodes = [
  'shares.not_a_contributor',
  'holder.twice',
  'stake.apart_not_barred',
  'leader.measure_missing',
  'leader.approval_missing',
  'stake.nobody_left',
] as const;
type Code = (typeof apartCodes)[number];

/**
 * Proposes how the stake is divided between the parts that the institution's text knows; the staff's line stands outside the team's pool.
 * Contributors whom a text bars from shares stand apart: the team divides its pool without them, and they may be awarded cash.
 */
export const proposeStake = commandsOf(stake)('stake.propose', {
  action: 'P67:P',
  brings: ['stake.proposed'],
  asks: [distributionParts, rewardLimits, innerSplit, awardApproval, leaderEquity, leaderCash, staffIncentives],
  refuses: [...stakeCodes, ...apartCodes, 'approval.body_unknown'],
  input: fields({
    shares: list(group({ part: text(40), share: share() }), { least: 1, most: 30 }),
    staff: list(group({ person: person(), share: share() }), { most: 50 }),
    apart: list(group({ person: person(), amount: optional(money()), measure: optional(text(200)), approval: optional(paper()) }), {
      most: 50,
    }),
    approvalBody: optional(text(40)),
  }),
  facts: facts<Staking>(),
  ground: ({ facts: f, on }) => askedOf(f, on),
  suggest: ({ law, facts: f, on }) => ({
    shares: (law['distribution-parts']?.value.parts ?? []).filter((p) => !p.remainder).map((p) => ({ part: p.id, share: '' })),
    staff: [],
    apart: f.contributors
      .filter((c) => law['leader-equity']?.value.includes(leaderClassOn(c.posts, on)))
      .map((c) => ({ person: c.person })),
  }),
  decide: ({ input: i, facts: f, law, on }) => {
    const scheme = law['distribution-parts'];
    const barred = law['leader-equity'];
    const staff = i.staff.map((s) => ({ ...s, of: f.named.find((p) => p.person === s.person)! }));
    const { lines, held, refusals } = allocateStake({
      scheme: scheme.value,
      clauses: scheme.clauses,
      floors: law['reward-limits']?.value ?? [],
      stake: unitsOf(f.units),
      shares: i.shares,
      team: [],
      staff: staff.map((s) => ({ name: s.of.name, share: s.share, posts: s.of.posts })),
      on,
      barred,
    });
    const team = f.contributors.filter((c) => !i.apart.some((a) => a.person === c.person));
    const asked = law['award-approval'] === undefined;
    const body = f.bodies.find((b) => b.code === i.approvalBody);
    const personal = lines.filter((l) => l.part.to === 'persons' && l.part.inside === undefined && l.part.id !== staffPart.id);
    const pool = writeYuan(sumFen(personal.map((l) => l.amount)));
    const proposal = f.proposal + 1;
    const data = {
      proposal,
      approvalBody: body?.code,
      lines: lines.map((l) => ({
        part: l.part.id,
        title: l.part.title,
        destination: l.part.to,
        inside: l.part.inside,
        share: showPercent(l.share),
        units: writeYuan(l.amount),
      })),
      staff: staff.map((s, n) => ({
        person: s.person,
        share: showPercent(s.share),
        units: writeYuan(held.find((h) => h.as === 'staff' && h.place === n)?.units ?? 0n),
      })),
      apart: i.apart.map((a) => ({ ...a, amount: writeYuan(a.amount ?? 0n) })),
    };
    return [
      ...refusals,
      ...twice(i.staff, 'staff'),
      ...twice(i.apart, 'apart'),
      ...i.apart.flatMap((a, n) => onApart(a, { f, on, barred, cash: law['leader-cash'], at: ['apart', n] })),
      ...(team.length === 0 ? [refuse('stake.nobody_left', {}, { at: ['apart'] })] : []),
      // Posts count on the day of the allocation: who may not hold shares today is told of, and refused then.
      ...team.flatMap((c) => leaderRefusals(c, { barred, on })).map((r) => warn(r.refused, r.clause, r.facts)),
      ...(asked && !body ? [refuse('approval.body_unknown', { bodies: f.bodies.map((b) => b.title) }, { at: ['approvalBody'] })] : []),
      happened('stake.proposed', data, {
        papers: i.apart.flatMap((a) => a.approval ?? []),
        about: [...i.staff, ...i.apart].map((p) => p.person),
        raises: [
          {
            procedure: 'split-agreement',
            title: '团队内部分配',
            data: { pool, unit: 'percent', without: i.apart.map((a) => a.person), terms: { proposal, part: personal[0]?.part.id } },
          },
        ],
      }),
    ];
  },
});

function twice(rows: readonly { readonly person: string }[], field: string): Refusal<Code>[] {
  const again = duplicateAt(rows, (r) => r.person);
  return again < 0 ? [] : [refuse('holder.twice', {}, { at: [field, again, 'person'] })];
}

type Row = {
  readonly person: string;
  readonly amount?: Fen | undefined;
  readonly measure?: string | undefined;
  readonly approval?: string | undefined;
};
type Asked = {
  readonly f: Staking;
  readonly on: Day;
  readonly barred: Answered<readonly string[]> | undefined;
  readonly cash: Answered<readonly string[]> | undefined;
  readonly at: readonly (string | number)[];
};
/** Only whom a text bars stands apart; his cash rests on the unit's own measure and on an approval of its own (第十一条（三）). */
function onApart(row: Row, { f, on, barred, cash, at }: Asked): Refusal<Code>[] {
  const who = f.contributors.find((c) => c.person === row.person);
  if (!who) return [refuse('shares.not_a_contributor', {}, { at: [...at, 'person'] })];
  const { name } = who;
  const leader = leaderClassOn(who.posts, on);
  const rests = row.amount !== undefined && cash?.value.includes(leader);
  return [
    ...(barred?.value.includes(leader) ? [] : [unmet('stake.apart_not_barred', barred?.clauses, { name }, [...at, 'person'])]),
    ...(rests && !row.measure ? [unmet('leader.measure_missing', cash?.clauses, { name }, [...at, 'measure'])] : []),
    ...(rests && !row.approval ? [unmet('leader.approval_missing', cash?.clauses, { name }, [...at, 'approval'])] : []),
  ];
}
