import type { Owner as Owes } from '../../kernel/brings.ts';
import { commandsOf, facts, happened, type LawFor } from '../../kernel/command.ts';
import type { Day } from '../../kernel/day.ts';
import { fields, optional } from '../../kernel/field.ts';
import { choice, day, note, paper, party, period, text } from '../../kernel/field-kinds.ts';
import { forceOf } from '../../kernel/law.ts';
import { byForce, type Refusal, refuse, unmet } from '../../kernel/refusal.ts';
import { actConsent, acts, equityTerms, licenceEffect, priorityPeriod, priorityRight } from '../ownership/rules.ts';
import { offerEnds } from './payment.ts';
import { rightsAct } from './procedure.ts';
import { allowed, consentsFor, firstBuyers, type Intended, type Standing } from './scheme.ts';

export type Answer = {
  readonly row: string;
  readonly party: string;
  readonly title: string;
  readonly asked: 'consent' | 'priority';
  readonly answer: string | null;
};
/** An act that has been proposed, and how things stand with the rights it is about. */
export type ActFile = Standing & {
  readonly act: Intended & {
    readonly to: string | null;
    readonly from: Day | null;
    readonly priorityUntil: Day | null;
    readonly valued: boolean;
  };
  readonly answers: readonly Answer[];
  readonly payments: number;
};

const licenceKinds = ['exclusive', 'sole', 'ordinary'] as const;
const actWords: Readonly<Record<string, string>> = {
  implement: '实施',
  publish: '发表',
  apply: '申请知识产权',
  license: '许可',
  transfer: '转让',
  pledge: '质押',
  invest: '作价入股',
};
/** A contribution of equity takes the rights away as a transfer does: the same consent is needed. */
const asked = (act: string | undefined): string | undefined => (act === 'invest' ? 'transfer' : act);

const command = commandsOf(rightsAct);
const input = fields({
  act: choice(...acts),
  by: party(),
  to: optional(party()),
  purpose: choice('commercial', 'non-commercial', 'academic'),
  licenceKind: optional(choice(...licenceKinds)),
  from: optional(day()),
  until: optional(day()),
  scope: optional(text(200)),
  offerPeriod: optional(period()),
});
type Proposed = Extract<ReturnType<typeof input.read>, { values: unknown }>['values'];

/** Proposes an act on the rights. Who has to agree, and who may acquire first, is asked at once; nothing is done yet. */
export const proposeAct = command('act.propose', {
  action: 'T35:P',
  brings: ['act.proposed'],
  asks: [actConsent, priorityRight, priorityPeriod, licenceEffect],
  refuses: [
    'party.not_of_cooperation',
    'act.academic_only',
    'act.not_an_owner',
    'act.licensed_exclusively',
    'act.no_counterparty',
    'licence.term_missing',
    'period.ends_before',
    'priority.period_unknown',
  ],
  input,
  facts: facts<Standing>(),
  ground: ({ facts: f, input: i, on }) => ({ given: { act: asked(i?.act), mode: f.mode }, dates: { actedOn: on } }),
  suggest: ({ law }) => ({ purpose: 'commercial', licenceKind: law['licence-effect']?.value, offerPeriod: '30日' }),
  decide: ({ input: i, facts: f, law, on, calendar, id }) => {
    const may = [...allowed(f, i, { law, on }), ...incomplete(i, law['licence-effect']?.clauses ?? [])];
    if (may.length > 0) return may;
    const consent = consentsFor(f, i, law);
    const right = law['priority-right'];
    const first = i.act === 'transfer' ? firstBuyers(f, { side: right?.value, by: i.by, to: i.to! }) : [];
    const term = i.offerPeriod ?? law['priority-period']?.value;
    if (first.length > 0 && term === undefined)
      return [refuse('priority.period_unknown', {}, { clause: right?.clauses ?? [], at: ['offerPeriod'] })];
    const ends = first.length > 0 ? offerEnds(term!, on, calendar) : undefined;
    const { offerPeriod: _, ...said } = i;
    const rows = [
      ...consent.parties.map((p) => ({ row: id(), party: p.party, asked: 'consent', owner: speaker(p) })),
      ...first.map((p) => ({ row: id(), party: p.party, asked: 'priority', owner: speaker(p) })),
    ];
    const to = [...f.parties, ...f.owners].find((p) => p.party === i.to)?.title;
    const data = {
      ...said,
      ownership: f.ownership,
      title: to ? `${actWords[i.act]}（${to}）` : actWords[i.act]!,
      asked: rows.map(({ owner: __, ...r }) => r),
      ...(i.act === 'license' ? { licenceKind: i.licenceKind ?? law['licence-effect']?.value ?? 'ordinary' } : {}),
      ...(ends ? { priorityUntil: ends.lastDay, provisional: ends.provisional } : {}),
    };
    const duties = rows.map((r) =>
      r.asked === 'consent'
        ? ({
            duty: 'consent.answer',
            owner: r.owner,
            metBy: ['consent.answered'],
            whose: r.row,
            clause: consent.clauses,
            force: 'must',
          } as const)
        : ({
            duty: 'priority.answer',
            owner: r.owner,
            by: ends!,
            metBy: ['priority.answered'],
            whose: r.row,
            clause: right?.clauses ?? [],
            force: 'must',
          } as const),
    );
    return [happened('act.proposed', data, { owes: duties, about: [i.by, ...(i.to ? [i.to] : [])] })];
  },
});
const speaker = (p: { readonly person: string | null }): Owes => (p.person === null ? { role: 'TT' } : { person: p.person });

