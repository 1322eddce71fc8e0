import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { answer, client } from '../api/client.ts';
import { demonstrationQuery, sessionQuery } from '../api/queries.ts';
import { faultWords } from '../parts/fault.ts';
import { LanguageButton } from '../shell/language-button.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';

type Entering = { readonly login: string; readonly password: string };

/** The door. A database of demonstration shows its accounts here. */
export function SignInPage() {
  const words = useWords();
  const { t } = words;
  const { to } = useSearch({ from: '/sign-in' });
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const queries = useQueryClient();
  const router = useRouter();
  const navigate = useNavigate();
  const enter = useMutation({
    mutationFn: (body: Entering) => answer(client.POST('/api/session', { body })),
    onSuccess: async () => {
      queries.clear();
      await queries.fetchQuery(sessionQuery);
      await router.invalidate();
      await (to ? router.navigate({ href: to }) : navigate({ to: '/' }));
    },
  });
  const submit = (e: FormEvent): void => {
    e.preventDefault();
    enter.mutate({ login, password });
  };
  const wrong = enter.error ? { 'aria-invalid': true, 'aria-describedby': 'sign-in-fault' } : {};
  return (
    <main className="door">
      <PageHead title={t('sign.title')} sub={t('app.tagline')}>
        <LanguageButton />
      </PageHead>
      <div className="door-sides">
        <form className="card" onSubmit={submit} aria-label={t('sign.in')}>
          <div className="field">
            <label htmlFor="login">{t('sign.login')}</label>
            <input
              id="login"
              name="login"
              className="box"
              autoComplete="username"
              required
              value={login}
              onChange={(e) => setLogin(e.target.value)}
              {...wrong}
            />
          </div>
          <div className="field">
            <label htmlFor="password">{t('sign.password')}</label>
            <input
              id="password"
              name="password"
              type="password"
              className="box"
              autoComplete="current-password"
              required
              value={password}
              onChange={(e) => setPassword(e.target.value)}
              {...wrong}
            />
          </div>
          {enter.error ? (
            <div className="notice-box bad" role="alert" id="sign-in-fault">
              {faultWords(enter.error, words)}
            </div>
          ) : null}
          <button type="submit" className="go-button full" disabled={enter.isPending}>
            {enter.isPending ? t('sign.entering') : t('sign.in')}
          </button>
        </form>
        <Accounts busy={enter.isPending} onEnter={enter.mutate} />
      </div>
      <p>
        <Link to="/simulate" search={{}}>
          {t('simulate.door')}
        </Link>
      </p>
    </main>
  );
}

function Accounts({ busy, onEnter }: { readonly busy: boolean; readonly onEnter: (who: Entering) => void }) {
  const { t } = useWords();
  const { data } = useQuery(demonstrationQuery);
  if (!data) return null;
  const institutions = [...new Set(data.accounts.map((a) => a.institution))];
  return (
    <section className="card" aria-labelledby="accounts">
      <h2 id="accounts">{t('sign.demo')}</h2>
      <p className="soft">{t('sign.demo.hint', { password: data.password })}</p>
      <div className="door-accounts">
        {institutions.map((institution) => (
          <div key={institution}>
            <h3>{institution}</h3>
            <ul className="list tight">
              {data.accounts
                .filter((a) => a.institution === institution)
                .map((a) => (
                  <li key={a.login}>
                    <button
                      type="button"
                      className="plain-button full"
                      disabled={busy}
                      onClick={() => onEnter({ login: a.login, password: data.password })}
                    >
                      {a.as} <span className="soft">{a.login}</span>
                    </button>
                  </li>
                ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}
