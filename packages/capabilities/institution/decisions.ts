import { commandsOf, facts, happened } from '../../kernel/command.ts';
import type { Day } from '../../kernel/day.ts';
import { fields, group, list, optional } from '../../kernel/field.ts';
import { body, choice, day, note, party, person, share, source, text, yesNo } from '../../kernel/field-kinds.ts';
import type { JsonRecord } from '../../kernel/json.ts';
import { showPercent } from '../../kernel/ratio.ts';
import { refuse } from '../../kernel/refusal.ts';
import { isOwnLevel } from '../../kernel/rule.ts';
import { institutionFile } from './procedure.ts';

const command = commandsOf(institutionFile);
const none = facts<null>();
const action = 'T12:P';

/** Posts, roles, seats and adoptions last from a day to a day. */
const endsBefore = (i: { readonly from: Day; readonly to?: Day | undefined }): boolean => i.to !== undefined && i.to < i.from;
const never = refuse('period.ends_before', {}, { at: ['to'] });

export const institutionKinds = ['hospital', 'university', 'institute'] as const;
export const foundInstitution = command('institution.found', {
  action,
  brings: ['institution.founded'],
  asks: [],
  refuses: [],
  input: fields({ title: text(120), short: text(30), kind: choice(...institutionKinds), note: optional(note(500)) }),
  facts: facts<{ readonly institution: string }>(),
  decide: ({ input: i, facts: f }) => [happened('institution.founded', { ...f, ...i })],
});

export const listPerson = command('person.list', {
  action,
  brings: ['person.listed'],
  asks: [],
  refuses: [],
  input: fields({ staffNo: text(40), name: text(60), unit: optional(text(80)), category: optional(text(40)) }),
  facts: none,
  decide: ({ input: i, id }) => [happened('person.listed', { person: id(), ...i })],
});
export const leavePerson = command('person.leave', {
  action,
  brings: ['person.left'],
  asks: [],
  refuses: [],
  input: fields({ person: person(), leftOn: day() }),
  facts: none,
  decide: ({ input: i }) => [happened('person.left', { ...i })],
});

/**
 * What a post makes of its holder for the rules on leaders, the weightiest first: 本单位正职, 所属独立法人单位正职, 本单位副职,
 * 内设二级单位正职, 内设二级单位副职 and other leading posts. A text says which of them it means.
 */
export const leaderClasses = ['chief-of-institution', 'chief-of-subordinate', 'deputy', 'chief-of-unit', 'deputy-of-unit', 'none'] as const;
export type LeaderClass = (typeof leaderClasses)[number];
export type Post = { readonly title: string; readonly leader: string; readonly from: Day; readonly to: Day | null };

/** The weightiest class among posts held on that day; a post that has ended makes nobody a leader. */
export function leaderClassOn(posts: readonly Post[], on: Day): LeaderClass {
  const held = posts.filter((p) => p.from <= on && (p.to === null || p.to >= on));
  return leaderClasses.find((c) => held.some((p) => p.leader === c)) ?? 'none';
}
/** A post with its days: on a day after its end the person holds it no more. */
export const holdPost = command('post.hold', {
  action,
  brings: ['post.held'],
  asks: [],
  refuses: ['period.ends_before'],
  input: fields({ person: person(), title: text(60), leader: choice(...leaderClasses), from: day(), to: optional(day()) }),
  facts: none,
  decide: ({ input: i, id }) => (endsBefore(i) ? [never] : [happened('post.held', { post: id(), ...i })]),
});

export const assignRole = command('role.assign', {
  action,
  brings: ['role.assigned'],
  asks: [],
  refuses: ['role.unknown', 'period.ends_before'],
  input: fields({ person: person(), role: text(4), from: day(), to: optional(day()) }),
  facts: facts<{ readonly roles: readonly string[] }>(),
  decide: ({ input: i, facts: f, id }) => {
    if (!f.roles.includes(i.role)) return [refuse('role.unknown', { role: i.role }, { at: ['role'] })];
    return endsBefore(i) ? [never] : [happened('role.assigned', { assignment: id(), ...i })];
  },
});

export const setUpBody = command('body.set-up', {
  action,
  brings: ['body.set-up'],
  asks: [],
  refuses: [],
  input: fields({ code: text(40), title: text(80), foundedOn: optional(day()) }),
  facts: none,
  decide: ({ input: i, id }) => [happened('body.set-up', { body: id(), ...i })],
});
export const takeSeat = command('seat.take', {
  action,
  brings: ['seat.taken'],
  asks: [],
  refuses: ['period.ends_before'],
  input: fields({ body: body(), person: person(), from: day(), to: optional(day()) }),
  facts: none,
  decide: ({ input: i, id }) => (endsBefore(i) ? [never] : [happened('seat.taken', { seat: id(), ...i })]),
});

export const partyKinds = ['enterprise', 'university', 'institute', 'hospital', 'agency', 'fund', 'other'] as const;
/** A partner, and how much of it the state owns where that is known: 全资国有 is a hundred percent and nothing less. */
export const listParty = command('party.list', {
  action,
  brings: ['party.listed'],
  asks: [],
  refuses: [],
  input: fields({
    title: text(120),
    kind: choice(...partyKinds),
    creditCode: optional(text(18)),
    stateOwnedShare: optional(share()),
    ourselves: optional(yesNo()),
  }),
  facts: none,
  decide: ({ input: { stateOwnedShare: owned, ...i }, id }) => [
    happened('party.listed', { party: id(), ...i, ...(owned ? { stateOwnedShare: showPercent(owned) } : {}) }),
  ],
});

