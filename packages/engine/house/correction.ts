import { sql } from 'kysely';
import { facts, happened, houseCommand } from '../../kernel/command.ts';
import { type Field, fields } from '../../kernel/field.ts';
import { day, money, note, record, text, yesNo } from '../../kernel/field-kinds.ts';
import { writeYuan } from '../../kernel/money.ts';
import { isWrong } from '../../kernel/parsed.ts';
import { refuse, refuseField } from '../../kernel/refusal.ts';
import type { Connection } from '../database.ts';
import { type Correctable, type Procedure, wire } from '../procedure.ts';
import { type Apply, type EventSeen, insert, type Table, update } from '../write.ts';

const kinds: Readonly<Record<Correctable['is'], Field<unknown>>> = { money: money(), day: day(), text: text(400) };
const stored = (is: Correctable['is'], value: unknown): string => (is === 'money' ? writeYuan(value as bigint) : String(value));

type Target = { readonly correctable: Correctable; readonly old: string } | undefined;

/** Asks for a correction (更正): the old value stays until a second person has approved. */
const askCorrection = houseCommand('correction.ask', {
  action: 'T09:P',
  brings: ['correction.asked'],
  asks: [],
  refuses: ['correction.not_correctable', 'correction.no_change'],
  input: fields({ table: text(40), row: text(40), field: text(40), value: text(400), reason: note(1000) }),
  facts: facts<Target>(),
  decide: ({ input, facts: target, id }) => {
    if (!target) return [refuse('correction.not_correctable', { field: input.field }, { at: ['field'] })];
    const { is } = target.correctable;
    const value = kinds[is].read(input.value);
    if (isWrong(value)) return [refuseField({ ...value.wrong, at: ['value'] })];
    const next = stored(is, value.value);
    if (next === target.old) return [refuse('correction.no_change', {}, { at: ['value'] })];
    const { table, row, field, reason } = input;
    return [happened('correction.asked', { correction: id(), table, row, field, is, old: target.old, new: next, reason })];
  },
});

type Asked = {
  readonly state: string;
  readonly asked_by: string;
  readonly tbl: string;
  readonly row_id: string;
  readonly field: string;
  readonly old_value: string;
  readonly new_value: string;
  readonly correctable: Correctable | undefined;
};

/** A second person approves or declines. What the value was in stays as it was; what depends on it is superseded. */
const decideCorrection = houseCommand('correction.decide', {
  action: 'T10:D',
  brings: ['record.corrected', 'correction.declined'],
  asks: [],
  refuses: ['correction.already_decided', 'correction.same_person'],
  input: fields({ correction: record('corrections'), approve: yesNo() }),
  facts: facts<Asked | undefined>(),
  decide: ({ input, facts: asked, actor }) => {
    if (asked?.state !== 'asked') return [refuse('correction.already_decided')];
    if (asked.asked_by === actor.person) return [refuse('correction.same_person')];
    const { tbl: table, row_id: row, field, old_value, new_value } = asked;
    if (!input.approve) return [happened('correction.declined', { correction: input.correction })];
    const { is = 'text', documents = [] } = asked.correctable ?? {};
    const data = { correction: input.correction, table, row, field, is, old: old_value, new: new_value, documents: [...documents] };
    return [happened('record.corrected', data)];
  },
});

export type CorrectedData = {
  readonly correction: string;
  readonly table: string;
  readonly row: string;
  readonly field: string;
  readonly is: Correctable['is'];
  readonly old: string;
  readonly new: string;
  readonly documents: readonly string[];
};
type AskedData = Omit<CorrectedData, 'documents'> & { readonly reason: string };

export const correctionApply: Apply = {
  'correction.asked': ({ data: d, on, actor }: EventSeen<AskedData>) => [
    insert('correction', {
      id: d.correction,
      tbl: d.table,
      row_id: d.row,
      field: d.field,
      old_value: d.old,
      new_value: d.new,
      reason: d.reason,
      asked_by: actor!,
      asked_on: on,
      state: 'asked',
    }),
  ],
  'correction.declined': ({ data: d, on, actor }: EventSeen<{ correction: string }>) => [
    update('correction', d.correction, { state: 'declined', decided_by: actor, decided_on: on }),
  ],
  'record.corrected': ({ data: d, on, actor }: EventSeen<CorrectedData>) => [
    update('correction', d.correction, { state: 'approved', decided_by: actor, decided_on: on }),
    { table: d.table as Table, op: 'update', id: d.row, row: { id: d.row, [d.field]: d.is === 'money' ? inFen(d.new) : d.new } },
  ],
};
const inFen = (yuan: string): string => yuan.replace('.', '');

/** Reads one declared field of one row of the case, as it would be typed. */
async function readTarget(
  db: Connection,
  o: { case: string; table: string; row: string; field: string },
  c: Correctable,
): Promise<string | undefined> {
  const { rows } = await sql<{ value: string | null }>`
    select ${sql.ref(o.field)}::text as value from ${sql.table(o.table)} where id = ${o.row}::uuid and case_id = ${o.case}`.execute(db);
  const value = rows[0]?.value;
  return value === undefined || value === null ? undefined : c.is === 'money' ? writeYuan(BigInt(value)) : value;
}

const uuid = /^[0-9a-f-]{36}$/;

export function correctionCommands(procedures: ReadonlyMap<string, Procedure>) {
  const declared = (table: string, field: string): Correctable | undefined =>
    [...procedures.values()].map((p) => p.correctable?.[table]?.[field]).find((c) => c !== undefined);
  return [
    wire(askCorrection, async (db, about): Promise<Target> => {
      const { table = '', row = '', field = '' } = about.input ?? {};
      const correctable = declared(table, field);
      if (!correctable || !uuid.test(row)) return undefined;
      const old = await readTarget(db, { case: about.case, table, row, field }, correctable);
      return old === undefined ? undefined : { correctable, old };
    }),
    wire(decideCorrection, async (db, about): Promise<Asked | undefined> => {
      const asked = await db
        .selectFrom('correction')
        .select(['state', 'asked_by', 'tbl', 'row_id', 'field', 'old_value', 'new_value'])
        .where('id', '=', about.input?.correction ?? about.case)
        .where('case_id', '=', about.case)
        .executeTakeFirst();
      return asked && { ...asked, correctable: declared(asked.tbl, asked.field) };
    }),
  ];
}
