import { adoptionsIn } from '../../engine/adoptions.ts';
import type { Connection } from '../../engine/database.ts';
import { readMatrix } from '../../engine/permissions.ts';
import { type About, capability, procedure, wire } from '../../engine/procedure.ts';
import { type EventSeen, insert, json, update } from '../../engine/write.ts';
import { adoptedByUs } from '../../kernel/party.ts';
import { compare, one, readRatio } from '../../kernel/ratio.ts';
import * as d from './decisions.ts';
import { institutionFile } from './procedure.ts';

/** 全资: a hundred percent, however the share is written. */
const isWhole = (share: string | undefined): boolean => share !== undefined && compare(readRatio(share)!, one) === 0;
const nothing = async (): Promise<null> => null;
const { roles } = readMatrix();

type Founded = { institution: string; title: string; short: string; kind: string; note?: string };
type Listed = { person: string; staffNo: string; name: string; unit?: string; category?: string };
type Held = { post: string; person: string; title: string; leader: string; from: string; to?: string };
type Assigned = { assignment: string; person: string; role: string; from: string; to?: string };
type SetUp = { body: string; code: string; title: string; foundedOn?: string };
type Taken = { seat: string; body: string; person: string; from: string; to?: string };
type Party = { party: string; title: string; kind: string; creditCode?: string; stateOwnedShare?: string; ourselves?: boolean };
type TextRevised = { row: string; text: string; from: string; basis: string; revision: string; files: Record<string, string> };
type TextAdopted = { adoption: string; text: string; party?: string; from: string; to?: string; basis: string; doubt?: string };

async function loadAdopted(db: Connection, about: About<{ readonly party: string | undefined }>): Promise<d.Adopted> {
  const party = about.input?.party;
  const adopted = db.selectFrom('adoption').select(['text_id as text', 'to_on as to']);
  if (party === undefined) return { ourselves: false, adopted: await adopted.where('party_id', 'is', null).execute() };
  const us = await db.selectFrom('party').where('id', '=', party).where('ourselves', '=', true).select('id').executeTakeFirst();
  return { ourselves: us !== undefined, adopted: await adopted.where('party_id', '=', party).execute() };
}

type Revising = {
  readonly text: string;
  readonly files: readonly { readonly file: string; readonly content: string }[];
  readonly without: readonly string[];
};
async function loadRevising(db: Connection, { input, law }: About<Revising>): Promise<d.Revising> {
  const adoptions = adoptedByUs(await adoptionsIn(db));
  if (!input || !law.shelf.has(input.text)) return { adopted: [], last: undefined, names: [], checked: undefined };
  const adopted = adoptions.filter((a) => a.text === input.text);
  const { changes, ...checked } = law.check(input.text, input, adoptions);
  return {
    adopted: adopted.map(({ from, to = null }) => ({ from, to })),
    last: adopted.flatMap((a) => a.revisions ?? []).at(-1)?.from,
    names: [...law.filesOf(input.text, adoptions).keys()],
    checked: { ...checked, from: changes?.pack.text.from },
  };
}

export const institutions = capability({
  id: 'institution',
  uses: [],
  rules: [],
  procedures: [
    procedure({
      chart: institutionFile,
      commands: [
        wire(d.foundInstitution, async (_, about) => ({ institution: about.institution }), { opens: 'root', system: true }),
        wire(d.listPerson, nothing),
        wire(d.leavePerson, nothing),
        wire(d.holdPost, nothing),
        wire(d.assignRole, async () => ({ roles })),
        wire(d.setUpBody, nothing),
        wire(d.takeSeat, nothing),
        wire(d.listParty, nothing),
        wire(d.adoptText, loadAdopted),
        wire(d.reviseText, loadRevising),
        wire(d.openAccount, nothing, { system: true }),
      ],
      apply: {
        'institution.founded': (e: EventSeen<Founded>) => [
          insert('institution', {
            id: e.data.institution,
            title: e.data.title,
            short: e.data.short,
            kind: e.data.kind,
            note: e.data.note ?? null,
          }),
        ],
        'person.listed': ({ data: p }: EventSeen<Listed>) => [
          insert('person', { id: p.person, staff_no: p.staffNo, name: p.name, unit: p.unit ?? null, category: p.category ?? null }),
        ],
        'person.left': ({ data: p }: EventSeen<{ person: string; leftOn: string }>) => [update('person', p.person, { left_on: p.leftOn })],
        'post.held': ({ data: p }: EventSeen<Held>) => [
          insert('post', { id: p.post, person_id: p.person, title: p.title, leader: p.leader, from_on: p.from, to_on: p.to ?? null }),
        ],
        'role.assigned': ({ data: p }: EventSeen<Assigned>) => [
          insert('assignment', { id: p.assignment, person_id: p.person, role: p.role, from_on: p.from, to_on: p.to ?? null }),
        ],
        'body.set-up': ({ data: b }: EventSeen<SetUp>) => [
          insert('body', { id: b.body, code: b.code, title: b.title, founded_on: b.foundedOn ?? null }),
        ],
        'seat.taken': ({ data: s }: EventSeen<Taken>) => [
          insert('seat', { id: s.seat, body_id: s.body, person_id: s.person, from_on: s.from, to_on: s.to ?? null }),
        ],
        'party.listed': ({ data: p }: EventSeen<Party>) => [
          insert('party', {
            id: p.party,
            title: p.title,
            kind: p.kind,
            credit_code: p.creditCode ?? null,
            state_owned_share: p.stateOwnedShare ?? null,
            wholly_state_owned: isWhole(p.stateOwnedShare),
            ourselves: p.ourselves || null,
          }),
        ],
        'text.revised': ({ data: r }: EventSeen<TextRevised>) => [
          insert('text_revision', {
            id: r.row,
            text_id: r.text,
            revision: r.revision,
            from_on: r.from,
            basis: r.basis,
            files: json(r.files),
          }),
        ],
        'text.adopted': ({ data: a }: EventSeen<TextAdopted>) => [
          insert('adoption', {
            id: a.adoption,
            text_id: a.text,
            party_id: a.party ?? null,
            from_on: a.from,
            to_on: a.to ?? null,
            basis: a.basis,
            doubt: a.doubt ?? null,
          }),
        ],
      },
    }),
  ],
});
