import type { Happened } from '../../kernel/command.ts';
import { canonical } from '../../kernel/json.ts';
import { sha256 } from '../sha256.ts';
import type { EventSeen } from '../write.ts';
import type { CaseState, Ink, PlannedEvent } from './planned.ts';

/** A UUID (version 8) that is a hash of the name. */
function derivedId(name: string): string {
  const hex = sha256(name);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Puts the event at the end of its case's chain, and into the index under its clauses, parties and papers. */
export function append(
  ink: Ink,
  c: CaseState,
  happened: Happened,
  clauses: readonly string[],
): { readonly event: PlannedEvent; readonly seen: EventSeen } {
  const { at, on, actor, command, recorded } = ink.options;
  c.seq += 1;
  const body = canonical({
    stream: c.id,
    seq: c.seq,
    type: happened.event,
    at,
    on,
    actor,
    ...(recorded ? { decidedBy: recorded.decidedBy, paper: recorded.paper } : {}),
    command,
    clauses,
    data: happened.data,
  });
  const bodyHash = sha256(body);
  const hash = sha256(c.head + bodyHash);
  const event = { stream: c.id, seq: c.seq, type: happened.event, body, bodyHash, prev: c.head, hash, clauses, closing: false };
  c.head = hash;

  const ref = `${c.id}/${c.seq}`;
  const papers = [...(happened.brings.papers ?? []), ...(recorded?.paper ? [recorded.paper] : [])];
  for (const about of clauses) ink.mentions.push({ kind: 'clause', about, what: 'event', ref, case: c.id });
  for (const about of happened.brings.about ?? []) ink.mentions.push({ kind: 'party', about, what: 'event', ref, case: c.id });
  for (const about of papers) ink.mentions.push({ kind: 'subject', about, what: 'event', ref, case: c.id });
  const { id, seq } = c;
  const rowId = (name: string): string => derivedId(`${id}/${seq}/${name}`);
  return { event, seen: { type: happened.event, data: happened.data, case: id, seq, on, at, actor, rowId } };
}
