import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { packFolder, rules } from '../../apps/server/open-house.ts';
import { modes } from '../../packages/capabilities/conversion/rules.ts';
import { proposeSplit } from '../../packages/capabilities/distribution/decisions.ts';
import { distributionParts, rewardLimits } from '../../packages/capabilities/distribution/rules.ts';
import { firstQuestion, type Member, type Question, readQuestion } from '../../packages/capabilities/simulator/question.ts';
import { type Simulation, simulate } from '../../packages/capabilities/simulator/simulation.ts';
import { loadPacks } from '../../packages/engine/pack-folder.ts';
import { answerLaw } from '../../packages/kernel/answer-law.ts';
import { calendarOf } from '../../packages/kernel/calendar.ts';
import { cited } from '../../packages/kernel/chart.ts';
import { type Happened, isRefusal } from '../../packages/kernel/command.ts';
import { isAnswered } from '../../packages/kernel/law.ts';
import { fenOf, sumFen, writeYuan } from '../../packages/kernel/money.ts';
import { lawOfAll } from '../../packages/kernel/party.ts';
import type { Refusal } from '../../packages/kernel/refusal.ts';

const loaded = loadPacks(packFolder, rules);
const texts = { shelf: loaded.shelf, calendar: calendarOf(loaded.calendar) };
const first = firstQuestion('2026-06-01');
const ask = (more: Partial<Question>): Simulation => simulate({ ...first, ...more }, texts);
const member = (name: string, share: string, more: Partial<Member> = {}): Member => ({ name, share, leader: 'none', ...more });
const parts = ({ result }: Simulation): string => result.lines.map((l) => `${l.part} ${writeYuan(l.amount)}`).join(', ');
const people = ({ result }: Simulation): string => result.people.map((p) => `${p.name} ${writeYuan(p.amount)}`).join(', ');
const standing = ({ result }: Simulation): string[] => result.standing.map((r) => `${r.refused} ${cited(r.clause).join('+')}`.trim());
const warnings = ({ result }: Simulation): string[] => result.warnings.map((r) => `${r.refused} ${cited(r.clause).join('+')}`.trim());

