import type { CorrectedData } from '../../engine/house/correction.ts';
import { capability, procedure, wire } from '../../engine/procedure.ts';
import { type EventSeen, insert, update } from '../../engine/write.ts';
import { divideFen, fenOf, writeYuan } from '../../kernel/money.ts';
import { readRatio } from '../../kernel/ratio.ts';
import { approvalReturned } from '../distribution/approval.ts';
import { staffPart } from '../distribution/stake.ts';
import { allocate } from './allocating.ts';
import { checkHolders, enterStake, forgoStake, withdrawStake } from './decisions.ts';
import { stakePanel } from './panel.ts';
import { duties, stake } from './procedure.ts';
import { proposeStake } from './proposing.ts';
import { loadAcquiring, loadStaking } from './queries.ts';
import { unitsOf } from './staking.ts';

type Entered = { conversion: string; company: string; value: string; units: string; acquiredOn: string; paper: string };
type Shared = { person: string; share: string; units: string };
type Proposed = {
  proposal: number;
  approvalBody?: string;
  lines: readonly { part: string; title: string; destination: string; inside?: string; share: string; units: string }[];
  staff: readonly Shared[];
  apart: readonly { person: string; amount: string; measure?: string; approval?: string }[];
};
type Terms = { proposal: number; part: string };
type Reached = { pool: string; terms: Terms; shares: readonly { person: string; share: string }[] };
type Confirmed = { terms: Terms; sharers: readonly Shared[] };
type Allocated = {
  proposal: number;
  holdings: readonly { holder: string; as: string; part: string; person?: string; leader: string; units: string; value: string }[];
};

/** The team's shares as parts of the company: largest remainder, ties in listed order, summing to the pool. */
function sharersOf({ pool, terms, shares }: Reached): Confirmed {
  const units = divideFen(
    unitsOf(pool),
    shares.map((s) => readRatio(s.share)!),
  );
  return { terms, sharers: shares.map((s, i) => ({ ...s, units: writeYuan(units[i]!) })) };
}

export const stakes = capability({
  id: 'stake',
  uses: ['distribution', 'institution'],
  rules: [],
  procedures: [
    procedure({
      chart: stake,
      begins: () => ({ owes: [duties.enter] }),
      panel: stakePanel,
      routes: {
        approval: {
          done: { event: 'stake.approved', brings: { owes: [duties.allocate] } },
          refused: { event: 'stake.rejected', brings: { withdraws: ['resolution', 'review-route'], owes: [duties.propose] } },
        },
      },
      awaits: {
        'review-route': approvalReturned,
        'split-agreement': {
          'agreement.reached': {
            event: 'team.confirmed',
            with: (e: EventSeen<Reached>) => ({ data: sharersOf(e.data), brings: { owes: [duties.check] } }),
          },
        },
      },
      follows: {
        // What was entered wrongly was wrong in all that was decided on it: the allocation starts anew, and cash that was booked is reversed.
        'record.corrected': {
          event: 'error.found',
          when: (e: EventSeen<CorrectedData>, self) => e.case === self.id,
          with: (e: EventSeen<CorrectedData>) => ({
            data: { field: e.data.field, old: e.data.old, new: e.data.new },
            brings: { reverses: true, withdraws: ['split-agreement', 'resolution', 'review-route'], owes: [duties.propose] },
          }),
        },
      },
      commands: [
        wire(enterStake, loadAcquiring),
        wire(forgoStake, async () => null),
        wire(proposeStake, (db, about) =>
          loadStaking(
            db,
            about,
            about.input?.staff.map((s) => s.person),
          ),
        ),
        wire(withdrawStake, (db, about) => loadStaking(db, about)),
        wire(checkHolders, (db, about) => loadStaking(db, about)),
        wire(allocate, (db, about) => loadStaking(db, about)),
      ],
      correctable: {
        stake: {
          value: {
            is: 'money',
            documents: ['stake-approval', 'cap-table'],
            impossible: (value) => (value === '0.00' ? 'stake.nothing' : undefined),
          },
          units: {
            is: 'share',
            documents: ['stake-approval', 'cap-table'],
            impossible: (share) => (share === '0.00%' ? 'stake.nothing' : undefined),
          },
          acquired_on: {
            is: 'day',
            documents: ['stake-approval', 'cap-table'],
            impossible: (day, today) => (day > today ? 'stake.later' : undefined),
          },
        },
      },
      apply: {
        'stake.entered': ({ data: d, case: id }: EventSeen<Entered>) => [
          insert('stake', {
            id,
            conversion_id: d.conversion,
            company_id: d.company,
            value: fenOf(d.value),
            units: unitsOf(d.units),
            acquired_on: d.acquiredOn,
            paper_id: d.paper,
          }),
        ],
        'stake.proposed': (e: EventSeen<Proposed>) => [
          update('stake', e.case, { proposal: e.data.proposal, approval_body: e.data.approvalBody ?? null }),
          ...e.data.lines.map(({ units, inside, ...l }, ordinal) =>
            insert('part_line', {
              id: e.rowId(l.part),
              ordinal,
              proposal: e.data.proposal,
              ...l,
              inside: inside ?? null,
              amount: unitsOf(units),
            }),
          ),
          ...e.data.staff.map((s, ordinal) =>
            insert('award_line', {
              id: e.rowId(`staff ${s.person}`),
              ...sharing(s),
              proposal: e.data.proposal,
              part: staffPart.id,
              ordinal,
            }),
          ),
          ...e.data.apart.map((a) =>
            insert('cash_award', {
              id: e.rowId(`apart ${a.person}`),
              proposal: e.data.proposal,
              person_id: a.person,
              amount: fenOf(a.amount),
              measure: a.measure ?? null,
              approval_id: a.approval ?? null,
            }),
          ),
        ],
        'team.confirmed': (e: EventSeen<Confirmed>) =>
          e.data.sharers.map((s, ordinal) => insert('award_line', { id: e.rowId(s.person), ...e.data.terms, ...sharing(s), ordinal })),
        'stake.approved': (e: EventSeen) => [update('stake', e.case, { approved_on: e.on })],
        'stake.withdrawn': (e: EventSeen) => [update('stake', e.case, { approved_on: null })],
        'error.found': (e: EventSeen) => [update('stake', e.case, { approved_on: null, allocated_on: null })],
        'stake.allocated': (e: EventSeen<Allocated>) => [
          update('stake', e.case, { allocated_on: e.on }),
          ...e.data.holdings.map((h, ordinal) =>
            insert('holding', {
              id: e.rowId(`holding ${ordinal}`),
              proposal: e.data.proposal,
              ordinal,
              held_as: h.as,
              part: h.part,
              holder: h.holder,
              person_id: h.person ?? null,
              leader: h.leader,
              units: unitsOf(h.units),
              value: fenOf(h.value),
            }),
          ),
        ],
      },
    }),
  ],
});

const sharing = (s: Shared) => ({ person_id: s.person, share: s.share, amount: unitsOf(s.units) });
