import { Problem } from '../api/client.ts';
import type { Words } from '../words/words.ts';

/** What went wrong, in the reader's language: the refusals of a problem, else what the browser said. */
export const faultWords = (error: Error, { refusal }: Words): string =>
  (error instanceof Problem ? error.refusals.map((r) => refusal(r.code, r.facts)).join(' ') : '') || error.message;
