import { sql } from 'kysely';
import type { Connection } from '../../engine/database.ts';
import { type About, anyRules, capability, procedure, wire } from '../../engine/procedure.ts';
import { question } from '../../engine/question.ts';
import { type EventSeen, insert, update } from '../../engine/write.ts';
import { fenOf } from '../../kernel/money.ts';
import { approveDisposal, checkDisposal, counterpartyOf, decideAppraisal, type PricingFile, setPrice } from './decisions.ts';
import { pricingPanel } from './panel.ts';
import { pricing } from './procedure.ts';
import { appraisal, disposalExceptions, priceMethods } from './rules.ts';

const file = question((db, about: { case: string }) =>
  db
    .selectFrom('pricing as p')
    .innerJoin('case_file as c', 'c.id', 'p.case_id')
    .innerJoin('conversion as v', 'v.case_id', 'c.root_id')
    .innerJoin('party as t', 't.id', 'v.counterparty_id')
    .where('p.case_id', '=', about.case)
    .select((eb) => [
      't.wholly_state_owned as state',
      'p.appraise',
      sql<string | null>`yuan(p.appraisal_value)`.as('appraisalValue'),
      eb
        .selectFrom('step as s')
        .whereRef('s.child_id', '=', 'p.case_id')
        .select(sql<string | null>`s.settings ->> 'method'`.as('m'))
        .as('foreseen'),
      sql<string[]>`array(select s.settings ->> 'place' from step s where s.case_id = c.root_id and s.does = 'public-notice')`.as(
        'noticePlaces',
      ),
    ]),
);
async function load(db: Connection, about: About<unknown>): Promise<PricingFile> {
  const { state, ...rest } = await file.get(db, about);
  return { counterparty: counterpartyOf(state), ...rest };
}

type Priced = { method: string; reason?: string; price: string; grounds: string; appraisalWaived?: string };
type Appraised = { appraise: boolean; by: string; value?: string };

export const pricings = capability({
  id: 'pricing',
  uses: ['conversion'],
  rules: anyRules(disposalExceptions, priceMethods, appraisal),
  procedures: [
    procedure({
      chart: pricing,
      panel: pricingPanel,
      outcomes: { done: ['price.set'] },
      begins: () => ({ owes: [{ duty: 'price.set', owner: { role: 'TT' }, metBy: ['price.set'], force: 'must' }] }),
      commands: [wire(checkDisposal, load), wire(approveDisposal, load), wire(decideAppraisal, load), wire(setPrice, load)],
      correctable: { pricing: { price: { is: 'money', documents: ['price-notice', 'award-approval'] } } },
      apply: {
        'pricing.begun': (e: EventSeen) => [insert('pricing', { id: e.case })],
        'disposal.cleared': (e: EventSeen<{ flags: string[] }>) => [update('pricing', e.case, { flags: e.data.flags })],
        'disposal.flagged': (e: EventSeen<{ flags: string[] }>) => [update('pricing', e.case, { flags: e.data.flags })],
        'disposal.approved': (e: EventSeen<{ approval: string }>) => [update('pricing', e.case, { approval_id: e.data.approval })],
        'appraisal.decided': (e: EventSeen<Appraised>) => [
          update('pricing', e.case, {
            appraise: e.data.appraise,
            appraisal_by: e.data.by,
            appraisal_value: e.data.value === undefined ? null : fenOf(e.data.value),
          }),
        ],
        'price.set': (e: EventSeen<Priced>) => [
          update('pricing', e.case, {
            method: e.data.method,
            method_reason: e.data.reason ?? null,
            price: fenOf(e.data.price),
            grounds: e.data.grounds,
            priced_on: e.on,
            appraisal_waived: e.data.appraisalWaived ?? null,
          }),
        ],
      },
    }),
  ],
});
