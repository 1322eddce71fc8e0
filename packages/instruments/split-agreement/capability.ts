import { capability, procedure, wire } from '../../engine/procedure.ts';
import { type EventSeen, insert, update } from '../../engine/write.ts';
import { confirmShare, proposeShares, refuseShare, toPropose } from './decisions.ts';
import { splitAgreementPanel } from './panel.ts';
import { splitAgreement } from './procedure.ts';
import { loadPool } from './queries.ts';

type Proposed = { proposal: number; lines: readonly { person: string; share: string }[] };

export const splitAgreements = capability({
  id: 'split-agreement',
  uses: [],
  rules: [],
  procedures: [
    procedure({
      chart: splitAgreement,
      panel: splitAgreementPanel,
      begins: () => ({ owes: [toPropose] }),
      commands: [wire(proposeShares, loadPool), wire(confirmShare, loadPool), wire(refuseShare, loadPool)],
      apply: {
        'shares.proposed': (e: EventSeen<Proposed>) =>
          e.data.lines.map((l, ordinal) =>
            insert('team_share', { id: e.rowId(l.person), ordinal, person_id: l.person, share: l.share, proposal: e.data.proposal }),
          ),
        'share.confirmed': (e: EventSeen<{ line: string; signed?: string }>) => [
          update('team_share', e.data.line, { confirmed_on: e.on, paper_id: e.data.signed ?? null }),
        ],
      },
    }),
  ],
});