describe('“如果…”：who would get what, and in whose name it is refused', () => {
  const chaoyang = { law: ['cn-conversion-law', 'chaoyang'], amount: '297000.00' };
  it('gives the completers of 朝阳医院 282,150.00 at 95%, and refuses 95.01% in its own clause’s name', () => {
    const s = ask({ ...chaoyang, shares: { contributors: '95%' }, team: [member('甲', '60%'), member('乙', '40%')] });
    assert.deepEqual([parts(s), people(s)], ['contributors 282150.00, hospital 14850.00', '甲 169290.00, 乙 112860.00']);
    assert.deepEqual(standing(s), []);
    assert.deepEqual(standing(ask({ ...chaoyang, shares: { contributors: '95.01%' } })), ['split.outside_limits chaoyang:reward']);
  });
  it('begins with the least that the texts demand, and types nothing that they fix', () => {
    assert.equal(parts(ask(chaoyang)), 'contributors 207900.00, hospital 89100.00');
    const puth = ask({ law: ['puth', 'cn-conversion-law', 'gf-2016-16'], amount: '3000000.00' });
    assert.equal(parts(puth), 'team 2100000.00, main 1050000.00, department 450000.00, hospital 450000.00');
    assert.deepEqual(standing(puth), []);
    const office = ask({ law: ['shifan', '004'], amount: '8700000.00', shares: { tto: '10%' } });
    assert.equal(parts(office), 'contributors 6090000.00, tto 870000.00, tto-staff 261000.00, hospital 1740000.00');
  });
  it('takes off what the texts let be taken off, and refuses the rest at its line', () => {
    const costs = [
      { kind: 'taxes', amount: '60万' },
      { kind: 'maintenance', amount: '15万' },
      { kind: 'service-fees', amount: '50万' },
      { kind: 'direct-costs', amount: '5万' },
    ];
    const shanghai = { law: ['shifan', '004'], amount: '1000万' };
    assert.equal(ask({ ...shanghai, costs }).result.net, 870_000_000n);
    const rnd = ask({ ...shanghai, costs: [...costs, { kind: 'rnd-costs', amount: '1万' }] });
    assert.deepEqual(standing(rnd), ['deduction.not_allowed 004:11.end']);
    assert.deepEqual(rnd.result.standing[0]!.at, ['deductions', 4, 'kind']);
    assert.deepEqual(standing(ask({ ...chaoyang, costs: [{ kind: 'taxes', amount: '1万' }] })), ['deduction.ground_missing']);
  });
  it('says that no text divides, where none does', () => {
    assert.deepEqual(standing(ask({ law: ['tsinghua'], mode: 'transfer' })), ['law.silent']);
    assert.deepEqual(standing(ask({ law: [], mode: 'license' })), ['law.silent']);
    assert.deepEqual(standing(ask({ law: ['chaoyang'], mode: 'equity' })), ['law.silent']);
  });
  it('refuses what cannot be read at its field', () => {
    const at = (more: Partial<Question>) => ask({ ...chaoyang, ...more }).result.standing.map((r) => [r.refused, r.at]);
    assert.deepEqual(at({ amount: '一百万' }), [['money.not_a_number', ['amount']]]);
    assert.deepEqual(at({ shares: { contributors: '七成' } }), [['share.not_a_number', ['shares', 0, 'share']]]);
    assert.deepEqual(at({ team: [member('甲', '99.99%')] }), [['shares.sum', ['team']]]);
    assert.deepEqual(at({ team: [member('甲', '100%', { wage: '三万' })] }), [['money.not_a_number', ['team', 0, 'wage']]]);
    assert.deepEqual(at({ costs: [{ kind: 'taxes', amount: '-1', ground: '规定' }] }), [['money.negative', ['deductions', 0, 'amount']]]);
    assert.deepEqual(
      ask({ law: ['pku'], mode: 'equity', stake: '0' }).result.standing.map((r) => r.at),
      [['stake']],
    );
  });
  it('names the steps of the approval that the texts have, by the weightiest post of the team', () => {
    const tsinghua = (leader: Member['leader']) =>
      ask({ law: ['tsinghua'], mode: 'license', team: [member('甲', '100%', { leader })] }).result.approval;
    assert.deepEqual(tsinghua('chief-of-unit'), ['干部工作领导小组审议', '知识产权管理领导小组审批']);
    assert.deepEqual(tsinghua('deputy-of-unit'), ['知识产权管理领导小组审批', '报干部工作领导小组备案']);
    assert.deepEqual(tsinghua('none'), []);
  });
});

describe('004 第十一条（三）：正职领导可以按照国家有关规定和单位制定的具体办法给予现金奖励，不得获取股权激励', () => {
  const asked = (more: Partial<Member>, mode: Question['mode'] = 'license'): Simulation =>
    ask({ law: ['cn-conversion-law', '004', mode === 'equity' ? 'bjtu' : 'shifan'], mode, team: [member('院长', '100%', more)] });
  it('lets a chief have cash only with the unit’s own measure, and sends it to the approval that the texts have', () => {
    assert.deepEqual(standing(asked({ leader: 'chief-of-institution' })), ['leader.measure_missing 004:11.3']);
    const measured = asked({ leader: 'chief-of-institution', measure: '本院〔2026〕7号' });
    assert.deepEqual([standing(measured), measured.result.approval], [[], ['财务审核', '院长办公会审议分配']]);
    assert.deepEqual(standing(asked({ leader: 'deputy' })), []);
  });
  it('refuses him shares on the day of allocation, and notes it of one who left before', () => {
    assert.deepEqual(standing(asked({ leader: 'chief-of-institution', measure: '本院〔2026〕7号' }, 'equity')), [
      'stake.leader_barred 004:11.3',
    ]);
    const former = asked({ leader: 'chief-of-institution', leftOn: '2026-05-31' }, 'equity');
    assert.deepEqual([standing(former), warnings(former)], [[], ['stake.former_leader 004:11.3']]);
    assert.deepEqual(standing(asked({ leader: 'deputy' }, 'equity')), []);
  });
  it('lets the staff hold 2% outside the team’s pool while the team has 70%', () => {
    const shares = (contributors: string) =>
      ask({ law: ['004', 'bjtu'], mode: 'equity', stake: '100%', shares: { contributors }, staff: [member('转化专员', '2%')] });
    assert.equal(people(shares('70%')), ' 70.00, 转化专员 2.00');
    assert.ok(shares('70%').result.answers.some((a) => isAnswered(a) && a.clauses.includes('004:11.2.s2')));
    assert.deepEqual(standing(shares('69%')), ['split.outside_limits 004:11.1']);
  });
});

