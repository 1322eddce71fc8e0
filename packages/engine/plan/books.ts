import type { Posting } from '../../kernel/brings.ts';
import { type EventSeen, insert } from '../write.ts';
import type { Ink } from './planned.ts';

/** Books the lines of one event, which balance to the fen; a line of nothing is not booked. */
export function book(ink: Ink, posts: readonly Posting[], e: EventSeen): void {
  const balance = posts.reduce((sum, p) => sum + (p.debit ?? 0n) - (p.credit ?? 0n), 0n);
  if (balance !== 0n) throw new Error(`the bookings of ${e.type} do not balance: ${balance} fen`);
  for (const { account, debit = 0n, credit = 0n, about = null } of posts) {
    if (debit !== credit) ink.writes.push(entry(ink, e, { account, debit, credit, about }));
  }
}

/** Booked money is corrected by the opposite booking, line for line. */
export function reverse(ink: Ink, e: EventSeen): void {
  for (const line of ink.options.context.entries.filter((x) => x.case === e.case)) {
    const { account, about, id: reverses } = line;
    ink.writes.push(entry(ink, e, { account, about, debit: BigInt(line.credit), credit: BigInt(line.debit), reverses }));
  }
}

type Line = { account: string; about: string | null; debit: bigint; credit: bigint; reverses?: string };
const entry = (ink: Ink, e: EventSeen, line: Line) =>
  insert('ledger_entry', { id: ink.options.newId(), case_id: e.case, seq: e.seq, on_day: e.on, ...line });
