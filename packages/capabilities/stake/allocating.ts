import type { Posting } from '../../kernel/brings.ts';
import { commandsOf, facts, happened, type LawFor } from '../../kernel/command.ts';
import type { Day } from '../../kernel/day.ts';
import { fields, optional } from '../../kernel/field.ts';
import { paper } from '../../kernel/field-kinds.ts';
import { fenOf, showYuan, sumFen, writeYuan } from '../../kernel/money.ts';
import { readRatio } from '../../kernel/ratio.ts';
import { distributionParts, leaderCash, leaderEquity, rewardLimits, staffIncentives } from '../distribution/rules.ts';
import { allocateStake, leaderRefusals, staffPart, stakeCodes, worthOf } from '../distribution/stake.ts';
import { capTable } from './document.ts';
import { stake } from './procedure.ts';
import { askedOf, holderOf, type Staking, unitsOf } from './staking.ts';

const asks = [distributionParts, rewardLimits, leaderEquity, leaderCash, staffIncentives] as const;

/**
 * Allocates the stake: everything is weighed once more on the day itself, above all the posts of those who are to hold shares. What comes
 * of it is the cap table, which sums to the stake. Shares are no money and book nothing; cash for who stands apart is booked to payroll.
 */
export const allocate = commandsOf(stake)('stake.allocate', {
  action: 'P67:D',
  brings: ['stake.allocated'],
  asks,
  refuses: stakeCodes,
  recordable: true,
  input: fields({ registration: optional(paper()) }),
  facts: facts<Staking>(),
  ground: ({ facts: f, on }) => askedOf(f, on),
  ready: ({ facts: f, law, on }) =>
    f.sharers.flatMap((p) => leaderRefusals(p, { barred: law['leader-equity'], on })).filter((r) => r.how !== 'warning'),
  decide: ({ input: i, facts: f, law, on, cite }) => {
    const { held, refusals } = allocated(f, law, on);
    const worth = worthOf(held, fenOf(f.value));
    const people = { team: f.sharers.filter((p) => p.part !== staffPart.id), staff: f.sharers.filter((p) => p.part === staffPart.id) };
    const holdings = held.map((h, n) => ({
      holder: h.holder,
      as: h.as,
      part: h.part,
      person: h.as === 'part' ? undefined : people[h.as][h.place]!.person,
      leader: h.leader,
      units: writeYuan(h.units),
      value: writeYuan(worth[n]!),
    }));
    const cash = f.apart.map((a) => ({ person: a.person, amount: a.amount }));
    const paid = sumFen(cash.map((c) => fenOf(c.amount)));
    const posts: Posting[] = [
      { account: 'unit-funds', debit: paid, about: 'leader-cash' },
      ...cash.map((c) => ({ account: 'payroll', credit: fenOf(c.amount), about: c.person })),
    ];
    const basis = [
      ...law['distribution-parts'].clauses,
      ...(law['reward-limits']?.clauses ?? []),
      ...(law['leader-equity']?.clauses ?? []),
    ];
    const rows = holdings.map((h) => ({ ...h, value: showYuan(fenOf(h.value)) }));
    const model = capTable({ ...f, rows }, on, [...new Set(basis)].map(cite));
    return [
      ...refusals,
      happened(
        'stake.allocated',
        { proposal: f.proposal, units: f.units, holdings, cash },
        {
          posts,
          issues: [{ kind: 'cap-table', title: model.title, model }],
          papers: i.registration ? [i.registration] : [],
          about: [...f.sharers, ...f.apart].map((p) => p.person),
        },
      ),
    ];
  },
});

/** The stake among those who agreed, by the texts as they are: the same function that the simulator asks. */
function allocated(f: Staking, law: LawFor<typeof asks>, on: Day) {
  const scheme = law['distribution-parts'];
  const chosen = new Set(scheme.value.parts.filter((p) => !p.remainder).map((p) => p.id));
  return allocateStake({
    scheme: scheme.value,
    clauses: scheme.clauses,
    floors: law['reward-limits']?.value ?? [],
    stake: unitsOf(f.units),
    shares: f.lines.filter((l) => chosen.has(l.part)).map((l) => ({ part: l.part, share: readRatio(l.share)! })),
    team: f.sharers.filter((p) => p.part !== staffPart.id).map(holderOf),
    staff: f.sharers.filter((p) => p.part === staffPart.id).map(holderOf),
    on,
    barred: law['leader-equity'],
  });
}
