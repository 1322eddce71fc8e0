import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { Database } from '../packages/engine/database.ts';
import type { Sent } from './recorder.ts';

/**
 * The same reading without a house: bare node:http that opens the session by the cookie, sends the statements the product was seen to
 * send for that address, one after another on one connection of the same kind of pool, and answers their rows as JSON.
 */
export function bareServer(database: Database, known: ReadonlyMap<string, readonly Sent[]>): Server {
  return createServer((request, response) => {
    const answer = (status: number, body: unknown): void => {
      const text = JSON.stringify(body);
      const headers = {
        'content-type': 'application/json; charset=utf-8',
        'content-length': Buffer.byteLength(text),
        'cache-control': 'no-store',
      };
      response.writeHead(status, headers).end(text);
    };
    const sent = known.get(request.url ?? '');
    if (!sent) return answer(404, {});
    rowsOf(database, sent, request.headers.cookie ?? '').then(
      (rows) => (rows === undefined ? answer(401, {}) : answer(200, rows)),
      (e: Error) => answer(500, { error: e.message }),
    );
  });
}

async function rowsOf(database: Database, sent: readonly Sent[], cookies: string): Promise<unknown> {
  const client = await database.pool.connect();
  try {
    const answers: unknown[] = [];
    for (const { text, values } of sent) {
      const opens = text.includes('session_open');
      const { rows } = await client.query<Record<string, unknown>>(
        text,
        opens ? [...doorValues(cookies), ...values.slice(2)] : [...values],
      );
      if (opens && !rows[0]?.v) return undefined;
      if (!opens) answers.push(rows);
    }
    return answers.length === 1 ? answers[0] : answers;
  } finally {
    client.release();
  }
}

const doorValues = (cookies: string): readonly string[] => {
  const token = /(?:^|; )tongtu=([^;]+)/.exec(cookies)?.[1] ?? '';
  return [createHash('sha256').update(token).digest('hex'), new Date().toISOString()];
};
