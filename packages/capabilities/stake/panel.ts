import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Connection } from '../../engine/database.ts';
import type { Viewing } from '../../engine/procedure.ts';
import { question } from '../../engine/question.ts';
import type { Day } from '../../kernel/day.ts';
import { type Answer, isAnswered } from '../../kernel/law.ts';
import { fenOf, writeYuan } from '../../kernel/money.ts';
import { ratio, showPercent } from '../../kernel/ratio.ts';
import { partViews } from '../distribution/part-views.ts';
import { awardApproval, distributionParts, leaderEquity, rewardLimits } from '../distribution/rules.ts';
import { staffPart, worthOf } from '../distribution/stake.ts';
import { leaderClassOn } from '../institution/decisions.ts';
import { findStaking } from './queries.ts';
import { askedOf, type Sharer, type Staking, unitsOf } from './staking.ts';
import type { HoldingView, SharerView, StakeView } from './view.ts';

const settled = question((db, o: { case: string }) =>
  db
    .selectFrom('stake as s')
    .where('s.case_id', '=', o.case)
    .select((eb) => [
      ...(['s.id as row', 's.paper_id as paper', 's.approved_on as approvedOn', 's.allocated_on as allocatedOn'] as const),
      jsonArrayFrom(
        eb
          .selectFrom('holding as h')
          .leftJoin('person as p', 'p.id', 'h.person_id')
          .whereRef('h.case_id', '=', 's.case_id')
          .whereRef('h.proposal', '=', 's.proposal')
          .where('s.allocated_on', 'is not', null)
          .orderBy('h.ordinal')
          .select([
            ...(['h.holder', 'p.staff_no as staffNo', 'h.held_as as as', 'h.part', 'h.leader'] as const),
            sql<string>`yuan(h.units)`.as('units'),
            sql<string>`yuan(h.value)`.as('value'),
          ]),
      ).as('held'),
    ]),
);

export async function stakePanel(db: Connection, o: Viewing): Promise<StakeView | null> {
  const f = await findStaking(db, o);
  if (!f) return null;
  const { held, ...days } = await settled.get(db, o);
  const { given } = askedOf(f, o.today);
  const scheme = o.law.answer(distributionParts, { given, on: f.acquiredOn });
  const limits = o.law.answer(rewardLimits, { given, on: f.acquiredOn });
  const barred = o.law.answer(leaderEquity, { given: {}, on: o.today });
  const [classes, floors] = [isAnswered(barred) ? barred.value : [], isAnswered(limits) ? limits.value : []];
  const stake = unitsOf(f.units);
  const parts = isAnswered(scheme) ? partViews({ scheme: scheme.value, clauses: scheme.clauses, floors, bases: { stake } }) : [];
  return {
    ...days,
    company: f.company,
    value: f.value,
    units: f.units,
    acquiredOn: f.acquiredOn,
    mode: f.mode,
    parts,
    clauses: [scheme, limits, barred].flatMap((a: Answer<unknown>) => (isAnswered(a) ? a.clauses : [])),
    lines: f.lines,
    team: f.sharers.filter((p) => p.part !== staffPart.id).map(sharer(o.today)),
    staff: f.sharers.filter((p) => p.part === staffPart.id).map(sharer(o.today)),
    apart: f.apart.map(({ name, amount, measure }) => ({ name, amount, measure })),
    holdings: shown(held, stake),
    planned: days.allocatedOn === null ? shown(planned(f, o.today), stake) : [],
    contributors: f.contributors.map((c) => {
      return { person: c.person, name: c.name, barred: classes.includes(leaderClassOn(c.posts, o.today)) };
    }),
    asksApprovalBody: !isAnswered(o.law.answer(awardApproval, { given, on: f.acquiredOn })),
    bodies: f.bodies,
  };
}

type Held = Pick<HoldingView, 'holder' | 'staffNo' | 'as' | 'part' | 'leader' | 'value'> & { readonly units: string };
/** Each holding as a part of the company, of our side's stake, and of the pool he shares in. */
function shown(held: readonly Held[], stake: bigint): HoldingView[] {
  const pool = held.filter((h) => h.as === 'team').reduce((all, h) => all + unitsOf(h.units), 0n);
  return held.map(({ units, ...h }) => {
    const own = unitsOf(units);
    const ofPool = h.as !== 'team' ? null : pool === 0n ? '0%' : showPercent(ratio(own, pool));
    return { ...h, company: `${units}%`, stake: showPercent(ratio(own, stake)), pool: ofPool };
  });
}
/** The lines of the proposal, with the people in place of their part once they have agreed. */
function planned(f: Staking, today: Day): Held[] {
  const held = f.lines
    .filter((l) => l.inside === null)
    .flatMap((l): Omit<Held, 'value'>[] => {
      const people = f.sharers.filter((p) => p.part === l.part);
      const as = l.part === staffPart.id ? 'staff' : 'team';
      if (people.length === 0) return [{ holder: l.title, staffNo: null, as: 'part', part: l.part, leader: 'none', units: l.units }];
      return people.map((p) => {
        return { holder: p.name, staffNo: p.staffNo, as, part: l.part, leader: leaderClassOn(p.posts, today), units: p.units };
      });
    });
  const worth = worthOf(
    held.map((h) => ({ units: unitsOf(h.units) })),
    fenOf(f.value),
  );
  return held.map((h, i) => ({ ...h, value: writeYuan(worth[i]!) }));
}
const sharer =
  (on: Day) =>
  ({ person, staffNo, name, unit, share, units, posts }: Sharer): SharerView => {
    return { person, staffNo, name, unit, share, leader: leaderClassOn(posts, on), company: `${units}%` };
  };
