import { facts, happened, houseCommand } from '../../kernel/command.ts';
import { fields } from '../../kernel/field.ts';
import { choice, count, text } from '../../kernel/field-kinds.ts';
import { refuse } from '../../kernel/refusal.ts';
import { run } from '../database.ts';
import { wire } from '../procedure.ts';
import { type Apply, type EventSeen, insert } from '../write.ts';

export const paperKinds = ['minutes', 'scan', 'picture', 'recording', 'agreement', 'report', 'other'] as const;

/** Files a paper in a case: whose bytes, by whom, when. Its event is its place in the chain. */
const filePaper = houseCommand('paper.file', {
  action: 'T53:P',
  brings: ['paper.filed'],
  asks: [],
  refuses: ['paper.no_bytes'],
  input: fields({ kind: choice(...paperKinds), title: text(200), mediaType: text(100), size: count(200_000_000), sha256: text(64) }),
  facts: facts<{ readonly known: boolean }>(),
  decide: ({ input, facts: f, id }) =>
    f.known ? [happened('paper.filed', { paper: id(), ...input })] : [refuse('paper.no_bytes', {}, { at: ['sha256'] })],
});

type Filed = { paper: string; kind: string; title: string; mediaType: string; size: number; sha256: string };
export const paperApply: Apply = {
  'paper.filed': ({ data: d, seq, at, actor }: EventSeen<Filed>) => [
    insert('paper', {
      id: d.paper,
      seq,
      kind: d.kind,
      title: d.title,
      media_type: d.mediaType,
      size: d.size,
      sha256: d.sha256,
      filed_at: at,
      filed_by: actor,
    }),
  ],
};
export const paperCommands = [
  // Its bytes were stored by the route: a hash alone, from a client, could name what another has filed.
  wire(
    filePaper,
    async (db, about) => {
      const [row] = await run<{ known: boolean }>(db, 'select file_known($1) as known', [about.input?.sha256 ?? '']);
      return row!;
    },
    { afterwards: true, unrouted: true },
  ),
];
