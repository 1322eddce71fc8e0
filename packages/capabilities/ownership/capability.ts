import type { Connection } from '../../engine/database.ts';
import { type About, anyRules, capability, procedure, wire } from '../../engine/procedure.ts';
import { type EventSeen, insert, update, type Write } from '../../engine/write.ts';
import * as decisions from './decisions.ts';
import type { Owner } from './determination.ts';
import { ownershipPanel } from './panel.ts';
import { ownership } from './procedure.ts';
import { loadOwnership } from './queries.ts';
import * as rules from './rules.ts';
import { editTerm, fillResource, insertTerms, removeTerm } from './terms.ts';

async function loadNamed(
  db: Connection,
  about: About<{ readonly parties: readonly { readonly party: string }[] }>,
): Promise<decisions.Named> {
  const wanted = about.input?.parties.map((p) => p.party) ?? [];
  const parties = await db
    .selectFrom('party')
    .where('id', 'in', wanted.length > 0 ? wanted : [about.institution])
    .select(['id as party', 'title', 'kind'])
    .execute();
  return { parties };
}

type Opened = {
  mode: string;
  achievement?: string;
  parties: readonly { party: string; representative?: string; side: string; completing: boolean }[];
};
type Inserted = {
  template: string;
  terms: readonly {
    row: string;
    clause: string;
    effects: readonly string[];
    words: string;
    informative: boolean;
    resources: readonly { row: string; kind: string; side: string }[];
  }[];
};
type Determined = {
  newInvention: string;
  by: string;
  kind: string;
  owners: readonly Owner[];
  applicationRight?: string;
  useRight?: string;
  clauses: readonly string[];
  closes: readonly string[];
};
export type Passed = { owners: readonly Owner[]; closes: readonly string[] };

const closed = (rows: readonly string[], on: string): Write[] => rows.map((row) => update('right_owner', row, { to_on: on }));
const opened = (e: EventSeen<never>, owners: readonly Owner[]): Write[] =>
  owners.map((o, ordinal) =>
    insert('right_owner', { id: e.rowId(`owner ${o.party}`), ordinal, party_id: o.party, share: o.share ?? null, from_on: e.on }),
  );

export const ownerships = capability({
  id: 'ownership',
  uses: [],
  rules: anyRules(
    rules.rightsByAgreement,
    rules.rightsDefault,
    rules.proceedsDefault,
    rules.actConsent,
    rules.ownershipTerms,
    rules.annexReference,
    rules.proceedsShares,
    rules.priorityRight,
    rules.priorityPeriod,
    rules.waysOfPayment,
    rules.licenceEffect,
    rules.equityTerms,
    rules.agreementItems,
  ),
  procedures: [
    procedure({
      chart: ownership,
      panel: ownershipPanel,
      numbered: '权益',
      awaits: {
        'rights-act': {
          'act.proposed': { event: 'act.begun', with: (e: EventSeen<{ act: string }>) => ({ data: { act: e.data.act, case: e.case } }) },
          'act.carried-out': passing('transfer'),
          'equity.registered': passing('invest'),
        },
      },
      commands: [
        wire(decisions.openOwnership, loadNamed, { opens: 'root' }),
        wire(insertTerms, loadOwnership),
        wire(editTerm, loadOwnership),
        wire(removeTerm, loadOwnership),
        wire(fillResource, loadOwnership),
        wire(decisions.agreeOwnership, loadOwnership),
        wire(decisions.agreeProceeds, loadOwnership),
        wire(decisions.determineOwnership, loadOwnership),
      ],
      apply: {
        'ownership.opened': (e: EventSeen<Opened>) => [
          insert('ownership', { id: e.case, mode: e.data.mode, achievement_id: e.data.achievement ?? null }),
          ...e.data.parties.map((p, ordinal) =>
            insert('right_party', {
              id: e.rowId(p.party),
              ordinal,
              party_id: p.party,
              person_id: p.representative ?? null,
              side: p.side,
              completing: p.completing,
            }),
          ),
        ],
        'terms.inserted': (e: EventSeen<Inserted>) =>
          e.data.terms.flatMap((t) => [
            insert('ownership_term', {
              id: t.row,
              ordinal: e.seq,
              template: e.data.template,
              clause: t.clause,
              effects: [...t.effects],
              words: t.words,
              informative: t.informative,
            }),
            ...t.resources.map((r) => insert('resource_line', { id: r.row, ordinal: e.seq, term_id: t.row, kind: r.kind, side: r.side })),
          ]),
        'term.edited': (e: EventSeen<{ term: string; words: string }>) => [
          update('ownership_term', e.data.term, { words: e.data.words, edited: true }),
        ],
        'term.removed': (e: EventSeen<{ term: string; resources: readonly string[] }>) => [
          update('ownership_term', e.data.term, { removed_on: e.on }),
          ...e.data.resources.map((r) => update('resource_line', r, { removed_on: e.on })),
        ],
        'resource.filled': (e: EventSeen<{ resource: string; quantity: string; dueOn: string }>) => [
          update('resource_line', e.data.resource, { quantity: e.data.quantity, due_on: e.data.dueOn }),
        ],
        'ownership.agreed': (e: EventSeen<{ rows: readonly { row: string; owner: boolean; share: string | null }[] }>) =>
          e.data.rows.map((r) => update('right_party', r.row, { agreed_owner: r.owner, agreed_share: r.share })),
        'proceeds.agreed': (e: EventSeen<{ base: string; rows: readonly { row: string; share: string | null }[] }>) => [
          update('ownership', e.case, { proceeds_base: e.data.base }),
          ...e.data.rows.map((r) => update('right_party', r.row, { proceeds_share: r.share })),
        ],
        'ownership.determined': (e: EventSeen<Determined>) => [
          update('ownership', e.case, {
            new_invention: e.data.newInvention,
            determined_by: e.data.by,
            kind: e.data.kind,
            application_right: e.data.applicationRight ?? null,
            use_right: e.data.useRight ?? null,
            clauses: [...e.data.clauses],
            determined_on: e.on,
          }),
          ...closed(e.data.closes, e.on),
          ...opened(e as EventSeen<never>, e.data.owners),
        ],
        'rights.passed': (e: EventSeen<Passed>) => [
          update('ownership', e.case, { kind: e.data.owners.length === 1 ? 'sole' : 'joint' }),
          ...closed(e.data.closes, e.on),
          ...opened(e as EventSeen<never>, e.data.owners),
        ],
      },
    }),
  ],
});

/** The rights pass when an act of that kind is done: whoever held them holds them no more. */
function passing(act: string) {
  type Done = { readonly act: string; readonly to: string | null; readonly closes: readonly string[] };
  return {
    event: 'rights.passed',
    when: (e: EventSeen<never>) => (e.data as Done).act === act,
    with: (e: EventSeen<never>) => {
      const { to, closes } = e.data as Done;
      return { data: { owners: to === null ? [] : [{ party: to }], closes: [...closes] } };
    },
  };
}
