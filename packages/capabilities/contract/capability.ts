import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Connection } from '../../engine/database.ts';
import { type About, capability, procedure, wire } from '../../engine/procedure.ts';
import { question } from '../../engine/question.ts';
import { type EventSeen, insert } from '../../engine/write.ts';
import { fenOf } from '../../kernel/money.ts';
import { type ContractFile, signContract } from './decisions.ts';
import { contractPanel } from './panel.ts';
import { contract } from './procedure.ts';

const contractFile = question((db, about: { case: string }) =>
  db
    .selectFrom('case_file as c')
    .innerJoin('case_file as r', 'r.id', 'c.root_id')
    .innerJoin('conversion as v', 'v.case_id', 'c.root_id')
    .leftJoin('notice_matter as m', 'm.root_id', 'c.root_id')
    .where('c.id', '=', about.case)
    .select((eb) => [
      'r.id as conversion',
      'r.title',
      'v.counterparty_id as counterparty',
      sql<string | null>`m.matter ->> 'method'`.as('method'),
      sql<string | null>`m.matter ->> 'price'`.as('price'),
      sql<string[]>`coalesce(m.matter -> 'titles', '[]')`.as('titles'),
      jsonArrayFrom(
        eb
          .selectFrom('notice as n')
          .innerJoin('case_file as f', 'f.id', 'n.case_id')
          .whereRef('f.root_id', '=', 'c.root_id')
          .where('f.withdrawn', '=', false)
          .where('n.about', '=', 'price')
          .select([
            'n.place',
            sql<string[]>`coalesce(n.contents -> 'titles', '[]')`.as('titles'),
            sql<string | null>`n.contents ->> 'price'`.as('price'),
            'n.last_day as lastDay',
            sql<boolean>`n.ended_on is not null`.as('ended'),
          ]),
      ).as('notices'),
    ]),
);
const load = (db: Connection, about: About<unknown>): Promise<ContractFile> => contractFile.get(db, about);

type Signed = { conversion: string; counterparty: string; title: string; number?: string; price: string; paper: string };

export const contracts = capability({
  id: 'contract',
  uses: ['conversion', 'pricing'],
  rules: [],
  procedures: [
    procedure({
      chart: contract,
      panel: contractPanel,
      outcomes: { done: ['contract.signed'] },
      begins: () => ({ owes: [{ duty: 'contract.sign', owner: { role: 'SR' }, metBy: ['contract.signed'], force: 'must' }] }),
      commands: [wire(signContract, load)],
      apply: {
        'contract.signed': (e: EventSeen<Signed>) => [
          insert('agreement', {
            id: e.case,
            conversion_id: e.data.conversion,
            number: e.data.number ?? null,
            title: e.data.title,
            counterparty_id: e.data.counterparty,
            price: fenOf(e.data.price),
            signed_on: e.on,
            paper_id: e.data.paper,
          }),
        ],
      },
    }),
  ],
});
