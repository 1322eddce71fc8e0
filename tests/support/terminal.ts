import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
export type Said = { readonly code: number | null; readonly out: string; readonly err: string };
type How = { readonly input?: string; readonly env?: Readonly<Record<string, string>>; readonly uid?: number };

/** Nothing of the tester's own settings reaches a program that a test starts. */
const plainEnv = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(process.env).filter(([k]) => !/^(?:TONGTU_|DATABASE_URL$|LC_|LANG$|NODE_(?!COMPILE_CACHE|OPTIONS))/.test(k)),
  );

/** Runs `tongtu` as a terminal would, and answers with what it said and its exit code. */
export async function tongtu(args: readonly string[], how: How = {}): Promise<Said> {
  const child = program('apps/cli/tongtu.ts', args, how);
  const said = { out: '', err: '' };
  child.stdout!.on('data', (b: Buffer) => {
    said.out += b;
  });
  child.stderr!.on('data', (b: Buffer) => {
    said.err += b;
  });
  child.stdin!.on('error', () => undefined); // it may end without reading
  child.stdin!.end(how.input ?? '');
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, ...said };
}

export function program(path: string, args: readonly string[], { env, uid }: How = {}): ChildProcess {
  const ids = uid === undefined ? {} : { uid, gid: uid };
  return spawn(process.execPath, [path, ...args], { cwd: root, env: { ...plainEnv(), ...env }, stdio: ['pipe', 'pipe', 'pipe'], ...ids });
}

/** A server started as `npm start` starts it, on a port that is free. */
export type Started = {
  readonly origin: string;
  readonly said: () => string;
  /** Waits until it has said this. */
  readonly says: (words: RegExp) => Promise<void>;
  readonly signal: (signal: NodeJS.Signals) => void;
  readonly ended: Promise<number | null>;
};

/** Starts a server and waits for its address; where it ends without one, the error holds what it said. */
export async function startServer(env: Readonly<Record<string, string>>, args: readonly string[] = []): Promise<Started> {
  const started = launch(env, args);
  const ended = started.ended.then((code) => {
    throw new Error(`it ended with ${code}: ${started.said()}`);
  });
  await Promise.race([started.says(/ready after/), ended]);
  ended.catch(() => undefined);
  const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(started.said())![0];
  return { ...started, origin };
}

export function launch(env: Readonly<Record<string, string>>, args: readonly string[] = []): Omit<Started, 'origin'> {
  const child = program('apps/server/start.ts', args, { env: { TONGTU_PORT: '0', ...env } });
  let text = '';
  const waiting = new Set<() => void>();
  for (const stream of [child.stdout!, child.stderr!])
    stream.on('data', (b: Buffer) => {
      text += b;
      for (const look of waiting) look();
    });
  return {
    said: () => text,
    says: (words) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!words.test(text)) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    signal: (signal) => void child.kill(signal),
    ended: new Promise((resolve) => child.on('close', resolve)),
  };
}
