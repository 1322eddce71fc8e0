import { connect, type Socket } from 'node:net';

/** So many connections kept open to one server, each asking for the same thing. */
export type Load = {
  /** Asks so many times in all, one request at a time on each connection; answers how long that took, in ms. */
  readonly ask: (times: number) => Promise<number>;
  readonly close: () => void;
};

/** An answer that is not 200, or has no length, is a fault. */
export async function openLoad(o: {
  readonly port: number;
  readonly path: string;
  readonly cookie: string;
  readonly connections: number;
}): Promise<Load> {
  const request = `GET ${o.path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncookie: ${o.cookie}\r\naccept: application/json\r\n\r\n`;
  const asking = await Promise.all(Array.from({ length: o.connections }, () => openAsking(o.port, request)));
  return {
    ask: async (times) => {
      const began = performance.now();
      let left = times;
      const one = async (ask: () => Promise<void>): Promise<void> => {
        while (left > 0) {
          left -= 1;
          await ask();
        }
      };
      await Promise.all(asking.map((a) => one(a.ask)));
      return performance.now() - began;
    },
    close: () => {
      for (const a of asking) a.socket.destroy();
    },
  };
}

async function openAsking(port: number, request: string): Promise<{ readonly ask: () => Promise<void>; readonly socket: Socket }> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  let waiting: { readonly resolve: () => void; readonly reject: (e: Error) => void } | undefined;
  let head = '';
  let missing = -1;
  socket.on('error', (e) => waiting?.reject(e));
  socket.on('close', () => waiting?.reject(new Error('the server closed the connection')));
  socket.on('data', (chunk) => {
    if (missing < 0) {
      head += chunk.toString('latin1');
      const end = head.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = /content-length: (\d+)/i.exec(head);
      if (!head.startsWith('HTTP/1.1 200') || !length) return waiting?.reject(new Error(`no answer of 200 with a length: ${head}`));
      missing = Number(length[1]) - (head.length - end - 4);
    } else missing -= chunk.length;
    if (missing > 0) return;
    head = '';
    missing = -1;
    const done = waiting;
    waiting = undefined;
    done?.resolve();
  });
  const ask = (): Promise<void> =>
    new Promise((resolve, reject) => {
      waiting = { resolve, reject };
      socket.write(request);
    });
  return { ask, socket };
}
