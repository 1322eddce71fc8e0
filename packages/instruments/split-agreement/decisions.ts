import { commandsOf, facts, happened } from '../../kernel/command.ts';
import { fields, optional } from '../../kernel/field.ts';
import { note, paper, person, shares } from '../../kernel/field-kinds.ts';
import type { JsonRecord } from '../../kernel/json.ts';
import { showPercent } from '../../kernel/ratio.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { splitAgreement } from './procedure.ts';

export type PoolUnit = 'yuan' | 'percent';
/** The pool to divide, who is in the team, and the proposal that stands (the last one). */
export type Pool = {
  readonly pool: string;
  /** What the pool is counted in: money, or percent of a company. */
  readonly unit: PoolUnit;
  /** What the one who opened the pool wants to be told with the outcome. */
  readonly terms: JsonRecord;
  readonly team: readonly { readonly person: string; readonly name: string }[];
  readonly proposal: number;
  readonly lines: readonly {
    readonly id: string;
    readonly person: string;
    readonly share: string;
    readonly confirmed: boolean;
    readonly confirmedOn: string | null;
  }[];
};
const isOfTeam = (f: Pool, who: string): boolean => f.team.some((m) => m.person === who);
const reached = (f: Pool, lines: Pool['lines']) =>
  happened(
    'agreement.reached',
    { pool: f.pool, terms: f.terms, shares: lines.map(({ person: who, share }) => ({ person: who, share })) },
    { about: lines.map((l) => l.person) },
  );
const command = commandsOf(splitAgreement);

/** The team owes a proposal: at first, and again when a member has refused his share. */
export const toPropose = {
  duty: 'shares.propose',
  owner: { role: 'CT' },
  metBy: ['shares.proposed'],
  clause: '004:11.1.s2',
  force: 'must',
} as const;

const lineOf = (f: Pool, person: string | undefined) => f.lines.find((l) => l.person === person);
const notOfTeam = (f: Pool, person: string): Refusal<'shares.not_of_team'>[] => (isOfTeam(f, person) ? [] : [refuse('shares.not_of_team')]);
const notHis = (f: Pool, person: string | undefined): Refusal<'shares.not_yours'>[] =>
  lineOf(f, person) ? [] : [refuse('shares.not_yours')];
const toConfirm = (f: Pool, person: string | undefined): Refusal<'shares.not_yours' | 'shares.already_confirmed'>[] =>
  lineOf(f, person)?.confirmed ? [refuse('shares.already_confirmed')] : notHis(f, person);

/** A division of the whole pool among all of the team. Only the team may make one; nobody's share is left out or filled in. */
export const proposeShares = command('shares.propose', {
  action: 'P68:D',
  brings: ['shares.proposed'],
  asks: [],
  refuses: ['shares.not_of_team', 'shares.somebody_missing', 'shares.not_a_contributor'],
  recordable: true,
  input: fields({ shares: shares() }),
  facts: facts<Pool>(),
  suggest: ({ facts: f }) => ({ shares: f.team.map((m) => ({ person: m.person, share: f.team.length === 1 ? '100%' : '' })) }),
  ready: ({ facts: f, actor }) => notOfTeam(f, actor.person),
  decide: ({ input: i, facts: f, actor, recorded }) => {
    const not = recorded ? [] : notOfTeam(f, actor.person);
    if (not.length > 0) return not;
    const stranger = i.shares.findIndex((s) => !isOfTeam(f, s.person));
    if (stranger >= 0) return [refuse('shares.not_a_contributor', {}, { at: ['shares', stranger, 'person'] })];
    const missing = f.team.filter((m) => !i.shares.some((s) => s.person === m.person)).map((m) => m.name);
    if (missing.length > 0) return [refuse('shares.somebody_missing', { names: missing }, { at: ['shares'] })];
    const lines = i.shares.map((s) => ({ person: s.person, share: showPercent(s.share) }));
    return [
      happened(
        'shares.proposed',
        { proposal: f.proposal + 1, lines },
        {
          about: lines.map((l) => l.person),
          owes: lines.map((l) => ({
            duty: 'share.confirm',
            owner: { person: l.person },
            metBy: ['share.confirmed', 'share.refused', 'shares.proposed'],
            whose: l.person,
            clause: '004:11.1.s2',
            force: 'must',
          })),
        },
      ),
    ];
  },
});

/** A member's own word on his share. Entered for him, it names him and the paper he signed. */
export const confirmShare = command('share.confirm', {
  action: 'P68:D',
  brings: ['share.confirmed', 'agreement.reached'],
  asks: [],
  refuses: ['shares.not_yours', 'shares.already_confirmed', 'shares.name_member'],
  recordable: true,
  input: fields({ member: optional(person()), signed: optional(paper()) }),
  facts: facts<Pool>(),
  ready: ({ facts: f, actor }) => toConfirm(f, actor.person),
  decide: ({ input: i, facts: f, actor, recorded }) => {
    if (recorded && !i.member) return [refuse('shares.name_member', {}, { at: ['member'] })];
    const who = recorded ? i.member : actor.person;
    const not = toConfirm(f, who);
    if (not.length > 0) return not;
    const own = lineOf(f, who)!;
    const signed = i.signed ?? recorded?.paper;
    const confirmed = happened(
      'share.confirmed',
      { line: own.id, ...(signed ? { signed } : {}) },
      { whose: own.person, ...(signed ? { papers: [signed] } : {}) },
    );
    const others = f.lines.filter((l) => l.id !== own.id);
    return others.every((l) => l.confirmed) ? [confirmed, reached(f, f.lines)] : [confirmed];
  },
});

/** A member does not agree: the team proposes again. Until all agree the payment is held; no default split is put in their place. */
export const refuseShare = command('share.refuse', {
  action: 'P68:D',
  brings: ['share.refused'],
  asks: [],
  refuses: ['shares.not_yours'],
  input: fields({ words: note(1000) }),
  facts: facts<Pool>(),
  ready: ({ facts: f, actor }) => notHis(f, actor.person),
  decide: ({ input: i, facts: f, actor }) => [
    ...notHis(f, actor.person),
    happened('share.refused', { words: i.words }, { owes: [toPropose] }),
  ],
});
