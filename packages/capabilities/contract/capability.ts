import type { Connection } from '../../engine/database.ts';
import { type About, capability, procedure, wire } from '../../engine/procedure.ts';
import { type EventSeen, insert } from '../../engine/write.ts';
import { fenOf } from '../../kernel/money.ts';
import { type ContractFile, commissionLawFirm, signContract } from './decisions.ts';
import { contractPanel } from './panel.ts';
import { contract } from './procedure.ts';
import { contractFile } from './queries.ts';

const load = (db: Connection, about: About<unknown>): Promise<ContractFile> => contractFile.get(db, about);

type Signed = {
  conversion: string;
  counterparty: string;
  title: string;
  number?: string;
  price: string;
  paper: string;
  coreTechnology?: true;
};

export const contracts = capability({
  id: 'contract',
  uses: ['conversion', 'pricing', 'cooperation'],
  rules: [],
  procedures: [
    procedure({
      chart: contract,
      panel: contractPanel,
      outcomes: { done: ['contract.signed'] },
      awaits: {
        'review-route': { 'review.passed': { event: 'law-firm.cleared' }, 'review.returned': { event: 'law-firm.objected' } },
      },
      begins: () => ({ owes: [{ duty: 'contract.sign', owner: { role: 'SR' }, metBy: ['contract.signed'], force: 'must' }] }),
      commands: [wire(signContract, load), wire(commissionLawFirm, load)],
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
            core_technology: e.data.coreTechnology ?? null,
          }),
        ],
      },
    }),
  ],
});
