import type { Connection } from '../../engine/database.ts';
import { type About, capability, procedure, wire } from '../../engine/procedure.ts';
import { type EventSeen, insert, update } from '../../engine/write.ts';
import { fenOf } from '../../kernel/money.ts';
import { draftAmendment, dropAmendment, signAmendment } from './amending.ts';
import { type ContractFile, commissionLawFirm, signContract } from './decisions.ts';
import { amendmentPanel, contractPanel } from './panel.ts';
import { contract, contractAmendment } from './procedure.ts';
import { contractFile, loadAmending, loadDrafted } from './queries.ts';

const load = (db: Connection, about: About<unknown>): Promise<ContractFile> => contractFile.get(db, about);

type Drafted = { agreement: string; changes: string; price?: string; effectiveOn: string };
type Amended = { version: number; price: string; signedOn: string; number?: string; paper: string };
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
    procedure({
      chart: contractAmendment,
      panel: amendmentPanel,
      commands: [
        wire(draftAmendment, loadAmending, { opens: { under: 'contract' } }),
        wire(signAmendment, loadDrafted),
        wire(dropAmendment, loadDrafted),
      ],
      apply: {
        'amendment.drafted': (e: EventSeen<Drafted>) => [
          insert('contract_amendment', {
            id: e.case,
            agreement_id: e.data.agreement,
            changes: e.data.changes,
            price: e.data.price === undefined ? null : fenOf(e.data.price),
            effective_on: e.data.effectiveOn,
          }),
        ],
        'amendment.signed': (e: EventSeen<Amended>) => [
          update('contract_amendment', e.case, {
            version: e.data.version,
            price: fenOf(e.data.price),
            number: e.data.number ?? null,
            signed_on: e.data.signedOn,
            paper_id: e.data.paper,
          }),
        ],
      },
    }),
  ],
});
