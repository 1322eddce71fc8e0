import type { Issue } from '../../kernel/brings.ts';
import { commandsOf, facts, happened } from '../../kernel/command.ts';
import { duplicateAt } from '../../kernel/duplicate.ts';
import { fields, group, list, optional } from '../../kernel/field.ts';
import { choice, day, note, person, text, yesNo } from '../../kernel/field-kinds.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { disclosureDocument } from './document.ts';
import { disclosure } from './procedure.ts';

const achievementKinds = ['technology', 'device', 'reagent', 'drug', 'software', 'other'] as const;
const rightKinds = ['invention', 'utility-model', 'design', 'software', 'secret', 'other'] as const;

const form = fields({
  title: text(120),
  kind: choice(...achievementKinds),
  summary: note(4000),
  formedOn: optional(day()),
  contributors: list(group({ person: person(), main: yesNo(), contribution: optional(text(200)) }), { least: 1, most: 50 }),
  rights: list(group({ kind: choice(...rightKinds), number: optional(text(40)), title: text(200) }), { most: 50 }),
});
type Form = Extract<ReturnType<typeof form.read>, { values: unknown }>['values'];
type People = {
  readonly institution: string;
  readonly people: readonly { readonly id: string; readonly name: string; readonly unit: string | null }[];
};

const command = commandsOf(disclosure);

function issue(i: Form, f: People, o: { readonly on: string; readonly cite: (c: string) => string }): Issue {
  const contributors = i.contributors.map((c) => {
    const who = f.people.find((p) => p.id === c.person);
    return { name: who?.name ?? '', unit: who?.unit ?? null, main: c.main, ...(c.contribution ? { contribution: c.contribution } : {}) };
  });
  const rights = i.rights.map(({ number, ...r }) => ({ ...r, ...(number ? { number } : {}) }));
  const { formedOn, ...rest } = i;
  const model = disclosureDocument({
    ...rest,
    ...(formedOn ? { formedOn } : {}),
    institution: f.institution,
    contributors,
    rights,
    on: o.on,
    basis: [],
  });
  return { kind: 'disclosure-form', title: model.title, model };
}
/** One main contributor at least, and nobody twice. */
function faults(i: Form, on: string): Refusal<'contributor.twice' | 'contributor.no_main' | 'achievement.formed_later'>[] {
  const twice = duplicateAt(i.contributors, (c) => c.person);
  return [
    ...(twice >= 0 ? [refuse('contributor.twice', {}, { at: ['contributors', twice, 'person'] })] : []),
    ...(i.contributors.some((c) => c.main) ? [] : [refuse('contributor.no_main', {}, { at: ['contributors'] })]),
    ...(i.formedOn !== undefined && i.formedOn > on ? [refuse('achievement.formed_later', {}, { at: ['formedOn'] })] : []),
  ];
}
const formFaults = ['contributor.twice', 'contributor.no_main', 'achievement.formed_later'] as const;

/** A service achievement is disclosed: what it is, who made it, which rights it has. */
export const disclose = command('achievement.disclose', {
  action: 'T01:P',
  brings: ['achievement.disclosed'],
  asks: [],
  refuses: formFaults,
  recordable: true,
  input: form,
  facts: facts<People>(),
  decide: ({ input: i, facts: f, on, id, cite }) => {
    const achievement = id();
    return [
      ...faults(i, on),
      happened(
        'achievement.disclosed',
        { achievement, ...i },
        {
          subjects: [{ register: 'achievements', record: achievement, role: 'disclosed' }],
          members: i.contributors.map((c) => ({ person: c.person, role: 'CT' })),
          about: i.contributors.map((c) => c.person),
          owes: [
            {
              duty: 'achievement.register',
              owner: { role: 'TT' },
              metBy: ['achievement.registered', 'disclosure.returned'],
              clause: '004:6',
              force: 'must',
            },
          ],
          issues: [issue(i, f, { on, cite })],
        },
      ),
    ];
  },
});

/** 成果备案 */
export const register = command('achievement.register', {
  action: 'T02:D',
  brings: ['achievement.registered'],
  asks: [],
  refuses: [],
  input: fields({}),
  facts: facts<{ readonly achievement: string }>(),
  decide: ({ facts: f }) => [happened('achievement.registered', { achievement: f.achievement })],
});

export const returnDisclosure = command('disclosure.return', {
  action: 'T02:D',
  brings: ['disclosure.returned'],
  asks: [],
  refuses: [],
  input: fields({ reason: note(1000) }),
  facts: facts<{ readonly achievement: string }>(),
  decide: ({ input: i }) => [
    happened(
      'disclosure.returned',
      { ...i },
      {
        owes: [{ duty: 'achievement.amend', owner: { role: 'CT' }, metBy: ['achievement.amended'], clause: '004:6', force: 'must' }],
      },
    ),
  ],
});

/** A returned disclosure is filled in anew. Contributors stay who they are: changing them is a new disclosure. */
export const amend = command('achievement.amend', {
  action: 'T01:P',
  brings: ['achievement.amended'],
  asks: [],
  refuses: ['achievement.formed_later'],
  input: fields({ title: text(120), kind: choice(...achievementKinds), summary: note(4000), formedOn: optional(day()) }),
  facts: facts<{ readonly achievement: string; readonly now: { title: string; kind: string; summary: string; formedOn: string | null } }>(),
  suggest: ({ facts: f }) => ({ ...f.now, formedOn: f.now.formedOn ?? undefined }),
  decide: ({ input: i, facts: f, on }) => [
    ...(i.formedOn !== undefined && i.formedOn > on ? [refuse('achievement.formed_later', {}, { at: ['formedOn'] })] : []),
    happened(
      'achievement.amended',
      { achievement: f.achievement, ...i },
      {
        owes: [
          {
            duty: 'achievement.register',
            owner: { role: 'TT' },
            metBy: ['achievement.registered', 'disclosure.returned'],
            clause: '004:6',
            force: 'must',
          },
        ],
      },
    ),
  ],
});
