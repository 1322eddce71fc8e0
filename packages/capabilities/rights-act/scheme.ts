import type { Day } from '../../kernel/day.ts';
import type { Answered } from '../../kernel/law.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';

export type Purpose = 'commercial' | 'non-commercial' | 'academic';
export type Party = { readonly party: string; readonly title: string; readonly side: string; readonly person: string | null };
export type Licence = { readonly to: string; readonly title: string; readonly kind: string; readonly from: Day; readonly until: Day };
/** How things stand with the rights: who takes part, whose they are and why, what the agreement says, who holds a licence. */
export type Standing = {
  readonly ownership: string;
  readonly mode: string;
  readonly by: string;
  readonly clauses: readonly string[];
  readonly parties: readonly Party[];
  readonly owners: readonly { readonly row: string; readonly party: string; readonly title: string }[];
  readonly effects: readonly { readonly effect: string; readonly clause: string }[];
  readonly licences: readonly Licence[];
};
export type Intended = { readonly act: string; readonly by: string; readonly purpose: Purpose };

type Code = 'party.not_of_cooperation' | 'act.academic_only' | 'act.not_an_owner' | 'act.licensed_exclusively';
export type ActLaw = {
  readonly 'act-consent': Answered<'each-alone' | 'all-parties'> | undefined;
  readonly 'licence-effect': Answered<string> | undefined;
};

const termWith = (f: Standing, effect: string): string | undefined => f.effects.find((e) => e.effect === effect)?.clause;
const nameOf = (f: Standing, party: string): string => [...f.parties, ...f.owners].find((p) => p.party === party)?.title ?? '';

/** Whether somebody may do this at all: as an owner, as one of the parties, or under a clause of the agreement; and no licence bars it. */
export function allowed(f: Standing, i: Intended, o: { readonly law: ActLaw; readonly on: Day }): Refusal<Code>[] {
  const owner = f.owners.some((w) => w.party === i.by);
  const party = f.parties.find((p) => p.party === i.by);
  if (!owner && !party) return [refuse('party.not_of_cooperation', {}, { at: ['by'] })];
  return [...(owner ? [] : asNoOwner(f, i, party!.side, o.law)), ...barred(f, i, o)];
}

/** What one who does not own may do: use for research where a clause says so; implement where no agreement took that from him. */
function asNoOwner(f: Standing, i: Intended, side: string, law: ActLaw): Refusal<Code>[] {
  const use = i.act === 'publish' || i.act === 'implement';
  const academic = side === 'researcher' ? termWith(f, 'academic-use') : undefined;
  if (use && academic !== undefined)
    return i.purpose === 'commercial'
      ? [refuse('act.academic_only', { party: nameOf(f, i.by) }, { clause: academic, at: ['purpose'] })]
      : [];
  if (i.act === 'implement' && f.by === 'default' && law['act-consent']?.value === 'each-alone') return [];
  return [refuse('act.not_an_owner', { party: nameOf(f, i.by), owners: f.owners.map((w) => w.title) }, { clause: f.clauses, at: ['by'] })];
}

/** An exclusive licence keeps everybody else, the owner too, from commercial use; a sole one keeps the owner from licensing further. */
function barred(f: Standing, i: Intended, { law, on }: { readonly law: ActLaw; readonly on: Day }): Refusal<Code>[] {
  if (i.purpose !== 'commercial' || !['implement', 'publish', 'license'].includes(i.act)) return [];
  const bars = (l: Licence): boolean => l.kind === 'exclusive' || (l.kind === 'sole' && i.act === 'license');
  const licence = f.licences.find((l) => l.to !== i.by && l.from <= on && on <= l.until && bars(l));
  if (!licence) return [];
  const facts = { licensee: licence.title, until: licence.until };
  return [refuse('act.licensed_exclusively', facts, { clause: law['licence-effect']?.clauses ?? [], at: ['purpose'] })];
}

export type Asked = { readonly parties: readonly Party[]; readonly clauses: readonly string[] };

/**
 * Whose explicit consent the act needs (E-35: silence is none): of joint owners all others, unless the text lets each act alone. A clause of
 * the agreement that wants everybody's consent goes before the text. Where no text says anything, everybody is asked.
 */
export function consentsFor(f: Standing, i: Intended, law: ActLaw): Asked {
  const others = f.owners.filter((w) => w.party !== i.by);
  const owner = f.owners.some((w) => w.party === i.by);
  const said = law['act-consent'];
  const agreed = termWith(f, 'consent-of-all');
  const alone = agreed === undefined && said?.value === 'each-alone';
  if (!owner || others.length === 0 || i.act === 'publish' || alone) return { parties: [], clauses: [] };
  const asked = others.map((w) => f.parties.find((p) => p.party === w.party) ?? { ...w, side: 'other', person: null });
  return { parties: asked, clauses: agreed === undefined ? (said?.clauses ?? []) : [agreed] };
}

/** Who may acquire first when the rights are transferred; nobody where they own, buy or have waived it. */
export function firstBuyers(
  f: Standing,
  o: { readonly side: string | undefined; readonly by: string; readonly to: string },
): readonly Party[] {
  const side = termWith(f, 'priority-enterprise') ? 'enterprise' : o.side;
  if (side === undefined || (side === 'researcher' && termWith(f, 'priority-waived') !== undefined)) return [];
  return f.parties.filter((p) => p.side === side && p.party !== o.by && p.party !== o.to && !f.owners.some((w) => w.party === p.party));
}
