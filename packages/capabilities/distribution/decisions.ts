import type { Posting } from '../../kernel/brings.ts';
import { commandsOf, facts, happened } from '../../kernel/command.ts';
import type { Day } from '../../kernel/day.ts';
import { fields, group, list, optional } from '../../kernel/field.ts';
import { choice, note, paper, person, share, text } from '../../kernel/field-kinds.ts';
import { fenOf, showYuan, sumFen, writeYuan } from '../../kernel/money.ts';
import { showPercent } from '../../kernel/ratio.ts';
import { refuse, unmet } from '../../kernel/refusal.ts';
import { leaderClassOn, type Post } from '../institution/decisions.ts';
import { accounts } from '../receipts/decisions.ts';
import { approvalDocument, payrollDocument } from './document.ts';
import { distribution, duties } from './procedure.ts';
import { awardApproval, distributionParts, innerSplit, leaderCash, payrollTreatment, remainderUse, rewardLimits } from './rules.ts';
import { checkSplit, noBases, splitCodes } from './split.ts';

export type Dividing = {
  readonly issuer: string;
  readonly number: string | null;
  readonly title: string;
  readonly received: string;
  readonly net: string;
  readonly mode: string;
  readonly receivedOn: Day;
  readonly proposal: number;
  readonly approvalBody: string | null;
  readonly remainderUse: string | null;
  readonly lines: readonly {
    readonly part: string;
    readonly title: string;
    readonly destination: string;
    readonly inside: string | null;
    readonly share: string;
    readonly amount: string;
  }[];
  readonly awards: readonly {
    readonly person: string;
    readonly staffNo: string;
    readonly name: string;
    readonly unit: string | null;
    readonly share: string;
    readonly amount: string;
    readonly posts: readonly Post[];
  }[];
  /** Posts of all contributors, past ones too. */
  readonly posts: readonly Post[];
  readonly bodies: readonly { readonly code: string; readonly title: string }[];
};
export const uses = ['rnd', 'conversion', 'other'] as const;
const command = commandsOf(distribution);
const received = (f: Dividing, on: Day) => ({
  given: { mode: f.mode, leader: leaderClassOn(f.posts, on) },
  dates: { receivedOn: f.receivedOn },
});

/**
 * Proposes how the net income is divided between the parts that the institution's text knows. Each share is of the text's own base;
 * the remainder part takes the rest. Every floor and cap is checked in its own clause's name.
 */
export const proposeSplit = command('split.propose', {
  action: 'P67:P',
  brings: ['split.proposed'],
  asks: [distributionParts, rewardLimits, remainderUse, innerSplit, awardApproval],
  refuses: [...splitCodes, 'remainder.reason_missing', 'approval.body_unknown'],
  input: fields({
    shares: list(group({ part: text(40), share: share() }), { least: 1, most: 30 }),
    remainderUse: choice(...uses),
    remainderReason: optional(note(500)),
    approvalBody: optional(text(40)),
  }),
  facts: facts<Dividing>(),
  ground: ({ facts: f, on }) => received(f, on),
  suggest: ({ law }) => ({
    shares: (law['distribution-parts']?.value.parts ?? []).filter((p) => !p.remainder).map((p) => ({ part: p.id, share: '' })),
    remainderUse: 'rnd',
  }),
  decide: ({ input: i, facts: f, law }) => {
    const scheme = law['distribution-parts'];
    const floors = law['reward-limits']?.value ?? [];
    const bases = { ...noBases, received: fenOf(f.received), 'net-income': fenOf(f.net) };
    const { lines, refusals } = checkSplit({ scheme: scheme.value, clauses: scheme.clauses, floors, bases, shares: i.shares });
    const mainly = law['remainder-use'];
    const elsewhere = i.remainderUse === 'other' || (mainly && !mainly.value.includes(i.remainderUse));
    // Where no text says who approves, the proposer names one of the institution's bodies.
    const asked = law['award-approval'] === undefined;
    const body = f.bodies.find((b) => b.code === i.approvalBody);
    const personal = lines.filter((l) => l.part.to === 'persons' && l.part.inside === undefined);
    const pool = sumFen(personal.map((l) => l.amount));
    const data = {
      proposal: f.proposal + 1,
      remainderUse: i.remainderUse,
      remainderReason: i.remainderReason,
      approvalBody: body?.code,
      lines: lines.map((l) => ({
        part: l.part.id,
        title: l.part.title,
        destination: l.part.to,
        inside: l.part.inside,
        share: showPercent(l.share),
        amount: writeYuan(l.amount),
      })),
    };
    return [
      ...refusals,
      ...(elsewhere && !i.remainderReason
        ? [unmet('remainder.reason_missing', mainly?.clauses, { use: i.remainderUse }, ['remainderReason'])]
        : []),
      ...(asked && !body ? [refuse('approval.body_unknown', { bodies: f.bodies.map((b) => b.title) }, { at: ['approvalBody'] })] : []),
      happened('split.proposed', data, {
        raises: [
          {
            procedure: 'split-agreement',
            title: '团队内部分配',
            data: { pool: writeYuan(pool), terms: { proposal: f.proposal + 1, part: personal[0]?.part.id } },
          },
        ],
      }),
    ];
  },
});