describe('what other readings would change', () => {
  it('shows 药物研究所 under each: the 1% off the top, and project money counted as a reward', () => {
    const s = ask({ law: ['imm', 'cn-conversion-law'], shares: { project: '20%', personal: '60%', fund: '1%' } });
    assert.deepEqual(
      s.readings.map((r) => [r.because.slice(0, 7), r.differs, r.result.lines.find((l) => l.part === 'retention')!.amount]),
      [
        ['1%也可以读作', true, 19_000_000n],
        ['课题经费归团队', false, 20_000_000n],
      ],
    );
  });
  it('shows that a reading would let through what another refuses', () => {
    const s = ask({ law: ['imm', 'cn-conversion-law'], shares: { project: '30%', personal: '30%' } });
    assert.deepEqual(standing(s), ['split.outside_limits cn-conversion-law:45.p1.1']);
    assert.deepEqual(
      s.readings.map((r) => r.result.standing.map((x) => x.refused)),
      [['split.outside_limits'], []],
    );
  });
  it('asks about clauses that counted only', () => {
    assert.deepEqual(ask({ law: ['bjtu', '004'], mode: 'equity' }).readings, []);
  });
});

describe('the estimate of tax says what it assumed', () => {
  const paid = {
    payer: 'state-set',
    contributor: true,
    published: true,
    contractRegistered: true,
    separateAccounts: true,
    notOrdinaryPay: true,
  } as const;
  const award = { law: ['pku'], amount: '1000000.00', receivedOn: '2026-03-02', paidOn: '2026-03-20' };
  it('has a withholding line for every cash award, with and without the relief', () => {
    const s = ask({
      ...award,
      team: [member('甲', '50%', { wage: '20000', deducted: '5000' }), member('乙', '50%')],
      relief: { ...paid, filedOn: '2026-04-10' },
    });
    assert.equal(s.result.relief.stands, 'yes');
    const [known, unknown] = s.result.people.map((p) => p.tax!);
    assert.ok(known!.payKnown && known!.relieved!.known!.inMonth < known!.plain.known!.inMonth);
    assert.ok(!unknown!.payKnown && unknown!.plain.known === undefined && unknown!.plain.alone < unknown!.plain.highest);
  });
  it('knows no relief for a way of conversion of which the texts do not speak, and leaves it open where something is not said', () => {
    assert.equal(ask({ ...award, law: ['puth'], mode: 'self', relief: paid }).result.people[0]!.tax!.relieved, undefined);
    const open = ask({ ...award, relief: paid }).result.relief;
    assert.deepEqual([open.stands, open.checks.filter((c) => c.met === 'unknown').map((c) => c.condition)], ['unknown', ['filed']]);
  });
  it('has none where no text said how wages are withheld from on that day', () => {
    assert.equal(ask({ ...award, receivedOn: '2018-03-02', paidOn: '2018-03-20' }).result.people[0]!.tax, undefined);
  });
});

