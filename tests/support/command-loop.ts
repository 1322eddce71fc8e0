import { openHouse } from '../../apps/server/open-house.ts';
import type { Ask } from '../../packages/engine/ask.ts';
import { newId } from '../../packages/engine/ids.ts';
import { runCommand } from '../../packages/engine/run-command.ts';

/** What this process is told to do: as whom, and on what. */
export type Loop = {
  readonly url: string;
  readonly packs: string;
  readonly institution: string;
  readonly discloser: string;
  readonly cashier: string;
  /** Conversions that take in money, one for each hand. */
  readonly conversions: readonly string[];
  readonly on: string;
};
/** One line it writes: what it is about to send, or the answer it was given. */
export type Line = { readonly person: string; readonly ask: Ask } & ({ readonly sent: true } | { readonly answer: unknown });

const say = (line: Line): boolean => process.stdout.write(`${JSON.stringify(line)}\n`);

/** A disclosure (a case of its own, with a document and its job) and money booked (a child case, with ledger lines), in turn. */
function* asks(loop: Loop, conversion: string): Generator<{ person: string; ask: Ask }> {
  for (;;) {
    const title = newId();
    const contributors = [{ person: loop.discloser, main: true }];
    const disclosure = { title, kind: 'device', summary: '循环', contributors, rights: [{ kind: 'secret', title }] };
    yield { person: loop.discloser, ask: { command: 'achievement.disclose', input: disclosure, key: title } };
    const voucher = newId();
    const booking = { amount: '1.23', receivedOn: loop.on, bookedTo: 'unit', budgetLine: '成果转化收入', voucher };
    yield { person: loop.cashier, ask: { command: 'income.book', case: conversion, input: booking, key: voucher } };
  }
}

/** Sends one command after the other until it is killed, two hands at once. */
async function send(loop: Loop): Promise<void> {
  const clock = { now: () => new Date(Date.parse(`${loop.on}T04:00:00.000Z`) + Math.floor(performance.now())).toISOString() };
  const { engine } = await openHouse({ url: loop.url, packs: loop.packs, connections: 4, clock });
  const hand = async (conversion: string): Promise<void> => {
    for (const { person, ask } of asks(loop, conversion)) {
      say({ person, ask, sent: true });
      say({ person, ask, answer: await runCommand(engine, { institution: loop.institution, person }, ask) });
    }
  };
  await Promise.all(loop.conversions.map(hand));
}

if (import.meta.main) await send(JSON.parse(process.argv[2]!) as Loop);
