import { commandsOf, facts, happened } from '../../kernel/command.ts';
import { fields } from '../../kernel/field.ts';
import { choice, day, note, text } from '../../kernel/field-kinds.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { OwnershipFile } from './decisions.ts';
import type { Term } from './determination.ts';
import { ownership } from './procedure.ts';
import { ownershipTerms, templates } from './rules.ts';

// The clauses of the agreement: taken from a template, changed, taken out, and what the parties bring by them.
const command = commandsOf(ownership);
const action = 'T34:P';
const brought: Readonly<Record<string, string>> = {
  'enterprise-funds': 'enterprise',
  'enterprise-place': 'enterprise',
  'enterprise-facilities': 'enterprise',
  'enterprise-team': 'enterprise',
  'researcher-people': 'researcher',
};

/** Takes the clauses of a template into the agreement, word for word, each marked as what it is; what a party brings becomes a line to fill. */
export const insertTerms = command('terms.insert', {
  action,
  brings: ['terms.inserted'],
  asks: [ownershipTerms],
  refuses: ['terms.no_template', 'terms.inserted_already'],
  input: fields({ template: choice(...templates) }),
  facts: facts<OwnershipFile>(),
  ground: ({ input, on }) => ({ given: { template: input?.template }, dates: { agreedOn: on } }),
  decide: ({ input: i, facts: f, law, id, sentence }) => {
    const answer = law['ownership-terms'];
    if (!answer) return [refuse('terms.no_template', { template: i.template }, { at: ['template'] })];
    if (f.terms.some((t) => t.template === i.template))
      return [refuse('terms.inserted_already', { template: i.template }, { at: ['template'] })];
    const terms = answer.trace.considered
      .filter((c) => c.because === 'applies')
      .map((c) => {
        const effects = [c.value].flat().map(String);
        const term = id();
        const resources = effects.flatMap((e) => (brought[e] ? [{ row: id(), kind: e, side: brought[e] }] : []));
        return { row: term, clause: c.clause, effects, words: sentence(c.clause) ?? '', informative: c.force !== 'must', resources };
      });
    return [happened('terms.inserted', { template: i.template, terms })];
  },
});

const termOf = (f: OwnershipFile, row: string): Term | undefined => f.terms.find((t) => t.row === row);

/** The words of a clause are the parties' to change; where it came from stays beside it. */
export const editTerm = command('term.edit', {
  action,
  brings: ['term.edited'],
  asks: [],
  refuses: ['terms.no_term'],
  input: fields({ term: text(60), words: note(2000) }),
  facts: facts<OwnershipFile>(),
  decide: ({ input: i, facts: f }) =>
    termOf(f, i.term) ? [happened('term.edited', { ...i })] : [refuse('terms.no_term', {}, { at: ['term'] })],
});

/** A clause taken out has no effect any more: what it said of the owner falls back to what the texts say. */
export const removeTerm = command('term.remove', {
  action,
  brings: ['term.removed'],
  asks: [],
  refuses: ['terms.no_term'],
  input: fields({ term: text(60), reason: note(500) }),
  facts: facts<OwnershipFile>(),
  decide: ({ input: i, facts: f }) => {
    const term = termOf(f, i.term);
    if (!term) return [refuse('terms.no_term', {}, { at: ['term'] })];
    const resources = f.resources.filter((r) => r.clause === term.clause).map((r) => r.row);
    return [happened('term.removed', { ...i, clause: term.clause, resources })];
  },
});

/** How much of a resource a party brings, and by when: no line stays open in an agreement. */
export const fillResource = command('resource.fill', {
  action,
  brings: ['resource.filled'],
  asks: [],
  refuses: ['resource.unknown'],
  input: fields({ resource: text(60), quantity: text(120), dueOn: day() }),
  facts: facts<OwnershipFile>(),
  suggest: ({ facts: f }) => ({ resource: f.resources.find((r) => r.quantity === null)?.row }),
  decide: ({ input: i, facts: f }) =>
    f.resources.some((r) => r.row === i.resource)
      ? [happened('resource.filled', { ...i })]
      : [refuse('resource.unknown', {}, { at: ['resource'] })],
});
