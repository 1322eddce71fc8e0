import type { Language } from '../../packages/catalogue/facts.ts';
import { sentenceOf, wordOf } from '../../packages/catalogue/sentences.ts';
import type { Engine } from '../../packages/engine/engine.ts';
import { cited } from '../../packages/kernel/chart.ts';
import { type Refusal, refuse } from '../../packages/kernel/refusal.ts';

/** The one place where a refusal becomes an HTTP status. What is not named here is a fault in what was asked: 422. */
const statuses: Readonly<Record<string, number>> = {
  'body.not_json': 400,
  'body.unreadable': 400,
  'address.form': 400,
  'session.none': 401,
  'sign_in.wrong': 401,
  'may.not': 403,
  'act.academic_only': 403,
  'act.licensed_exclusively': 403,
  'act.not_an_owner': 403,
  'origin.foreign': 403,
  'case.not_found': 404,
  'route.not_found': 404,
  'command.unknown': 404,
  'document.not_made': 409,
  'case.changed': 409,
  'case.withdrawn': 409,
  'chart.no_place': 409,
  'command.key_reused': 409,
  'hold.taken': 409,
  'record.exists': 409,
  'body.too_large': 413,
  'file.too_large': 413,
  'body.other_kind': 415,
  'file.kind_not_allowed': 415,
  'sign_in.too_often': 429,
  'fault.internal': 500,
};
export const statusOf = (code: string): number => statuses[code] ?? 422;

/** RFC 9457, with every refusal as data and as a sentence. The title is the kind's, the detail is what happened this time. */
export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly refusals: readonly Told[];
};
export type Told = {
  readonly code: string;
  readonly how: Refusal['how'];
  readonly sentence: string;
  readonly clauses: readonly { readonly id: string; readonly cite: string }[];
  readonly facts: Refusal['facts'];
  readonly at: readonly (string | number)[];
};

/** Who is told: in which language, and by whose texts clauses are called. */
export type Reader = { readonly language: Language; readonly institution: string };

export function tell(engine: Engine, r: Refusal, { language, institution }: Reader): Told {
  return {
    code: r.refused,
    how: r.how,
    sentence: sentenceOf(r, language),
    clauses: cited(r.clause).map((id) => ({ id, cite: engine.law.cite(id, institution) })),
    facts: r.facts,
    at: r.at ?? [],
  };
}

export function problemOf(engine: Engine, refusals: readonly Refusal[], reader: Reader): Problem {
  const told = refusals.map((r) => tell(engine, r, reader));
  const code = told[0]?.code ?? 'none';
  const status = statusOf(code);
  return {
    type: `tag:tongtu,2026:refusal:${code}`,
    title: wordOf(`problem:${status}`, reader.language),
    status,
    detail: told.map((t) => t.sentence).join('\n'),
    refusals: told,
  };
}

/** Refuses from within a route: the error handler makes the problem of it. */
export class Refusing extends Error {
  readonly refusals: readonly Refusal[];
  constructor(...refusals: readonly Refusal[]) {
    super(refusals.map((r) => r.refused).join(', '));
    this.refusals = refusals;
  }
}
export const refuseWith = (code: string, facts: Refusal['facts'] = {}): never => {
  throw new Refusing(refuse(code, facts));
};
