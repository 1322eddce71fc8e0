/** What tests read of the OpenAPI document. */
export type Schema = {
  readonly type?: string;
  readonly format?: string;
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly examples?: readonly string[];
  readonly minimum?: number;
  readonly minItems?: number;
  readonly maxLength?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
};
export type Operation = {
  readonly operationId: string;
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly open: boolean;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[];
  readonly body?: { readonly kind: string; readonly schema: Schema };
};
type Raw = {
  readonly operationId: string;
  readonly security?: readonly unknown[];
  readonly parameters?: Operation['parameters'];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
};
export type Document = { readonly paths: Readonly<Record<string, Readonly<Record<string, Raw>>>> };

/** Every operation of the document, flat. */
export function operationsOf(document: Document): Operation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, o]) => {
      const [kind, content] = Object.entries(o.requestBody?.content ?? {})[0] ?? [];
      return {
        operationId: o.operationId,
        method: method.toUpperCase() as Operation['method'],
        path,
        open: o.security?.length === 0,
        parameters: o.parameters ?? [],
        ...(kind && content ? { body: { kind, schema: content.schema } } : {}),
      };
    }),
  );
}

/** A value that fits the schema, its ids and texts as the filler gives them. */
export function sample(schema: Schema, fill: (register: string | undefined) => string): unknown {
  if (schema.properties) return Object.fromEntries(Object.entries(schema.properties).map(([k, s]) => [k, sample(s, fill)]));
  if (schema.type === 'array') return Array.from({ length: Math.max(1, schema.minItems ?? 0) }, () => sample(schema.items ?? {}, fill));
  if (schema.type === 'boolean') return true;
  if (schema.type === 'integer') return schema.minimum ?? 0;
  if (schema.type === 'object') return {};
  if (schema.format === 'date') return '2026-01-05';
  return (
    schema.enum?.[0] ?? schema.examples?.[0] ?? fill(schema.format === 'uuid' ? schema.description : undefined).slice(0, schema.maxLength)
  );
}

/** Whether a value that fits the schema names records. */
export const namesRecords = (schema: Schema): boolean =>
  schema.format === 'uuid' || [...Object.values(schema.properties ?? {}), ...(schema.items ? [schema.items] : [])].some(namesRecords);
