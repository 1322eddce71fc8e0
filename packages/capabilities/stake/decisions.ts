import { commandsOf, facts, happened } from '../../kernel/command.ts';
import { fields } from '../../kernel/field.ts';
import { day, money, note, paper, party, share } from '../../kernel/field-kinds.ts';
import { fenOf, writeYuan } from '../../kernel/money.ts';
import { floor, multiply, ratio } from '../../kernel/ratio.ts';
import { refuse, warn } from '../../kernel/refusal.ts';
import { awardApproval, distributionParts, leaderEquity, rewardLimits } from '../distribution/rules.ts';
import { leaderRefusals } from '../distribution/stake.ts';
import { stakeApproval } from './document.ts';
import { duties, stake } from './procedure.ts';
import { askedOf, type Staking } from './staking.ts';

const command = commandsOf(stake);

export type Acquiring = {
  readonly conversion: string;
  readonly counterparty: string;
  /** What the contract puts the achievement in at. */
  readonly price: string | null;
};
/** Enters what our side came to hold of a company for an achievement put in: at what value, how much of the company, since which day. */
export const enterStake = command('stake.enter', {
  action: 'T08:P',
  brings: ['stake.entered'],
  asks: [],
  refuses: ['stake.nothing', 'stake.precision', 'stake.later', 'stake.value_differs'],
  input: fields({ company: party(), value: money(), share: share(), acquiredOn: day(), paper: paper() }),
  facts: facts<Acquiring>(),
  suggest: ({ facts: f, on }) => ({ company: f.counterparty, value: f.price ?? undefined, acquiredOn: on }),
  decide: ({ input: i, facts: f, on }) => {
    if (i.value === 0n) return [refuse('stake.nothing', {}, { at: ['value'] })];
    const exact = multiply(i.share, ratio(10_000n));
    const units = floor(exact);
    if (exact.d !== 1n) return [refuse('stake.precision', {}, { at: ['share'] })];
    if (units === 0n) return [refuse('stake.nothing', {}, { at: ['share'] })];
    if (i.acquiredOn > on) return [refuse('stake.later', {}, { at: ['acquiredOn'] })];
    const value = writeYuan(i.value);
    const { company, acquiredOn, paper: shown } = i;
    const data = { conversion: f.conversion, company, value, units: writeYuan(units), acquiredOn, paper: shown };
    return [
      ...(f.price !== null && f.price !== value ? [warn('stake.value_differs', undefined, { value, price: f.price })] : []),
      happened('stake.entered', data, { papers: [shown], about: [company], owes: [duties.propose] }),
    ];
  },
});

/** No shares came: nothing is allocated, and the conversion may end. */
export const forgoStake = command('stake.forgo', {
  action: 'T08:P',
  brings: ['stake.forgone'],
  asks: [],
  refuses: [],
  input: fields({ reason: note(500) }),
  facts: facts<null>(),
  decide: ({ input: i }) => [happened('stake.forgone', { ...i })],
});

/** Takes the proposal back; the team's agreement and the approval of it fall with it. */
export const withdrawStake = command('stake.withdraw', {
  action: 'P67:P',
  brings: ['stake.withdrawn'],
  asks: [],
  refuses: [],
  input: fields({ reason: note(500) }),
  facts: facts<Staking>(),
  decide: ({ input: i }) => [
    happened('stake.withdrawn', { ...i }, { withdraws: ['split-agreement', 'resolution', 'review-route'], owes: [duties.propose] }),
  ],
});

/** Looks at the posts of those who are to hold shares, and sends the proposal to who approves it. Nobody is refused before the day that counts. */
export const checkHolders = command('holders.check', {
  action: 'T13:P',
  brings: ['holders.checked'],
  asks: [leaderEquity, awardApproval, distributionParts, rewardLimits],
  refuses: ['stake.leader_barred', 'stake.former_leader'],
  input: fields({}),
  facts: facts<Staking>(),
  ground: ({ facts: f, on }) => askedOf(f, on),
  decide: ({ facts: f, law, on, cite }) => {
    const barred = law['leader-equity'];
    const said = f.sharers.flatMap((p) => leaderRefusals(p, { barred, on }));
    const route = law['award-approval'];
    const named = {
      id: 'approval',
      title: `${f.bodies.find((b) => b.code === f.approvalBody)?.title ?? ''}审议股权分配`,
      does: 'resolution',
      after: [],
      with: { body: f.approvalBody ?? '' },
    };
    const basis = [...law['distribution-parts'].clauses, ...(law['reward-limits']?.clauses ?? []), ...(barred?.clauses ?? [])];
    const model = stakeApproval(f, on, [...new Set(basis)].map(cite));
    return [
      ...said.map((r) => warn(r.refused, r.clause, r.facts)),
      happened(
        'holders.checked',
        { leaders: said.map((r) => r.facts) },
        {
          issues: [{ kind: 'stake-approval', title: model.title, model }],
          route: { key: 'approval', steps: route?.value ?? [named], clause: route?.clauses ?? [], figures: { net: fenOf(f.value) } },
          about: f.sharers.map((p) => p.person),
        },
      ),
    ];
  },
});
