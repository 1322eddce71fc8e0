import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Connection } from '../../engine/database.ts';
import type { Viewing } from '../../engine/procedure.ts';
import { question } from '../../engine/question.ts';
import { isAnswered } from '../../kernel/law.ts';
import { fenOf } from '../../kernel/money.ts';
import { lawFirmReview, majorFunds } from '../cooperation/rules.ts';
import { toLawFirm } from './law-firm.ts';
import { contractFile } from './queries.ts';
import type { AmendmentView, ContractView } from './view.ts';

const agreed = question((db, o: { case: string; today: string }) =>
  db
    .selectFrom('agreement as a')
    .innerJoin('party as t', 't.id', 'a.counterparty_id')
    .where('a.case_id', '=', o.case)
    .select((eb) => [
      'a.title',
      'a.number',
      't.title as counterparty',
      sql<string>`yuan(a.price)`.as('price'),
      'a.signed_on as signedOn',
      'a.paper_id as paper',
      jsonArrayFrom(
        eb
          .selectFrom('agreement_version as v')
          .whereRef('v.agreement_id', '=', 'a.id')
          .orderBy('v.version')
          .select([
            sql<number>`v.version`.as('version'),
            sql<string>`yuan(v.price)`.as('price'),
            sql<string>`v.effective_on::text`.as('effectiveOn'),
            sql<boolean>`v.effective_on = (select max(x.effective_on) from agreement_version x
              where x.agreement_id = a.id and x.effective_on <= ${o.today}::date)`.as('inForce'),
          ]),
      ).as('versions'),
    ]),
);

const amendment = question((db, o: { case: string }) =>
  db
    .selectFrom('contract_amendment as m')
    // The last version before it: of a draft the last there is.
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('agreement_version as v')
          .whereRef('v.agreement_id', '=', 'm.agreement_id')
          .where(sql<boolean>`v.version < coalesce(m.version, v.version + 1)`)
          .orderBy('v.version', 'desc')
          .limit(1)
          .select(sql<string>`yuan(v.price)`.as('price'))
          .as('before'),
      (j) => j.onTrue(),
    )
    .where('m.case_id', '=', o.case)
    .select([
      'm.changes',
      'm.effective_on as effectiveOn',
      'before.price as priceBefore',
      sql<string>`coalesce(yuan(m.price), before.price)`.as('price'),
      'm.number',
      'm.signed_on as signedOn',
      'm.paper_id as paper',
    ]),
);

export async function contractPanel(db: Connection, o: Viewing): Promise<ContractView> {
  const [signed, file] = await Promise.all([agreed.find(db, o), contractFile.get(db, o)]);
  const ask = { given: {}, on: signed?.signedOn ?? o.today };
  const [funds, review] = [o.law.answer(majorFunds, ask), o.law.answer(lawFirmReview, ask)];
  const price = signed?.price ?? file.price;
  const triggers = toLawFirm(
    { amount: price === null ? null : fenOf(price), coreTechnology: file.coreTechnology },
    { majorFunds: isAnswered(funds) ? funds.value : [], triggers: isAnswered(review) ? review.value : [] },
  );
  const clauses = [...new Set([...(isAnswered(funds) ? funds.clauses : []), ...(isAnswered(review) ? review.clauses : [])])];
  return {
    signed: signed ?? null,
    coreTechnology: file.coreTechnology,
    lawFirm: triggers.length > 0 ? { triggers, clauses, state: file.lawFirm } : null,
  };
}

export async function amendmentPanel(db: Connection, o: Viewing): Promise<AmendmentView> {
  return await amendment.get(db, o);
}