describe('an address holds a question', () => {
  it('reads back what it was made of', () => {
    const q: Question = {
      ...first,
      law: ['004@2024-12-20..2029-12-19', 'shifan'],
      costs: [{ kind: 'taxes', amount: '6000', ground: '发票' }],
      shares: { contributors: '70%' },
      team: [member('甲', '1/3', { wage: '30000', littleBefore: false }), member('乙', '2/3', { leader: 'deputy', leftOn: '2026-05-01' })],
      relief: { payer: 'hospital', published: false },
    };
    assert.deepEqual(readQuestion(JSON.parse(JSON.stringify(q))), q);
  });
  it('leaves out what cannot be read, whoever wrote it', () => {
    const raw = {
      law: [{}, 'pku', 3],
      mode: 'theft',
      amount: { a: 1 },
      team: 'x',
      costs: [1, {}],
      shares: [],
      receivedOn: '2026-02-30',
      relief: { payer: 'me' },
    };
    assert.deepEqual(readQuestion(raw), { law: ['pku', '3'], costs: [{ kind: 'other', amount: '' }], relief: {} });
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...Object.keys(first)), fc.jsonValue()), (any) => {
        const s = simulate({ ...first, ...readQuestion(any) }, texts);
        assert.ok(s.result.lines.length > 0 || s.result.standing.length > 0);
      }),
      { numRuns: 300 },
    );
  });
});

const institutions = [...loaded.shelf.values()]
  .filter((p) => p.clauses.some((c) => c.answers.some((a) => a.rule === 'distribution-parts')))
  .map((p) => p.text.id);
const above = ['cn-conversion-law', 'gf-2016-16', '004'];
const random = fc.record({
  institution: fc.constantFrom(...institutions),
  above: fc.subarray(above),
  mode: fc.constantFrom(...modes),
  amount: fc.bigInt(1n, 10n ** 13n),
  costs: fc.array(
    fc.record({ kind: fc.constantFrom('taxes', 'maintenance', 'service-fees', 'direct-costs'), part: fc.integer({ min: 1, max: 400 }) }),
    { maxLength: 3 },
  ),
  shares: fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 4, maxLength: 4 }),
  least: fc.boolean(),
  team: fc.array(fc.integer({ min: 1, max: 97 }), { minLength: 1, maxLength: 5 }),
  stake: fc.integer({ min: 1, max: 10_000 }),
});
type Random = typeof random extends fc.Arbitrary<infer T> ? T : never;

function questionOf(r: Random): Question {
  const law = [...r.above, r.institution];
  const scheme = ask({ law, mode: r.mode }).result;
  const wanted = scheme.parts.filter((p) => !p.remainder);
  const total = r.team.reduce((a, b) => a + b, 0);
  return {
    ...first,
    law,
    mode: r.mode,
    amount: writeYuan(r.amount),
    stake: `${r.stake}/10000`,
    costs: r.costs.map((c) => ({ kind: c.kind, amount: writeYuan((r.amount * BigInt(c.part)) / 2000n + 1n), ground: '按规定' })),
    shares: r.least ? {} : Object.fromEntries(wanted.map((p, i) => [p.part, `${r.shares[i]! / 100}%`])),
    team: r.team.map((w, i) => member(`${i}`, `${w}/${total}`)),
  };
}

