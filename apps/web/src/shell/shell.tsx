import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useLocation, useNavigate, useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { answer, client } from '../api/client.ts';
import { sessionQuery } from '../api/queries.ts';
import type { UiKey } from '../words/ui-zh.ts';
import { useWords } from '../words/words.ts';
import { LanguageButton } from './language-button.tsx';

const registers: readonly (readonly [string, UiKey])[] = [
  ['achievements', 'nav.achievements'],
  ['conversions', 'nav.conversions'],
  ['agreements', 'nav.agreements'],
  ['receipts', 'nav.receipts'],
  ['distributions', 'nav.distributions'],
  ['holdings', 'nav.holdings'],
  ['people', 'nav.people'],
  ['parties', 'nav.parties'],
  ['bodies', 'nav.bodies'],
];

/** The frame of every page behind the door: where to go, who is signed in, and on a demonstration its day. */
export function Shell() {
  const words = useWords();
  const { t } = words;
  const { data: session } = useQuery(sessionQuery);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const router = useRouter();
  const content = useContent();
  useEffect(() => {
    if (session === null) void navigate({ to: '/sign-in', search: { to: router.state.location.href } });
  }, [session, navigate, router]);
  const leave = useMutation({
    mutationFn: () => answer(client.DELETE('/api/session')),
    onSuccess: async () => {
      queries.clear();
      await router.invalidate();
      await navigate({ to: '/sign-in', search: {} });
    },
  });
  // Who goes to a page by its name wants it as it is now, also where he is there already.
  const renew = (): void => void queries.invalidateQueries();
  return (
    <>
      <a className="skip" href="#content">
        {t('nav.skip')}
      </a>
      {session?.demonstration ? <DemonstrationDay today={session.today} /> : null}
      <header className="bar">
        <Link to="/" className="brand">
          {t('app.name')}
          <small>{session?.institution.short}</small>
        </Link>
        <nav aria-label={t('nav.label')}>
          <Link to="/" onClick={renew} activeOptions={{ exact: true }} activeProps={{ className: 'active' }}>
            {t('nav.today')}
          </Link>
          {registers.map(([name, key]) => (
            <Link
              key={name}
              to="/registers/$name"
              onClick={renew}
              params={{ name }}
              search={{}}
              activeOptions={{ includeSearch: false }}
              activeProps={{ className: 'active' }}
            >
              {t(key)}
            </Link>
          ))}
          <Link to="/law" onClick={renew} activeProps={{ className: 'active' }}>
            {t('nav.law')}
          </Link>
        </nav>
        <div className="who">
          <span title={words.joined(session?.roles.map((r) => words.word(`role:${r}`)) ?? [])}>{session?.person.name}</span>
          <LanguageButton />
          <button type="button" className="plain-button" onClick={() => leave.mutate()}>
            {t('sign.out')}
          </button>
        </div>
      </header>
      <main id="content" ref={content} tabIndex={-1}>
        <Outlet />
      </main>
    </>
  );
}

/** A new page is read from its beginning: the focus goes to it, as it would if the browser had loaded it. */
function useContent() {
  const content = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current !== pathname) content.current?.focus({ preventScroll: true });
    before.current = pathname;
  }, [pathname]);
  return content;
}

function DemonstrationDay({ today }: { readonly today: string }) {
  const { t } = useWords();
  const queries = useQueryClient();
  const forward = useMutation({
    mutationFn: (days: number) => answer(client.POST('/api/demonstration/clock', { body: { days } })),
    onSuccess: () => queries.invalidateQueries(),
  });
  return (
    <section className="demo" aria-label={t('demo.forwardLabel')}>
      <strong>{t('demo.banner')}</strong>
      <span>{t('demo.date', { day: today })}</span>
      {[1, 7, 16].map((days) => (
        <button key={days} type="button" className="plain-button" disabled={forward.isPending} onClick={() => forward.mutate(days)}>
          {t('demo.forward', { days })}
        </button>
      ))}
      <span role="status">{forward.isPending ? t('demo.moving') : ''}</span>
    </section>
  );
}