/** What is adopted already by the institution, or by the party that the input names; and whether that party is the institution itself. */
export type Adopted = { readonly ourselves: boolean; readonly adopted: readonly { readonly text: string; readonly to: string | null }[] };
/** Says which text binds the institution, or one of the parties it works with, since when, on what ground. Days that the text leaves blank are entered here. */
export const adoptText = command('text.adopt', {
  action,
  brings: ['text.adopted'],
  asks: [],
  refuses: ['text.unknown', 'text.already_adopted', 'text.end_missing', 'text.before_its_day', 'text.party_is_us', 'period.ends_before'],
  input: fields({
    text: text(40),
    party: optional(party()),
    from: day(),
    to: optional(day()),
    basis: note(500),
    doubt: optional(note(500)),
  }),
  facts: facts<Adopted>(),
  decide: ({ input: i, facts: f, text: about, id }) => {
    const its = about(i.text);
    if (!its) return [refuse('text.unknown', { text: i.text }, { at: ['text'] })];
    if (f.ourselves) return [refuse('text.party_is_us', {}, { at: ['party'] })];
    if (f.adopted.some((a) => a.text === i.text && (a.to === null || a.to >= i.from)))
      return [refuse('text.already_adopted', { text: its.title }, { at: ['text'] })];
    if (its.to === 'ask' && i.to === undefined) return [refuse('text.end_missing', { text: its.title }, { at: ['to'] })];
    if (its.from !== 'ask' && i.from < its.from)
      return [refuse('text.before_its_day', { text: its.title, from: its.from }, { at: ['from'] })];
    if (endsBefore(i)) return [never];
    return [happened('text.adopted', { adoption: id(), ...i })];
  },
});

/** What a revision is decided on: when the institution has adopted the text, its last revision, and what checking the changed files found. */
export type Revising = {
  readonly adopted: readonly { readonly from: string; readonly to: string | null }[];
  readonly last: Day | undefined;
  readonly names: readonly string[];
  readonly checked: Checked | undefined;
};
type Checked = {
  readonly faults: readonly {
    readonly file: string;
    readonly line: number;
    readonly column: number;
    readonly code: string;
    readonly facts: JsonRecord;
  }[];
  readonly revision: string;
  readonly files: Readonly<Record<string, string>>;
  readonly unchanged: boolean;
  readonly from: string | undefined;
};
const fileName = /^[a-z0-9][a-z0-9.-]*\.yaml$/;

/**
 * Adopts a text of the institution's own as it is after a change, from a day on: facts of earlier days are answered by what it was. The
 * changed files pass the check of all packs, worked examples included, or nothing changes.
 */
export const reviseText = command('text.revise', {
  action,
  brings: ['text.revised'],
  asks: [],
  refuses: [
    ...(['text.unknown', 'text.not_own', 'text.not_adopted_then', 'text.revised_later'] as const),
    ...(['text.file_name', 'text.file_unknown', 'text.revision_same', 'text.fault', 'text.before_its_day'] as const),
  ],
  input: fields({
    text: text(40),
    from: day(),
    basis: note(500),
    files: list(group({ file: text(80), content: source() }), { most: 100 }),
    without: list(text(80), { most: 100 }),
  }),
  facts: facts<Revising>(),
  decide: ({ input: i, facts: f, text: about, id }) => {
    const its = about(i.text);
    if (!its || !f.checked) return [refuse('text.unknown', { text: i.text }, { at: ['text'] })];
    const { title } = its;
    if (!isOwnLevel(its.level)) return [refuse('text.not_own', { text: title }, { at: ['text'] })];
    if (!f.adopted.some((a) => a.from <= i.from && (a.to === null || i.from <= a.to)))
      return [refuse('text.not_adopted_then', { text: title, from: i.from }, { at: ['from'] })];
    if (f.last !== undefined && i.from < f.last) return [refuse('text.revised_later', { text: title, last: f.last }, { at: ['from'] })];
    const misnamed = i.files.findIndex((x) => !fileName.test(x.file));
    if (misnamed >= 0) return [refuse('text.file_name', { file: i.files[misnamed]!.file }, { at: ['files', misnamed, 'file'] })];
    const unknown = i.without.findIndex((name) => !f.names.includes(name));
    if (unknown >= 0) return [refuse('text.file_unknown', { text: title, file: i.without[unknown]! }, { at: ['without', unknown] })];
    const { faults, unchanged, revision, files, from } = f.checked;
    if (unchanged) return [refuse('text.revision_same', {}, { at: ['files'] })];
    if (faults.length > 0)
      return faults.map(({ code, facts: found, ...place }) => refuse('text.fault', { ...place, said: { refused: code, facts: found } }));
    if (from !== undefined && from !== 'ask' && i.from < from)
      return [refuse('text.before_its_day', { text: title, from }, { at: ['from'] })];
    return [happened('text.revised', { row: id(), text: i.text, from: i.from, basis: i.basis, revision, files })];
  },
});

/** An account to sign in with, as a tool has given it. Its secret never passes through here. */
export const openAccount = command('account.open', {
  action,
  brings: ['account.opened'],
  asks: [],
  refuses: [],
  input: fields({ person: person(), login: text(60) }),
  facts: none,
  decide: ({ input: i }) => [happened('account.opened', { ...i })],
});
