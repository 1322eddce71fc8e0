import { type RawBuilder, sql } from 'kysely';
import { facts, happened, houseCommand } from '../../kernel/command.ts';
import { type Field, fields } from '../../kernel/field.ts';
import { day, money, note, record, share, text, yesNo } from '../../kernel/field-kinds.ts';
import { isId } from '../../kernel/id.ts';
import { fenOf, writeYuan } from '../../kernel/money.ts';
import { isWrong, wrong } from '../../kernel/parsed.ts';
import { floor, multiply, type Ratio, ratio } from '../../kernel/ratio.ts';
import { refuse, refuseField } from '../../kernel/refusal.ts';
import { type Correctable, type Procedure, wire } from '../procedure.ts';
import { type Apply, type EventSeen, insert, type Table, update } from '../write.ts';

type Kind = Correctable['is'];
/** A share to 0.01%, as hundredths of a percent. */
const hundredths: Field<bigint> = {
  shape: share().shape,
  read: (raw) => {
    const read = share().read(raw);
    if (isWrong(read)) return read;
    const exact: Ratio = multiply(read.value, ratio(10_000n));
    return exact.d === 1n ? { value: floor(exact) } : wrong('share.precision');
  },
};
const kinds: Readonly<Record<Kind, Field<unknown>>> = { money: money(), day: day(), text: text(400), share: hundredths };
/** As it is shown and typed: '282150.00', '28.00%'. */
function stored(is: Kind, value: unknown): string {
  if (is === 'money') return writeYuan(value as bigint);
  return is === 'share' ? `${writeYuan(value as bigint)}%` : String(value);
}
/** As the row keeps it. */
function kept(is: Kind, written: string): string | bigint {
  if (is === 'money') return fenOf(written);
  return is === 'share' ? fenOf(written.replace('%', '')) : written;
}

type Target = { readonly correctable: Correctable; readonly old: string } | undefined;

/** Asks for a correction (更正): the old value stays until a second person has approved. */
const askCorrection = houseCommand('correction.ask', {
  action: 'T09:P',
  brings: ['correction.asked'],
  asks: [],
  refuses: ['correction.not_correctable', 'correction.no_change'],
  input: fields({ table: text(40), row: text(40), field: text(40), value: text(400), reason: note(1000) }),
  facts: facts<Target>(),
  decide: ({ input, facts: target, on, id }) => {
    if (!target) return [refuse('correction.not_correctable', { field: input.field }, { at: ['field'] })];
    const { is, impossible } = target.correctable;
    const value = kinds[is].read(input.value);
    if (isWrong(value)) return [refuseField({ ...value.wrong, at: ['value'] })];
    const next = stored(is, value.value);
    if (next === target.old) return [refuse('correction.no_change', {}, { at: ['value'] })];
    const code = impossible?.(next, on);
    if (code) return [refuseField({ code, facts: {}, at: ['value'] })];
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
  /** The row's correctable fields as they are now, as they would be typed. */
  readonly values: Values;
};
type Values = Readonly<Record<string, string>>;

/** A second person approves or declines. What the value was in stays as it was; what depends on it is superseded. */
const decideCorrection = houseCommand('correction.decide', {
  action: 'T10:D',
  brings: ['record.corrected', 'correction.declined'],
  asks: [],
  refuses: ['correction.already_decided', 'correction.same_person', 'correction.overtaken'],
  input: fields({ correction: record('corrections'), approve: yesNo() }),
  facts: facts<Asked | undefined>(),
  decide: ({ input, facts: asked, actor }) => {
    if (asked?.state !== 'asked') return [refuse('correction.already_decided')];
    if (asked.asked_by === actor.person) return [refuse('correction.same_person')];
    const { tbl: table, row_id: row, field, old_value, new_value } = asked;
    if (!input.approve) return [happened('correction.declined', { correction: input.correction })];
    if (asked.values[field] !== old_value) return [refuse('correction.overtaken', { old: old_value, now: asked.values[field] ?? null })];
    const { is = 'text', documents = [] } = asked.correctable ?? {};
    const values = { ...asked.values, [field]: new_value };
    const data = { correction: input.correction, table, row, field, is, old: old_value, new: new_value, values, documents: [...documents] };
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
  /** All correctable fields of the row, as they are with the correction. */
  readonly values: Values;
  readonly documents: readonly string[];
};
type AskedData = Omit<CorrectedData, 'documents' | 'values'> & { readonly reason: string };

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
    { table: d.table as Table, op: 'update', id: d.row, row: { id: d.row, [d.field]: kept(d.is, d.new) } },
  ],
};

type Declared = Readonly<Record<string, Correctable>>;
function typed(is: Kind, field: string): RawBuilder<unknown> {
  if (is === 'text' || is === 'day') return sql`x.${sql.ref(field)}::text`;
  return is === 'money' ? sql`yuan(x.${sql.ref(field)})` : sql`yuan(x.${sql.ref(field)}) || '%'`;
}
/** The declared fields of one row of one table, as they would be typed. */
const valuesOf = (table: string, declared: Declared, row: RawBuilder<unknown>, of: RawBuilder<unknown>): RawBuilder<Values | null> => sql`
  (select jsonb_strip_nulls(jsonb_build_object(${sql.join(
    Object.entries(declared).flatMap(([field, { is }]) => [sql.lit(field), typed(is, field)]),
  )})) from ${sql.table(table)} x where x.id = ${row} and x.case_id = ${of})`;

export function correctionCommands(procedures: ReadonlyMap<string, Procedure>) {
  const declared = new Map<string, Declared>();
  for (const p of procedures.values())
    for (const [table, fieldsOf] of Object.entries(p.correctable ?? {})) declared.set(table, { ...declared.get(table), ...fieldsOf });
  return [
    wire(askCorrection, async (db, about): Promise<Target> => {
      const { table = '', row = '', field = '' } = about.input ?? {};
      const correctable = declared.get(table)?.[field];
      if (!correctable || !isId(row)) return undefined;
      const values = valuesOf(table, declared.get(table)!, sql`${row}::uuid`, sql`${about.case}::uuid`);
      const { values: found } = await db.selectNoFrom(values.as('values')).executeTakeFirstOrThrow();
      const old = found?.[field];
      return old === undefined ? undefined : { correctable, old };
    }),
    wire(decideCorrection, async (db, about): Promise<Asked | undefined> => {
      const byTable = [...declared].map(
        ([table, d]) => sql`when ${sql.lit(table)} then ${valuesOf(table, d, sql`c.row_id::uuid`, sql`c.case_id`)}`,
      );
      const asked = await db
        .selectFrom('correction as c')
        .select(['c.state', 'c.asked_by', 'c.tbl', 'c.row_id', 'c.field', 'c.old_value', 'c.new_value'])
        .select(sql<Values | null>`case c.tbl ${sql.join(byTable, sql` `)} end`.as('values'))
        .where('c.id', '=', about.input?.correction ?? about.case)
        .where('c.case_id', '=', about.case)
        .executeTakeFirst();
      return asked && { ...asked, values: asked.values ?? {}, correctable: declared.get(asked.tbl)?.[asked.field] };
    }),
  ];
}
