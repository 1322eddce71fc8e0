import type pg from 'pg';

/** One statement as it left for the server. */
export type Sent = { readonly text: string; readonly values: readonly unknown[] };

/** Listens at every client of a pool: nothing reaches PostgreSQL through the pool that is not noted while it listens. */
export type Recorder = { readonly listen: <T>(work: () => Promise<T>) => Promise<{ readonly result: T; readonly sent: readonly Sent[] }> };

/** Every client is heard from the first time it is taken out of the pool after this. */
export function recorderOn(pool: pg.Pool): Recorder {
  let heard: Sent[] | undefined;
  const known = new WeakSet<pg.PoolClient>();
  pool.on('acquire', (client) => {
    if (known.has(client)) return;
    known.add(client);
    const send = client.query.bind(client) as (...args: unknown[]) => unknown;
    client.query = ((...args: unknown[]) => {
      heard?.push(sentBy(args));
      return send(...args);
    }) as typeof client.query;
  });
  return {
    listen: async (work) => {
      if (heard) throw new Error('the recorder listens already');
      heard = [];
      try {
        const result = await work();
        return { result, sent: heard };
      } finally {
        heard = undefined;
      }
    },
  };
}

function sentBy([first, second]: readonly unknown[]): Sent {
  if (typeof first === 'string') return { text: first, values: Array.isArray(second) ? second : [] };
  const { text, values = [] } = first as { text: string; values?: readonly unknown[] };
  return { text, values };
}