/** Takes the proposal back; the team's agreement on it falls with it. */
export const withdrawSplit = command('split.withdraw', {
  action: 'P67:P',
  brings: ['split.withdrawn'],
  asks: [],
  refuses: [],
  input: fields({ reason: note(500) }),
  facts: facts<Dividing>(),
  decide: ({ input: i }) => [happened('split.withdrawn', { ...i }, { withdraws: ['split-agreement'], owes: [duties.propose] })],
});

/** Leaders among those awarded: where the texts say so, a leader's cash rests on the unit's own measure and an approval of its own. Posts count on the day of the check. */
export const checkLeaders = command('leaders.check', {
  action: 'T13:P',
  brings: ['leaders.checked'],
  asks: [leaderCash, awardApproval, distributionParts, rewardLimits],
  refuses: ['leader.measure_missing', 'leader.approval_missing'],
  input: fields({ measures: list(group({ person: person(), measure: text(200), approval: optional(paper()) }), { most: 50 }) }),
  facts: facts<Dividing>(),
  ground: ({ facts: f, on }) => ({ given: received(f, on).given, dates: { receivedOn: f.receivedOn, checkedOn: on } }),
  suggest: () => ({ measures: [] }),
  decide: ({ input: i, facts: f, law, on, cite }) => {
    const terms = law['leader-cash'];
    const leaders = f.awards.filter((a) => terms?.value.includes(leaderClassOn(a.posts, on)));
    const missing = leaders.filter((l) => !i.measures.some((m) => m.person === l.person));
    const unapproved = i.measures.findIndex((m) => m.approval === undefined && leaders.some((l) => l.person === m.person));
    const basis = [...law['distribution-parts'].clauses, ...(law['reward-limits']?.clauses ?? [])].map(cite);
    const route = law['award-approval'];
    const named = {
      id: 'approval',
      title: `${f.bodies.find((b) => b.code === f.approvalBody)?.title ?? ''}审议分配`,
      does: 'resolution',
      after: [],
      with: { body: f.approvalBody ?? '' },
    };
    const model = approvalDocument({
      issuer: f.issuer,
      number: f.number,
      title: f.title,
      received: showYuan(fenOf(f.received)),
      net: showYuan(fenOf(f.net)),
      lines: f.lines.map((l) => ({ title: l.title, share: l.share, amount: showYuan(fenOf(l.amount)), inside: l.inside !== null })),
      awards: f.awards.map((a) => ({ name: a.name, unit: a.unit, share: a.share, amount: showYuan(fenOf(a.amount)) })),
      remainderUse: { rnd: '科技研发', conversion: '成果转化', other: '其他（见说明）' }[f.remainderUse ?? ''] ?? '',
      on,
      basis,
    });
    return [
      ...missing.map((c) => unmet('leader.measure_missing', terms!.clauses, { name: c.name }, ['measures'])),
      ...leaders
        .filter((l) => l.person === i.measures[unapproved]?.person)
        .map((l) => unmet('leader.approval_missing', terms!.clauses, { name: l.name }, ['measures', unapproved, 'approval'])),
      happened(
        'leaders.checked',
        { leaders: leaders.map((l) => l.person), measures: i.measures },
        {
          issues: [{ kind: 'award-approval', title: model.title, model }],
          route: { key: 'approval', steps: route?.value ?? [named], clause: route?.clauses ?? [], figures: { net: fenOf(f.net) } },
          about: f.awards.map((a) => a.person),
          papers: i.measures.flatMap((m) => m.approval ?? []),
        },
      ),
    ];
  },
});

