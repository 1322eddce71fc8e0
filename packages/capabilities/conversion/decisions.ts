import { commandsOf, facts, happened } from '../../kernel/command.ts';
import { fields, group, list, optional } from '../../kernel/field.ts';
import { choice, note, paper, party, record, text } from '../../kernel/field-kinds.ts';
import { type Refusal, refuse, unmet } from '../../kernel/refusal.ts';
import { conversion } from './procedure.ts';
import { conversionModes, conversionSteps, modes, partnerKinds } from './rules.ts';

export type Achievement = {
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly registeredOn: string | null;
  readonly case: string;
  readonly contributors: readonly string[];
};
export type Opening = { readonly achievements: readonly Achievement[]; readonly counterparty: string };
const partnerKindWords = ['physician', 'scientist', 'enterprise-team', 'financing', 'sales-channel'] as const;

const command = commandsOf(conversion);

/** Opens a conversion of one or several registered achievements. Its steps are its institution's route, each at once a case of its own. */
export const openConversion = command('conversion.open', {
  action: 'T07:P',
  brings: ['conversion.opened'],
  asks: [conversionModes, conversionSteps, partnerKinds],
  refuses: ['conversion.mode_unknown', 'conversion.basis_missing', 'achievement.not_registered', 'partner.kind_unknown'],
  input: fields({
    achievements: list(record('achievements'), { least: 1, most: 20 }),
    mode: choice(...modes),
    basis: optional(note(500)),
    counterparty: party(),
    partners: list(group({ party: party(), kind: choice(...partnerKindWords) }), { most: 20 }),
  }),
  facts: facts<Opening>(),
  ground: ({ input, on }) => ({ given: { mode: input?.mode }, dates: { openedOn: on } }),
  decide: ({ input: i, facts: f, law }) => {
    const kinds = law['partner-kinds'];
    const strange = kinds ? i.partners.findIndex((p) => !kinds.value.includes(p.kind)) : -1;
    const lawful = law['conversion-modes'];
    const unregistered = f.achievements.filter((a) => a.state !== 'registered').map((a) => a.title);
    const first = f.achievements[0]!; // whatever the input names, the institution has
    const steps = law['conversion-steps'];
    const record = steps.value.find((s) => s.does === 'disclosure');
    const on = f.achievements
      .map((a) => a.registeredOn ?? '')
      .sort()
      .at(-1)!;
    const takesAway = i.mode === 'transfer' || i.mode === 'equity';
    return [
      ...(lawful && !lawful.value.includes(i.mode) ? [unmet('conversion.mode_unknown', lawful.clauses, { mode: i.mode }, ['mode'])] : []),
      ...(i.mode === 'other' && !i.basis ? [refuse('conversion.basis_missing', {}, { clause: lawful?.clauses ?? [], at: ['basis'] })] : []),
      ...(unregistered.length > 0
        ? [refuse('achievement.not_registered', { titles: unregistered }, { clause: steps.clauses, at: ['achievements'] })]
        : []),
      ...(strange >= 0
        ? [unmet('partner.kind_unknown', kinds!.clauses, { kind: i.partners[strange]!.kind }, ['partners', strange, 'kind'])]
        : []),
      happened(
        'conversion.opened',
        { title: f.achievements.map((a) => a.title).join('、'), ...i },
        {
          subjects: f.achievements.map((a) => ({ register: 'achievements', record: a.id, role: 'converted' })),
          members: [...new Set(f.achievements.flatMap((a) => a.contributors))].map((p) => ({ person: p, role: 'CT' })),
          holds: takesAway ? f.achievements.map((a) => ({ register: 'achievements', record: a.id, claim: 'disposal' })) : [],
          about: [i.counterparty, ...i.partners.map((p) => p.party)],
          route: {
            key: 'conversion',
            steps: steps.value,
            clause: steps.clauses,
            ...(record ? { fulfilled: { [record.id]: { case: first.case, on } } } : {}),
          },
        },
      ),
    ];
  },
});

export type Steered = {
  readonly steps: readonly { readonly step: string; readonly does: string }[];
  readonly achievements: readonly string[];
};

/** 退回: a step and everything after it start anew. What was decided stays in the record. */
export const returnTo = command('conversion.return', {
  action: 'T07:P',
  brings: ['conversion.returned'],
  asks: [],
  refuses: ['step.unknown'],
  input: fields({ step: text(60), reason: note(1000) }),
  facts: facts<Steered>(),
  decide: ({ input: i, facts: f }) => {
    const step = f.steps.find((s) => s.step === i.step && s.does !== 'disclosure');
    if (!step) return [refuse('step.unknown', { step: i.step }, { at: ['step'] })];
    return [happened('conversion.returned', { ...i }, { reopens: { key: 'conversion', step: i.step, because: i.reason } })];
  },
});

/** 终止: its achievements are free again, and nothing that was still under way is owed. */
export const abandon = command('conversion.abandon', {
  action: 'T07:P',
  brings: ['conversion.abandoned'],
  asks: [],
  refuses: [],
  input: fields({ reason: note(1000) }),
  facts: facts<Steered>(),
  decide: ({ input: i, facts: f }) => [
    happened(
      'conversion.abandoned',
      { ...i },
      {
        releases: f.achievements.map((a) => ({ register: 'achievements', record: a, claim: 'disposal' })),
        withdraws: ['pricing', 'public-notice', 'resolution', 'review-route', 'contract'],
      },
    ),
  ],
});

export type Ending = { readonly running: readonly string[] };
/** Ends a conversion whose money is all divided and handed over, and whose shares are all allocated. */
export const closeConversion = command('conversion.close', {
  action: 'T07:P',
  brings: ['conversion.closed'],
  asks: [],
  refuses: ['conversion.still_running'],
  input: fields({}),
  facts: facts<Ending>(),
  ready: ({ facts: f }) => stillRunning(f),
  decide: ({ facts: f }) => [...stillRunning(f), happened('conversion.closed')],
});
const stillRunning = (f: Ending): Refusal<'conversion.still_running'>[] =>
  f.running.length > 0 ? [refuse('conversion.still_running', { cases: [...f.running] })] : [];

const careElements = ['reasonable-care', 'supervision', 'no-illegal-gain', 'illegal-gain'] as const;
/** Puts on file what shows that a duty of care was fulfilled, or that it was not. */
export const fileCare = command('care.file', {
  action: 'T11:P',
  brings: ['care.filed'],
  asks: [],
  refuses: [],
  input: fields({ element: choice(...careElements), paper: paper(), note: optional(note(500)) }),
  facts: facts<null>(),
  decide: ({ input: i, id }) => [happened('care.filed', { care: id(), ...i }, { papers: [i.paper] })],
});
