type Schema = Readonly<Record<string, unknown>>;
const isSchema = (x: unknown): x is Schema => typeof x === 'object' && x !== null && !Array.isArray(x);

/**
 * A response's schema as the serialiser gets it: an object declared to hold anything is handed over whole, which the engine's own
 * JSON writes several times faster than key by key. What else is declared still leaves only as declared.
 */
export function withOpenObjects(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withOpenObjects);
  if (!isSchema(schema)) return schema;
  if (schema.type === 'object' && schema.additionalProperties === true && schema.properties === undefined) return {};
  return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, withOpenObjects(value)]));
}
