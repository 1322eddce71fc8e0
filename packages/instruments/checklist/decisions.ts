import { type Item, lacking, type Standing } from '../../kernel/checklist.ts';
import { commandsOf, facts, happened } from '../../kernel/command.ts';
import { fields, optional } from '../../kernel/field.ts';
import { note, paper, text } from '../../kernel/field-kinds.ts';
import type { JsonRecord } from '../../kernel/json.ts';
import { type Refusal, refuse, unmet, warn } from '../../kernel/refusal.ts';
import { checklist } from './procedure.ts';

export type Checklist = {
  readonly items: readonly (Item & { readonly row: string })[];
  readonly standings: readonly Standing[];
};

/** The opening data of a checklist: the items as the law gave them, and the role that owes it. */
export const listed = (o: { readonly items: readonly Item[]; readonly owner: string }): JsonRecord => ({
  items: o.items.map((i) => ({ ...i })),
  owner: o.owner,
});

const command = commandsOf(checklist);

/** One item: the paper or the words that show it, or the reason why it does not apply. A later entry replaces an earlier one. */
export const settleItem = command('item.settle', {
  action: 'T30:P',
  brings: ['item.settled'],
  asks: [],
  refuses: ['checklist.unknown_item', 'checklist.nothing_said', 'checklist.both_said'],
  input: fields({ item: text(60), paper: optional(paper()), words: optional(note(1000)), notApplicable: optional(note(1000)) }),
  facts: facts<Checklist>(),
  suggest: ({ facts: f }) => ({ item: f.items.find((i) => !f.standings.some((s) => s.item === i.id))?.id ?? f.items[0]?.id }),
  decide: ({ input: i, facts: f }) => {
    const item = f.items.find((x) => x.id === i.item);
    if (!item) return [refuse('checklist.unknown_item', { item: i.item }, { at: ['item'] })];
    const shown = i.paper !== undefined || i.words !== undefined;
    if (shown && i.notApplicable !== undefined) return [refuse('checklist.both_said', { item: item.title }, { at: ['notApplicable'] })];
    if (!shown && i.notApplicable === undefined)
      return [refuse('checklist.nothing_said', { item: item.title }, { clause: item.clause, at: ['words'] })];
    return [happened('item.settled', { row: item.row, title: item.title, ...i }, i.paper ? { papers: [i.paper] } : {})];
  },
});

/** The list is complete: nothing that a text says must be there lacks. What it says should be there is only remarked. */
export const completeChecklist = command('checklist.complete', {
  action: 'T30:P',
  brings: ['checklist.completed'],
  asks: [],
  refuses: ['checklist.lacks', 'checklist.lacks_advised'],
  input: fields({}),
  facts: facts<Checklist>(),
  ready: ({ facts: f }) => lacks(f).filter((r) => r.how !== 'warning'),
  decide: ({ facts: f }) => [...lacks(f), happened('checklist.completed', { items: f.items.length })],
});

/** Each clause speaks for the items it wants, in its own name. */
function lacks(f: Checklist): Refusal<'checklist.lacks' | 'checklist.lacks_advised'>[] {
  const { must, may } = lacking(f.items, f.standings);
  const byClause = (items: readonly Item[]): (readonly [string, string[]])[] =>
    [...new Set(items.map((i) => i.clause))].map((c) => [c, items.filter((i) => i.clause === c).map((i) => i.title)] as const);
  return [
    ...byClause(must).map(([clause, items]) => unmet('checklist.lacks', clause, { items })),
    ...byClause(may).map(([clause, items]) => warn('checklist.lacks_advised', clause, { items })),
  ];
}
