import { QueryCache, QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import type { FieldShape } from '../../../../packages/kernel/field.ts';
import type { operations } from './client.generated.ts';
import { answer, client, Problem } from './client.ts';

type Answer<Op extends keyof operations> = operations[Op] extends { responses: { 200: { content: { 'application/json': infer T } } } }
  ? T
  : never;
export type Session = Answer<'session'>;
export type Today = Answer<'today'>;
export type CasePage = Answer<'casePage'>;
export type MayDo = CasePage['mayDo'][string][number];
/** The document says only that a form's fields are an object; their shape is the kernel's. */
export type FieldShapes = Readonly<Record<string, FieldShape>>;
export type TextPage = Answer<'text'>;
export type Clause = TextPage['clauses'][number];
export type Comparison = Answer<'comparison'>;
export type TextFiles = Answer<'textFiles'>;
export type Checked = Answer<'checkText'>;
export type Decision = Answer<'decision'>;
export type RegisterShape = Answer<'registers'>[number];

/** Where an answer says that nobody is signed in any more, the session is known to be over: the frame shows the door. */
const sessionEnds = new QueryCache({
  onError: (e, query) => {
    if (e instanceof Problem && e.status === 401 && query.queryKey[0] !== 'session') queryClient.setQueryData(['session'], null);
  },
});
export const queryClient: QueryClient = new QueryClient({
  queryCache: sessionEnds,
  defaultOptions: { queries: { staleTime: 5_000, retry: (n, e) => n < 2 && !(e instanceof Problem && e.status < 500) } },
});

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async (): Promise<Session | null> => {
    try {
      return await answer(client.GET('/api/session'));
    } catch (e) {
      if (e instanceof Problem && e.status === 401) return null;
      throw e;
    }
  },
});
/** Others act too: what stands on a page that stays open is asked again. */
const meanwhile = 30_000;
export const todayQuery = queryOptions({
  queryKey: ['today'],
  queryFn: () => answer(client.GET('/api/today')),
  refetchInterval: meanwhile,
});
export const caseQuery = (id: string) =>
  queryOptions({ queryKey: ['case', id], queryFn: () => answer(client.GET('/api/cases/{id}', { params: { path: { id } } })) });
/** The page of a case; asked again while a document of it is being made. */
export const useCase = (id: string) =>
  useQuery({ ...caseQuery(id), refetchInterval: (q) => (q.state.data?.documents.some((d) => !d.rendered) ? 1500 : meanwhile) });
export const textsQuery = queryOptions({ queryKey: ['texts'], queryFn: () => answer(client.GET('/api/texts')), staleTime: 60_000 });
/** A text as it stands today, or one of its editions. */
export const textQuery = (id: string, revision?: string) =>
  queryOptions({
    queryKey: ['text', id, revision],
    queryFn: () => answer(client.GET('/api/texts/{id}', { params: { path: { id }, query: revision ? { revision } : {} } })),
    staleTime: 60_000,
  });
export const textHelpQuery = (id: string) =>
  queryOptions({
    queryKey: ['text-help', id],
    queryFn: () => answer(client.GET('/api/texts/{id}/help', { params: { path: { id } } })),
    staleTime: 60_000,
  });
export const comparisonQuery = (id: string) =>
  queryOptions({
    queryKey: ['comparison', id],
    queryFn: () => answer(client.GET('/api/texts/{id}/comparison', { params: { path: { id } } })),
    staleTime: 60_000,
  });
export const textFilesQuery = (id: string) =>
  queryOptions({ queryKey: ['text-files', id], queryFn: () => answer(client.GET('/api/texts/{id}/files', { params: { path: { id } } })) });
export const clauseCasesQuery = (id: string) =>
  queryOptions({
    queryKey: ['clause-cases', id],
    queryFn: () => answer(client.GET('/api/clauses/{id}/cases', { params: { path: { id } } })),
  });
export const decisionQuery = (id: string) =>
  queryOptions({
    queryKey: ['decision', id],
    queryFn: () => answer(client.GET('/api/decisions/{id}', { params: { path: { id } } })),
    staleTime: 60_000,
  });
export const registersQuery = queryOptions({
  queryKey: ['registers'],
  queryFn: () => answer(client.GET('/api/registers')),
  staleTime: Number.POSITIVE_INFINITY,
});

export type RegisterAsk = { q?: string; sort?: string; page?: number; size?: number; state?: string; id?: string };
export const registerQuery = (name: string, ask: RegisterAsk) =>
  queryOptions({
    queryKey: ['register', name, ask],
    queryFn: () => answer(client.GET('/api/registers/{name}', { params: { path: { name }, query: ask } })),
  });
export const demonstrationQuery = queryOptions({
  queryKey: ['demonstration'],
  queryFn: async () => {
    try {
      return await answer(client.GET('/api/demonstration'));
    } catch (e) {
      if (e instanceof Problem && e.status === 404) return null;
      throw e;
    }
  },
  staleTime: 60_000,
});
