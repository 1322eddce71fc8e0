import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useNavigate, useRouter } from '@tanstack/react-router';
import { answer, client } from '../api/client.ts';
import { sessionQuery } from '../api/queries.ts';
import type { UiKey } from '../words/ui-zh.ts';
import { setLanguage, useWords } from '../words/words.ts';

const registers: readonly (readonly [string, UiKey])[] = [
  ['achievements', 'nav.achievements'],
  ['conversions', 'nav.conversions'],
  ['agreements', 'nav.agreements'],
  ['receipts', 'nav.receipts'],
  ['distributions', 'nav.distributions'],
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
  const leave = useMutation({
    mutationFn: () => answer(client.DELETE('/api/session')),
    onSuccess: async () => {
      queries.clear();
      await router.invalidate();
      await navigate({ to: '/sign-in', search: {} });
    },
  });
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
          <Link to="/" activeOptions={{ exact: true }} activeProps={{ className: 'active' }}>
            {t('nav.today')}
          </Link>
          {registers.map(([name, key]) => (
            <Link
              key={name}
              to="/registers/$name"
              params={{ name }}
              search={{}}
              activeOptions={{ includeSearch: false }}
              activeProps={{ className: 'active' }}
            >
              {t(key)}
            </Link>
          ))}
          <Link to="/law" activeProps={{ className: 'active' }}>
            {t('nav.law')}
          </Link>
        </nav>
        <div className="who">
          <span title={session?.roles.map((r) => words.word(`role:${r}`)).join('、')}>{session?.person.name}</span>
          <button
            type="button"
            className="plain-button"
            lang={words.language === 'zh' ? 'en' : 'zh-CN'}
            onClick={() => void setLanguage(words.language === 'zh' ? 'en' : 'zh')}
          >
            {t('language.other')}
          </button>
          <button type="button" className="plain-button" onClick={() => leave.mutate()}>
            {t('sign.out')}
          </button>
        </div>
      </header>
      <main id="content">
        <Outlet />
      </main>
    </>
  );
}

function DemonstrationDay({ today }: { readonly today: string }) {
  const { t } = useWords();
  const queries = useQueryClient();
  const forward = useMutation({
    mutationFn: (days: number) => answer(client.POST('/api/demonstration/clock', { body: { days } })),
    onSuccess: () => queries.invalidateQueries(),
  });
  return (
    <fieldset className="demo bare" aria-label={t('demo.forwardLabel')}>
      <strong>{t('demo.banner')}</strong>
      <span>{t('demo.date', { day: today })}</span>
      {[1, 7, 16].map((days) => (
        <button key={days} type="button" className="plain-button" disabled={forward.isPending} onClick={() => forward.mutate(days)}>
          {t('demo.forward', { days })}
        </button>
      ))}
    </fieldset>
  );
}
