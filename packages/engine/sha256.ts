import { createHash } from 'node:crypto';

/** In hexadecimal, as it stands in the database beside what it was made of. */
export const sha256 = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');
