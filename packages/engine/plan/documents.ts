import type { Issue } from '../../kernel/brings.ts';
import type { Context } from '../context.ts';
import { type EventSeen, insert, json, update } from '../write.ts';
import type { CaseState, Ink, Mutable } from './planned.ts';

/** The documents of the tree while it is planned: a new version supersedes the one before. */
export class Documents {
  readonly #ink: Ink;
  readonly #issued: Mutable<Context['issued'][number]>[];

  constructor(ink: Ink) {
    this.#ink = ink;
    this.#issued = ink.options.context.issued.map((d) => ({ ...d }));
  }

  issue(c: CaseState, d: Issue, e: EventSeen): void {
    const { newId, institution } = this.#ink.options;
    const id = newId();
    const earlier = this.#issued.filter((x) => x.case === c.id && x.kind === d.kind);
    this.#supersede(earlier);
    const version = Math.max(0, ...earlier.map((x) => x.version)) + 1;
    this.#issued.push({ id, case: c.id, kind: d.kind, version, state: 'issued' });
    const { kind, title } = d;
    const row = { id, case_id: c.id, seq: e.seq, kind, version, title, model: json(d.model), state: 'issued', issued_on: e.on };
    this.#ink.writes.push(insert('document', row));
    this.#ink.mentions.push({ kind: 'subject', about: c.id, what: 'document', ref: id, case: c.id });
    this.#ink.jobs.push({ queue: 'document-render', data: { document: id, case: c.id, institution } });
  }
  /** Issued documents that no longer say what holds: those of a case, or those of some kinds anywhere in the tree. */
  supersede(which: { readonly case: string } | { readonly kinds: readonly string[] }): void {
    this.#supersede(this.#issued.filter((d) => ('case' in which ? d.case === which.case : which.kinds.includes(d.kind))));
  }

  #supersede(documents: readonly Mutable<Context['issued'][number]>[]): void {
    for (const d of documents.filter((x) => x.state === 'issued')) {
      d.state = 'superseded';
      this.#ink.writes.push(update('document', d.id, { state: 'superseded' }));
    }
  }
}