function incomplete(
  i: Proposed,
  clauses: readonly string[],
): Refusal<'act.no_counterparty' | 'licence.term_missing' | 'period.ends_before'>[] {
  if (['license', 'transfer', 'pledge', 'invest'].includes(i.act) && i.to === undefined)
    return [refuse('act.no_counterparty', {}, { at: ['to'] })];
  if (i.act !== 'license') return [];
  if (i.from === undefined || i.until === undefined || i.scope === undefined)
    return [
      refuse(
        'licence.term_missing',
        {},
        { clause: clauses, at: [i.from === undefined ? 'from' : i.until === undefined ? 'until' : 'scope'] },
      ),
    ];
  return i.until < i.from ? [refuse('period.ends_before', {}, { at: ['until'] })] : [];
}

type Standstill = 'consent.missing' | 'priority.open' | 'equity.not_valued';

/** Carries the act out, when everybody who has to agree has agreed and nobody may still acquire first. */
export const carryOut = command('act.carry-out', {
  action: 'T35:P',
  brings: ['act.carried-out', 'act.ended'],
  asks: [actConsent, licenceEffect, priorityRight, equityTerms],
  refuses: [
    'party.not_of_cooperation',
    'act.academic_only',
    'act.not_an_owner',
    'act.licensed_exclusively',
    'consent.missing',
    'priority.open',
    'equity.not_valued',
  ],
  recordable: true,
  input: fields({ evidence: optional(paper()) }),
  facts: facts<ActFile>(),
  ground: ({ facts: f, on }) => ({ given: { act: asked(f.act.act), mode: f.mode }, dates: { actedOn: on } }),
  ready: ({ facts: f, law, on }) => standstill(f, law, on),
  decide: ({ input: i, facts: f, law, on }) => {
    const data = { act: f.act.act, by: f.act.by, to: f.act.to, closes: f.owners.map((w) => w.row) };
    const papers = i.evidence ? { papers: [i.evidence] } : {};
    const more = f.payments > 0 || f.act.act === 'invest';
    return [
      ...allowed(f, f.act, { law, on }),
      ...standstill(f, law, on),
      happened('act.carried-out', data, papers),
      ...(more ? [] : [happened('act.ended', { because: 'done' })]),
    ];
  },
});

type Asking = Partial<LawFor<readonly [typeof actConsent, typeof licenceEffect, typeof priorityRight, typeof equityTerms]>>;
function standstill(f: ActFile, law: Asking, on: Day): Refusal<Standstill>[] {
  const { clauses } = consentsFor(f, f.act, { 'act-consent': law['act-consent'], 'licence-effect': law['licence-effect'] });
  const waiting = f.answers.filter((a) => a.asked === 'consent' && a.answer !== 'consents').map((a) => a.title);
  const open =
    f.answers.some((a) => a.asked === 'priority' && a.answer === null) && f.act.priorityUntil !== null && on <= f.act.priorityUntil;
  const said = law['act-consent'];
  const force = said === undefined ? 'must' : forceOf(said);
  return [
    ...(waiting.length > 0 ? [byForce('consent.missing', { force, clause: clauses }, { parties: waiting })] : []),
    ...(open ? [unmet('priority.open', law['priority-right']?.clauses, { until: f.act.priorityUntil })] : []),
    ...(f.act.act === 'invest' && !f.act.valued ? [unmet('equity.not_valued', law['equity-terms']?.clauses)] : []),
  ];
}

/** Nothing comes of it. */
export const dropAct = command('act.drop', {
  action: 'T35:P',
  brings: ['act.dropped'],
  asks: [],
  refuses: [],
  input: fields({ reason: note(500) }),
  facts: facts<ActFile>(),
  decide: ({ input: i }) => [happened('act.dropped', { ...i })],
});
