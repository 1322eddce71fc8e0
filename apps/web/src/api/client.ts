import createClient from 'openapi-fetch';
import { currentLanguage } from '../words/words.ts';
import type { components, paths } from './client.generated.ts';

export type Refusal = {
  readonly code: string;
  readonly how: 'impossible' | 'unmet' | 'warning';
  readonly sentence: string;
  readonly clauses: readonly { readonly id: string; readonly cite: string }[];
  readonly facts: Readonly<Record<string, unknown>>;
  readonly at: readonly (string | number)[];
};
/** An answer that refuses: every refusal with its sentence, its clauses, its field. */
export class Problem extends Error {
  readonly status: number;
  readonly refusals: readonly Refusal[];
  constructor(status: number, refusals: readonly Refusal[], detail: string) {
    super(detail);
    this.status = status;
    this.refusals = refusals;
  }
}

export const client = createClient<paths>({ baseUrl: '/', headers: {} });
client.use({
  onRequest: ({ request }) => {
    request.headers.set('accept-language', currentLanguage());
    return request;
  },
  onResponse: async ({ response }) => {
    if (response.ok) return response;
    throw await problemOf(response);
  },
});

async function problemOf(response: Response): Promise<Problem> {
  const body = (await response.json().catch(() => ({}))) as { detail?: string; refusals?: Refusal[] };
  return new Problem(response.status, body.refusals ?? [], body.detail ?? response.statusText);
}

/** What an answer held; a refusal has been thrown by now. */
export async function answer<T>(asked: Promise<{ data?: T }>): Promise<T> {
  const { data } = await asked;
  return data as T;
}

export type CommandAsk = {
  readonly case?: string;
  readonly input: unknown;
  readonly seen?: number;
  readonly recorded?: unknown;
  readonly key?: string;
};
export type Accepted = {
  readonly case: string;
  readonly number: string | null;
  readonly findings: readonly string[];
  readonly warnings: readonly Refusal[];
};
export type Preview = {
  readonly refusals: readonly Refusal[];
  readonly warnings: readonly Refusal[];
  readonly findings: readonly Refusal[];
  readonly happens: readonly { readonly event: string; readonly data: Readonly<Record<string, unknown>> }[];
};

async function post<T>(url: string, body: unknown): Promise<T> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': currentLanguage() },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw await problemOf(response);
  return (await response.json()) as T;
}
/** Which command is asked is known only at run time where forms are made of declarations; its input is checked by the engine. */
export const sendCommand = (command: string, ask: CommandAsk): Promise<Accepted> => post(`/api/commands/${command}`, ask);
export const previewCommand = (command: string, ask: CommandAsk): Promise<Preview> => post(`/api/previews/${command}`, ask);

/** Uploads a paper into a case; says on the way how much of it has gone. */
export function uploadPaper(
  caseId: string,
  paper: { readonly kind: string; readonly title: string; readonly file: File },
  progress: (percent: number) => void = () => undefined,
): Promise<{ paper: string; title: string }> {
  const form = new FormData();
  form.set('kind', paper.kind);
  form.set('title', paper.title);
  form.set('file', paper.file);
  // fetch does not tell how much of a body has gone
  const request = new XMLHttpRequest();
  request.open('POST', `/api/cases/${caseId}/papers`);
  request.setRequestHeader('accept-language', currentLanguage());
  request.upload.onprogress = (e) => progress(e.total > 0 ? Math.floor((e.loaded / e.total) * 100) : 0);
  return new Promise((resolve, reject) => {
    request.onload = async () => {
      const response = new Response(request.responseText, { status: request.status, statusText: request.statusText });
      if (response.ok) resolve((await response.json()) as { paper: string; title: string });
      else reject(await problemOf(response));
    };
    request.onerror = () => reject(new Error(request.statusText || 'network'));
    request.send(form);
  });
}
export type { components, paths };