describe('the simulator and the command decide alike', () => {
  it('for 1,000 random questions: the same amounts and refusals as split.propose, and everything sums to the fen', () => {
    let split = 0;
    fc.assert(
      fc.property(random, (r) => {
        const q = questionOf(r);
        const s = simulate(q, texts);
        const { result } = s;
        const outer = result.lines.filter((l) => l.inside === null);
        if (result.net !== undefined) assert.equal(result.net, max0(result.received! - sumFen(result.costs.map((c) => c.amount))));
        if (outer.length > 0) {
          split += 1;
          assert.equal(sumFen(outer.map((l) => l.amount)), result.base!.amount, 'the parts sum to what is divided');
          const pool = sumFen(outer.filter((l) => l.to === 'persons').map((l) => l.amount));
          assert.equal(sumFen(result.people.map((p) => p.amount)), pool, 'the team’s amounts sum to its pool');
          for (const l of outer.filter((x) => !isRemainder(s, x.part))) assert.ok(nearBy(l, result.base!.amount), `${l.part} ${l.share}`);
        }
        if (q.mode !== 'equity' && result.net !== undefined)
          assert.deepEqual(bySplitPropose(q, s), [result.lines.map((l) => [l.part, l.amount]), splitRefusals(s)]);
      }),
      { numRuns: 1000 },
    );
    assert.ok(split > 300, `${split} were divided`);
  });
});
const max0 = (n: bigint): bigint => (n > 0n ? n : 0n);
const isRemainder = (s: Simulation, part: string): boolean => s.result.parts.find((p) => p.part === part)!.remainder;
/** The share of the base rounded down, or the one fen more that a floor demands: worked out here by plain integers. */
function nearBy(l: { readonly share: string; readonly amount: bigint }, base: bigint): boolean {
  const [n, d] = l.share.endsWith('%') ? [BigInt(Math.round(Number(l.share.slice(0, -1)) * 100)), 10_000n] : l.share.split('/').map(BigInt);
  const down = (base * n!) / d!;
  return l.amount === down || l.amount === down + 1n;
}
const splitRefusals = (s: Simulation): string[] =>
  [...s.result.standing, ...s.result.warnings]
    .filter((r) => r.refused.startsWith('split.') || r.refused.startsWith('law.'))
    .map((r) => r.refused);

/** What the command decides of the same proposal, put together without the simulator. */
function bySplitPropose(q: Question, s: Simulation): unknown {
  const facts = {
    ...blank,
    received: writeYuan(s.result.received!),
    net: writeYuan(s.result.net!),
    mode: q.mode,
    receivedOn: q.receivedOn,
  };
  const ground = proposeSplit.ground!({ facts, input: undefined, on: q.paidOn });
  const { law, refusals } = answerLaw(lawOfAll(s.law), proposeSplit as never, ground);
  if (refusals.length > 0) return [[], refusals.map((r) => r.refused)];
  const input = proposeSplit.input.read({
    shares: Object.entries(s.result.shares).map(([part, share]) => ({ part, share })),
    remainderUse: 'rnd',
    approvalBody: 'any',
  });
  assert.ok('values' in input);
  const circumstances = {
    at: `${q.paidOn}T04:00:00Z`,
    on: q.paidOn,
    calendar: texts.calendar,
    actor: { person: '' },
    id: () => '',
    cite: String,
    sentence: () => undefined,
    text: () => undefined,
  };
  const outcome: readonly (Refusal | Happened)[] = proposeSplit.decide({ ...circumstances, input: input.values, facts, law: law as never });
  const proposed = outcome.find((x) => !isRefusal(x));
  const lines = (proposed && !isRefusal(proposed) ? proposed.data.lines : []) as readonly { part: string; amount: string }[];
  return [lines.map((l) => [l.part, fenOf(l.amount)]), outcome.filter(isRefusal).map((r) => r.refused)];
}
const blank = {
  issuer: '',
  number: null,
  title: '',
  proposal: 0,
  approvalBody: null,
  remainderUse: null,
  lines: [],
  awards: [],
  posts: [],
  bodies: [{ code: 'any', title: '' }],
};

describe('what the rules of a split are asked', () => {
  it('is asked of the texts that were chosen, on the day of receipt', () => {
    const s = ask({ law: ['cn-conversion-law', 'chaoyang'], receivedOn: '2026-05-01' });
    for (const rule of [distributionParts.id, rewardLimits.id])
      assert.equal(s.result.answers.find((a) => a.trace.rule === rule)!.trace.on, '2026-05-01');
  });
});
