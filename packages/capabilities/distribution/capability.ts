import type { CorrectedData } from '../../engine/house/correction.ts';
import { anyRules, capability, procedure, wire } from '../../engine/procedure.ts';
import { type EventSeen, insert, update } from '../../engine/write.ts';
import { divideFen, fenOf, writeYuan } from '../../kernel/money.ts';
import { readRatio } from '../../kernel/ratio.ts';
import { approvalReturned } from './approval.ts';
import { checkLeaders, handOver, proposeSplit, withdrawSplit } from './decisions.ts';
import { distributionPanel } from './panel.ts';
import { distribution, duties } from './procedure.ts';
import { loadDividing } from './queries.ts';
import {
  awardApproval,
  distributionParts,
  innerSplit,
  leaderCash,
  leaderEquity,
  payrollTreatment,
  remainderUse,
  rewardLimits,
  staffIncentives,
} from './rules.ts';

type Opened = { receipt: string; conversion: string; received: string; net: string };
type Proposed = {
  proposal: number;
  remainderUse: string;
  remainderReason?: string;
  approvalBody?: string;
  lines: readonly { part: string; title: string; destination: string; inside?: string; share: string; amount: string }[];
};
type Terms = { proposal: number; part: string };
type Reached = { pool: string; terms: Terms; shares: readonly { person: string; share: string }[] };
type Confirmed = { terms: Terms; awards: readonly { person: string; share: string; amount: string }[] };

/** The team's shares as amounts of the pool: largest remainder, ties in listed order, summing to the pool. */
function awardsOf({ pool, terms, shares }: Reached): Confirmed {
  const amounts = divideFen(
    fenOf(pool),
    shares.map((s) => readRatio(s.share)!),
  );
  return { terms, awards: shares.map((s, i) => ({ ...s, amount: writeYuan(amounts[i]!) })) };
}

export const distributions = capability({
  id: 'distribution',
  uses: ['receipts', 'conversion', 'institution'],
  rules: anyRules(
    distributionParts,
    rewardLimits,
    remainderUse,
    innerSplit,
    leaderCash,
    leaderEquity,
    staffIncentives,
    awardApproval,
    payrollTreatment,
  ),
  procedures: [
    procedure({
      chart: distribution,
      begins: () => ({ owes: [duties.propose] }),
      panel: distributionPanel,
      routes: {
        approval: {
          done: { event: 'split.approved', brings: { owes: [duties.handOver] } },
          refused: { event: 'split.rejected', brings: { withdraws: ['resolution', 'review-route'], owes: [duties.propose] } },
        },
      },
      awaits: {
        'review-route': approvalReturned,
        'split-agreement': {
          'agreement.reached': {
            event: 'team.confirmed',
            with: (e: EventSeen<Reached>) => ({
              data: awardsOf(e.data),
              brings: {
                owes: [duties.check],
              },
            }),
          },
        },
      },
      // What is found of one receipt is found of its own distribution, and of no other of the same contract.
      follows: {
        'record.corrected': {
          event: 'error.found',
          when: (e: EventSeen<CorrectedData>, self) => e.data.table === 'receipt' && e.case === self.parent,
          with: (e: EventSeen<CorrectedData>) => ({
            data: { field: e.data.field, old: e.data.old, new: e.data.new },
            brings: { reverses: true, withdraws: ['split-agreement', 'resolution', 'review-route'] },
          }),
        },
        'net.computed': {
          event: 'income.restated',
          when: (e: EventSeen, self) => self.state === 'correcting' && e.case === self.parent,
          with: (e: EventSeen<{ received: string; net: string }>) => ({
            data: { received: e.data.received, net: e.data.net },
            brings: { owes: [duties.propose] },
          }),
        },
      },
      commands: [
        wire(proposeSplit, loadDividing),
        wire(withdrawSplit, loadDividing),
        wire(checkLeaders, loadDividing),
        wire(handOver, loadDividing),
      ],
      apply: {
        'distribution.opened': (e: EventSeen<Opened>) => [
          insert('distribution', {
            id: e.case,
            receipt_id: e.data.receipt,
            conversion_id: e.data.conversion,
            received: fenOf(e.data.received),
            net: fenOf(e.data.net),
          }),
        ],
        'income.restated': (e: EventSeen<{ received: string; net: string }>) => [
          update('distribution', e.case, {
            received: fenOf(e.data.received),
            net: fenOf(e.data.net),
            approved_on: null,
            handed_over_on: null,
          }),
        ],
        'split.proposed': (e: EventSeen<Proposed>) => [
          update('distribution', e.case, {
            proposal: e.data.proposal,
            remainder_use: e.data.remainderUse,
            remainder_reason: e.data.remainderReason ?? null,
            approval_body: e.data.approvalBody ?? null,
          }),
          ...e.data.lines.map((l, ordinal) =>
            insert('part_line', {
              id: e.rowId(l.part),
              ordinal,
              proposal: e.data.proposal,
              part: l.part,
              title: l.title,
              destination: l.destination,
              inside: l.inside ?? null,
              share: l.share,
              amount: fenOf(l.amount),
            }),
          ),
        ],
        'team.confirmed': (e: EventSeen<Confirmed>) =>
          e.data.awards.map((a) =>
            insert('award_line', { id: e.rowId(a.person), ...e.data.terms, person_id: a.person, share: a.share, amount: fenOf(a.amount) }),
          ),
        'split.approved': (e: EventSeen) => [update('distribution', e.case, { approved_on: e.on })],
        'award.handed-over': (e: EventSeen) => [update('distribution', e.case, { handed_over_on: e.on })],
      },
    }),
  ],
});
