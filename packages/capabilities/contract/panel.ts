import { sql } from 'kysely';
import type { Connection } from '../../engine/database.ts';
import type { Viewing } from '../../engine/procedure.ts';
import { question } from '../../engine/question.ts';
import { isAnswered } from '../../kernel/law.ts';
import { fenOf } from '../../kernel/money.ts';
import { lawFirmReview, majorFunds } from '../cooperation/rules.ts';
import { toLawFirm } from './law-firm.ts';
import { contractFile } from './queries.ts';
import type { ContractView } from './view.ts';

const agreed = question((db, o: { case: string }) =>
  db
    .selectFrom('agreement as a')
    .innerJoin('party as t', 't.id', 'a.counterparty_id')
    .where('a.case_id', '=', o.case)
    .select([
      'a.title',
      'a.number',
      't.title as counterparty',
      sql<string>`yuan(a.price)`.as('price'),
      'a.signed_on as signedOn',
      'a.paper_id as paper',
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
