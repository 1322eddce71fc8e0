import { UserFault } from '../server/user-fault.ts';
import type { Arguments } from './tongtu.ts';
import { language, print, readJson } from './words.ts';

const url = process.env.TONGTU_URL ?? 'http://127.0.0.1:8080';
type Asked = { readonly method: string; readonly path: string; readonly body?: unknown; readonly cookie?: string };

async function ask({ method, path, body, cookie }: Asked): Promise<Response> {
  const headers = {
    'accept-language': language,
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(cookie ? { cookie } : {}),
  };
  try {
    return await fetch(url + path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  } catch {
    throw new UserFault(`no server answers at ${url} (TONGTU_URL)`);
  }
}

/** What a server of ours answers is JSON, refusals too. */
async function said(answer: Response): Promise<unknown> {
  if (/json/.test(answer.headers.get('content-type') ?? '')) return await answer.json();
  throw new UserFault(`what answers at ${url} (TONGTU_URL) is not Tongtu: ${answer.status} ${answer.statusText}`);
}

/** A session for this one call: signed in by TONGTU_LOGIN and TONGTU_PASSWORD, signed out at the end. */
async function signedIn<T>(use: (cookie: string) => Promise<T>): Promise<T> {
  const { TONGTU_LOGIN: login, TONGTU_PASSWORD: password } = process.env;
  if (!login || !password) throw new UserFault('set TONGTU_LOGIN and TONGTU_PASSWORD: a command is somebody’s');
  const answer = await ask({ method: 'POST', path: '/api/session', body: { login, password } });
  if (!answer.ok) throw new UserFault(((await said(answer)) as { detail: string }).detail);
  const [cookie] = answer.headers.getSetCookie()[0]?.split(';') ?? [];
  if (!cookie) throw new UserFault(`what answers at ${url} (TONGTU_URL) is not Tongtu`);
  try {
    return await use(cookie);
  } finally {
    await ask({ method: 'DELETE', path: '/api/session', cookie });
  }
}

/** The answer as it came, on standard output; a refusal makes the exit code 1. */
async function answered(path: string, { flags }: Arguments): Promise<number> {
  const given = readJson(flags.input);
  // {"input": …, "recorded": …, "key": …, "seen": …}, or the input alone
  const body = { ...('input' in given ? given : { input: given }), ...(flags.case ? { case: flags.case } : {}) };
  const answer = await signedIn((cookie) => ask({ method: 'POST', path, body, cookie }));
  print(await said(answer));
  return answer.ok ? 0 : 1;
}
const named = (a: Arguments): string => a.words[0] ?? stop('which command? `tongtu commands` lists them');
const stop = (words: string): never => {
  throw new UserFault(words);
};

export const send = (a: Arguments): Promise<number> => answered(`/api/commands/${encodeURIComponent(named(a))}`, a);
export const preview = (a: Arguments): Promise<number> => answered(`/api/previews/${encodeURIComponent(named(a))}`, a);

type Operation = {
  summary: string;
  description: string;
  tags?: string[];
  requestBody?: { content: { 'application/json': { schema: unknown } } };
};
/** What the server's own document says of its commands. */
export async function listCommands({ words }: Arguments): Promise<number> {
  const document = (await said(await ask({ method: 'GET', path: '/api/openapi.json' }))) as {
    paths: Record<string, { post?: Operation }>;
  };
  const prefix = '/api/commands/';
  const commands = Object.entries(document.paths).flatMap(([path, p]) =>
    path.startsWith(prefix) && p.post ? [[path.slice(prefix.length), p.post] as const] : [],
  );
  const [name] = words;
  if (name === undefined) {
    print(commands.map(([command, o]) => ({ command, procedure: o.tags?.[0], about: o.description })));
    return 0;
  }
  const found = commands.find(([command]) => command === name);
  if (!found) throw new UserFault(`there is no command ${name}; \`tongtu commands\` lists them`);
  print({ command: name, about: found[1].description, takes: found[1].requestBody?.content['application/json'].schema });
  return 0;
}