const treatmentWords: Readonly<Record<string, string>> = {
  'counted-in-performance-pay': '奖励支出计入单位绩效工资总量（工资总额）。',
  'outside-performance-cap': '不受核定的绩效工资总量（工资总额）限制。',
  'outside-insurance-base': '不作为社会保险缴纳基数。',
};

/** Hands the list over to payroll: the ledger lines, the list, and how the texts want it treated. */
export const handOver = command('award.hand-over', {
  action: 'P69:P',
  brings: ['award.handed-over'],
  asks: [payrollTreatment],
  refuses: [],
  input: fields({}),
  facts: facts<Dividing>(),
  ground: ({ on }) => ({ given: {}, dates: { paidOn: on } }),
  decide: ({ facts: f, law, on, cite }) => {
    const awards = f.awards.map((a) => ({ ...a, fen: fenOf(a.amount) }));
    const pool = sumFen(f.lines.filter((l) => l.destination === 'persons' && l.inside === null).map((l) => fenOf(l.amount)));
    const kept = f.lines.filter((l) => l.destination !== 'persons' && l.inside === null);
    const total = sumFen(awards.map((a) => a.fen));
    const treatment = law['payroll-treatment'];
    const model = payrollDocument({
      issuer: f.issuer,
      title: f.title,
      rows: awards.map((a) => ({ staffNo: a.staffNo, name: a.name, unit: a.unit, amount: showYuan(a.fen) })),
      total: showYuan(total),
      treatment: (treatment?.value ?? []).map((t) => treatmentWords[t] ?? t),
      on,
      basis: (treatment?.clauses ?? []).map(cite),
    });
    // The team divided the pool to the fen: anything else is a fault of ours, and no money moves on it.
    if (total !== pool) throw new Error(`the awards sum to ${writeYuan(total)}, not to the pool of ${writeYuan(pool)}`);
    // Only net income is there to be divided: what a split of money received gives beyond it, the unit's own funds bear.
    const divided = total + sumFen(kept.map((l) => fenOf(l.amount)));
    const borne = divided - fenOf(f.net);
    const posts: Posting[] = [
      { account: accounts.income, debit: divided - borne },
      { account: 'unit-funds', debit: borne, about: 'costs' },
      ...awards.map((a) => ({ account: 'payroll', credit: a.fen, about: a.person })),
      ...kept.map((l) => ({ account: 'unit-funds', credit: fenOf(l.amount), about: l.part })),
    ];
    return [
      happened(
        'award.handed-over',
        {
          total: writeYuan(total),
          treatment: [...(treatment?.value ?? [])],
          awards: awards.map((a) => ({ person: a.person, amount: a.amount })),
        },
        { posts, issues: [{ kind: 'payroll-list', title: model.title, model }], about: awards.map((a) => a.person) },
      ),
    ];
  },
});
