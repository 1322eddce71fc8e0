import { type Ask, recordedFields } from '../../packages/engine/ask.ts';
import type { Wired } from '../../packages/engine/procedure.ts';
import { type Field, fields, optional } from '../../packages/kernel/field.ts';
import { count, text } from '../../packages/kernel/field-kinds.ts';
import { recordSchema } from '../../packages/kernel/field-schema.ts';
import { parsed } from '../../packages/kernel/parsed.ts';
import { refuseField } from '../../packages/kernel/refusal.ts';
import { Refusing } from './problem.ts';

/** Read by the engine, which knows the command's own fields. */
const asGiven: Field<unknown> = { shape: { kind: 'group', required: false }, read: parsed };
const foreseen = { input: asGiven, recorded: asGiven };
const sent = { ...foreseen, key: optional(text(80)), seen: optional(count(2_000_000_000)) };
const on = { case: optional(text(40)) };
const readers = {
  send: { root: fields(sent), case: fields({ ...on, ...sent }) },
  preview: { root: fields(foreseen), case: fields({ ...on, ...foreseen }) },
};

/** What a body asks of a command. A key that means nothing is refused: a misspelt `recorded` would be an act of one's own. */
export function askOf(wired: Wired, body: unknown, way: keyof typeof readers): Ask {
  const read = readers[way][wired.opens === 'root' ? 'root' : 'case'].read(body);
  if ('wrongs' in read) throw new Refusing(...read.wrongs.map(refuseField));
  const said = Object.entries(read.values).filter(([, value]) => value !== undefined && value !== null);
  return { input: undefined, ...Object.fromEntries(said), command: wired.command.name };
}

/** The same as JSON Schema, with the command's own input. */
export function askSchema({ command, opens }: Wired): object {
  const input = recordSchema(command.input.shape);
  const required = [...(opens === 'root' ? [] : ['case']), ...('required' in input ? ['input'] : [])];
  return {
    type: 'object',
    additionalProperties: false,
    ...(required.length > 0 ? { required } : {}),
    properties: {
      ...(opens === 'root' ? {} : { case: { type: 'string', format: 'uuid', description: 'the case it acts on' } }),
      input,
      key: { type: 'string', maxLength: 80, description: 'the same key asks the same thing once' },
      seen: { type: 'integer', minimum: 0, description: 'the last event seen of the case' },
      ...(command.recordable ? { recorded: recordSchema(recordedFields.shape) } : {}),
    },
  };
}
