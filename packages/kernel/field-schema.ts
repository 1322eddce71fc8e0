import type { FieldShape } from './field.ts';

/** JSON Schema of a field as it travels: what the OpenAPI document says of a command's input. */
export type Schema = { readonly [key: string]: unknown };

const texts: Readonly<Record<string, Schema>> = {
  money: { type: 'string', description: '元，至多两位小数 / yuan, at most two decimals', examples: ['297000.00'] },
  share: { type: 'string', description: '0%–100%', examples: ['95%', '1/3'] },
  points: { type: 'string', examples: ['12', '12.5'] },
  recurrence: { type: 'string', examples: ['每季度', '每2个月'] },
  day: { type: 'string', format: 'date' },
  period: { type: 'string', examples: ['15日', '5个工作日'] },
};

function schemaOf(shape: FieldShape): Schema {
  if (shape.kind === 'group') return recordSchema(shape.fields ?? {});
  if (shape.kind === 'list' || shape.kind === 'shares' || shape.kind === 'scores') {
    const { least, most } = shape;
    return { type: 'array', items: schemaOf(shape.of!), ...(least ? { minItems: least } : {}), ...(most ? { maxItems: most } : {}) };
  }
  if (shape.kind === 'yes-no') return { type: 'boolean' };
  if (shape.kind === 'count') return { type: 'integer', minimum: 0, maximum: shape.most };
  if (shape.register) return { type: 'string', format: 'uuid', description: shape.register };
  if (shape.options) return { type: 'string', enum: shape.options };
  return texts[shape.kind] ?? { type: 'string', maxLength: shape.most };
}

export function recordSchema(fields: Readonly<Record<string, FieldShape>>): Schema {
  const required = Object.entries(fields)
    .filter(([, f]) => f.required)
    .map(([k]) => k);
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(Object.entries(fields).map(([k, f]) => [k, schemaOf(f)])),
    ...(required.length > 0 ? { required } : {}),
  };
}
