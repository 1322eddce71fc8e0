import { createRootRoute, createRoute, createRouter, lazyRouteComponent, notFound, redirect } from '@tanstack/react-router';
import { isId } from '../../../packages/kernel/id.ts';
import { queryClient, sessionQuery } from './api/queries.ts';
import { Loading, NoSuchPage, NotFound } from './shell/plain.tsx';
import { Shell } from './shell/shell.tsx';

/** Pages by address. Each is fetched when first opened; all but signing in need a session. */
const root = createRootRoute({ notFoundComponent: NoSuchPage });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('./pages/sign-in.tsx'), 'SignInPage'),
  validateSearch: (s: Record<string, unknown>): { to?: string } => (typeof s.to === 'string' && /^\/(?!\/)/.test(s.to) ? { to: s.to } : {}),
});
/** Open to everybody: the texts it answers from are public, and it keeps nothing. */
const simulate = createRoute({
  getParentRoute: () => root,
  path: '/simulate',
  component: lazyRouteComponent(() => import('./pages/simulate.tsx'), 'SimulatePage'),
  validateSearch: (s: Record<string, unknown>): Record<string, unknown> => s,
});

const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  component: Shell,
  beforeLoad: async ({ location }) => {
    const session = await queryClient.ensureQueryData(sessionQuery);
    if (!session) throw redirect({ to: '/sign-in', search: { to: location.href } });
    return { session };
  },
});

/** An address that holds no id is no address of ours. */
const onlyIds = ({ params }: { readonly params: { readonly id: string } }): void => {
  if (!isId(params.id)) throw notFound();
};

const today = createRoute({
  getParentRoute: () => inside,
  path: '/',
  component: lazyRouteComponent(() => import('./pages/today.tsx'), 'TodayPage'),
});
const register = createRoute({
  getParentRoute: () => inside,
  path: '/registers/$name',
  component: lazyRouteComponent(() => import('./pages/register.tsx'), 'RegisterPage'),
  validateSearch: (s: Record<string, unknown>): { q?: string; state?: string; sort?: string; page?: number } => ({
    ...(typeof s.q === 'string' && s.q !== '' ? { q: s.q } : {}),
    ...(typeof s.state === 'string' ? { state: s.state } : {}),
    ...(typeof s.sort === 'string' ? { sort: s.sort } : {}),
    ...(typeof s.page === 'number' ? { page: s.page } : {}),
  }),
});
const casePage = createRoute({
  getParentRoute: () => inside,
  path: '/cases/$id',
  beforeLoad: onlyIds,
  component: lazyRouteComponent(() => import('./pages/case.tsx'), 'CaseView'),
  validateSearch: (s: Record<string, unknown>): { step?: string } => (typeof s.step === 'string' ? { step: s.step } : {}),
});
const distribution = createRoute({
  getParentRoute: () => inside,
  path: '/distributions/$id',
  beforeLoad: onlyIds,
  component: lazyRouteComponent(() => import('./pages/distribution.tsx'), 'DistributionPage'),
});
const law = createRoute({
  getParentRoute: () => inside,
  path: '/law',
  component: lazyRouteComponent(() => import('./pages/law.tsx'), 'LawPage'),
});
const lawText = createRoute({
  getParentRoute: () => inside,
  path: '/law/$text',
  component: lazyRouteComponent(() => import('./pages/law-text.tsx'), 'LawTextPage'),
  validateSearch: (s: Record<string, unknown>): { clause?: string; revision?: string } => ({
    ...(typeof s.clause === 'string' ? { clause: s.clause } : {}),
    ...(typeof s.revision === 'string' ? { revision: s.revision } : {}),
  }),
});
const lawComparison = createRoute({
  getParentRoute: () => inside,
  path: '/law/$text/comparison',
  component: lazyRouteComponent(() => import('./pages/law-comparison.tsx'), 'LawComparisonPage'),
});
const textRevision = createRoute({
  getParentRoute: () => inside,
  path: '/law/$text/revision',
  component: lazyRouteComponent(() => import('./pages/text-revision.tsx'), 'TextRevisionPage'),
});
const begin = createRoute({
  getParentRoute: () => inside,
  path: '/begin/$command',
  component: lazyRouteComponent(() => import('./pages/begin.tsx'), 'BeginPage'),
});

const routeTree = root.addChildren([
  signIn,
  simulate,
  inside.addChildren([today, register, casePage, distribution, law, lawText, lawComparison, textRevision, begin]),
]);
export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultPendingComponent: Loading,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
