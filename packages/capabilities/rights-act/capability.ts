import { capability, procedure, wire } from '../../engine/procedure.ts';
import { type EventSeen, insert, update } from '../../engine/write.ts';
import { fenOf } from '../../kernel/money.ts';
import { answerConsent, answerPriority } from './answers.ts';
import { carryOut, dropAct, proposeAct } from './decisions.ts';
import { rightsActPanel } from './panel.ts';
import { rightsAct } from './procedure.ts';
import { loadAct, loadSettlement, loadStanding } from './queries.ts';
import { agreePayment, recordPayment, registerEquity, reportIncome, valueEquity } from './settlement.ts';

type Proposed = {
  ownership: string;
  act: string;
  by: string;
  to?: string;
  purpose: string;
  licenceKind?: string;
  from?: string;
  until?: string;
  scope?: string;
  priorityUntil?: string;
  provisional?: boolean;
  asked: readonly { row: string; party: string; asked: string }[];
};
type Answered = { row: string; party: string; answer: string; words?: string; paper?: string };
type Agreed = {
  way: string;
  amount?: string;
  base?: string;
  rate?: string;
  payments: readonly { row: string; dueOn: string; amount?: string }[];
};
type Valued = { value: string; postMoney: string; stake: string; report?: string };

const answered = (e: EventSeen<Answered>) =>
  update('act_consent', e.data.row, {
    answer: e.data.answer,
    words: e.data.words ?? null,
    paper_id: e.data.paper ?? null,
    answered_on: e.on,
  });

export const rightsActs = capability({
  id: 'rights-act',
  uses: ['ownership'],
  rules: [],
  procedures: [
    procedure({
      chart: rightsAct,
      panel: rightsActPanel,
      commands: [
        wire(proposeAct, loadStanding, { opens: { under: 'ownership' } }),
        wire(answerConsent, loadAct),
        wire(answerPriority, loadAct),
        wire(carryOut, loadAct),
        wire(dropAct, loadAct),
        wire(agreePayment, loadSettlement),
        wire(reportIncome, loadSettlement),
        wire(recordPayment, loadSettlement),
        wire(valueEquity, loadSettlement),
        wire(registerEquity, loadSettlement),
      ],
      apply: {
        'act.proposed': (e: EventSeen<Proposed>) => [
          insert('rights_act', {
            id: e.case,
            ownership_id: e.data.ownership,
            act: e.data.act,
            by_party: e.data.by,
            to_party: e.data.to ?? null,
            purpose: e.data.purpose,
            licence_kind: e.data.licenceKind ?? null,
            from_on: e.data.from ?? null,
            until_on: e.data.until ?? null,
            scope: e.data.scope ?? null,
            priority_until: e.data.priorityUntil ?? null,
            priority_provisional: e.data.provisional ?? false,
          }),
          ...e.data.asked.map((a, ordinal) => insert('act_consent', { id: a.row, ordinal, party_id: a.party, asked: a.asked })),
        ],
        'consent.answered': (e: EventSeen<Answered>) => [answered(e)],
        'priority.answered': (e: EventSeen<Answered>) => [
          answered(e),
          ...(e.data.answer === 'takes' ? [update('rights_act', e.case, { to_party: e.data.party })] : []),
        ],
        'payment.agreed': (e: EventSeen<Agreed>) => [
          update('rights_act', e.case, {
            way: e.data.way,
            amount: e.data.amount === undefined ? null : fenOf(e.data.amount),
            base: e.data.base ?? null,
            rate: e.data.rate ?? null,
          }),
          ...e.data.payments.map((p, i) =>
            insert('act_payment', {
              id: p.row,
              ordinal: i + 1,
              due_on: p.dueOn,
              amount: p.amount === undefined ? null : fenOf(p.amount),
            }),
          ),
        ],
        'income.reported': (e: EventSeen<{ row: string; income: string; amount: string }>) => [
          update('act_payment', e.data.row, { income: fenOf(e.data.income), amount: fenOf(e.data.amount) }),
        ],
        'payment.made': (e: EventSeen<{ row: string }>) => [update('act_payment', e.data.row, { paid_on: e.on })],
        'equity.valued': (e: EventSeen<Valued>) => [
          update('rights_act', e.case, {
            value: fenOf(e.data.value),
            post_money: fenOf(e.data.postMoney),
            stake: e.data.stake,
            report_id: e.data.report ?? null,
          }),
        ],
        'act.carried-out': (e: EventSeen) => [update('rights_act', e.case, { carried_out_on: e.on })],
        'act.ended': (e: EventSeen) => [update('rights_act', e.case, { ended_on: e.on })],
      },
    }),
  ],
});
