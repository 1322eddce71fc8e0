import type { Language } from '../../packages/catalogue/facts.ts';
import { sentenceOf } from '../../packages/catalogue/sentences.ts';
import { PacksAtFault } from '../../packages/engine/law-shelf.ts';
import { MustBeAccepted } from '../../packages/engine/must.ts';
import { faultLine } from './fault-line.ts';
import { UserFault } from './user-fault.ts';

/** What to tell whoever started a program that gave up. Undefined: it is our fault, and its trace is what helps. */
export function whyItGaveUp(e: unknown, language: Language): string | undefined {
  if (e instanceof PacksAtFault) return `the packs have faults\n${e.faults.map((f) => faultLine(f, language)).join('\n')}`;
  if (e instanceof MustBeAccepted) {
    const why = e.refusals.map((r) => `${r.at?.join('.') ?? ''} ${sentenceOf(r, language)}`.trim());
    return `${e.ask.command} ${JSON.stringify(e.ask.input)}\n${why.join('\n')}`;
  }
  if (e instanceof AggregateError) return whyItGaveUp(e.errors[0], language); // every address of a host name was tried
  if (!(e instanceof Error)) return undefined;
  // A bug of ours is an error of a kind of its own; systems and databases answer with a code, and what we found wrong is an Error.
  const { code } = e as { code?: unknown };
  return e.constructor === Error || e instanceof UserFault || typeof code === 'string' ? e.message : undefined;
}
