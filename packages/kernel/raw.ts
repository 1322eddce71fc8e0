/** A record as a file or a request brings it, before anything of it has been read. */
export type Raw = Readonly<Record<string, unknown>>;
export const isRecord = (raw: unknown): raw is Raw => typeof raw === 'object' && raw !== null && !Array.isArray(raw);
