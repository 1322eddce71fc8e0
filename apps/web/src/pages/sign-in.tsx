import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { answer, client, Problem } from '../api/client.ts';
import { demonstrationQuery, sessionQuery } from '../api/queries.ts';
import { setLanguage, useWords } from '../words/words.ts';

/** The door. A database of demonstration shows its accounts here. */
export function SignInPage() {
  const { t, language } = useWords();
  const { to } = useSearch({ from: '/sign-in' });
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const { data: demonstration } = useQuery(demonstrationQuery);
  const queries = useQueryClient();
  const router = useRouter();
  const navigate = useNavigate();
  const enter = useMutation({
    mutationFn: (body: { login: string; password: string }) => answer(client.POST('/api/session', { body })),
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
  const institutions = [...new Set(demonstration?.accounts.map((a) => a.institution))];
  return (
    <main style={{ maxWidth: 880 }}>
      <div className="spread">
        <div>
          <h1>{t('sign.title')}</h1>
          <p className="soft">{t('app.tagline')}</p>
        </div>
        <button
          type="button"
          className="plain-button"
          lang={language === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => void setLanguage(language === 'zh' ? 'en' : 'zh')}
        >
          {t('language.other')}
        </button>
      </div>
      <form className="card" onSubmit={submit} style={{ maxWidth: 380 }}>
        <div className="field">
          <label htmlFor="login">{t('sign.login')}</label>
          <input
            id="login"
            name="login"
            autoComplete="username"
            required
            value={login}
            onChange={(e) => setLogin(e.target.value)}
            style={box}
          />
        </div>
        <div className="field">
          <label htmlFor="password">{t('sign.password')}</label>
          <input
            id="password"
            name="password"
            type="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={(e) => setPassword(e.target.value)}
            style={box}
          />
        </div>
        {enter.error ? (
          <div className="notice-box bad" role="alert">
            {enter.error instanceof Problem ? enter.error.refusals.map((r) => r.sentence).join(' ') : t('sign.failed')}
          </div>
        ) : null}
        <button type="submit" disabled={enter.isPending} style={go}>
          {t('sign.in')}
        </button>
      </form>
      {demonstration ? (
        <section className="card" aria-labelledby="accounts">
          <h2 id="accounts">{t('sign.demo', { password: demonstration.password })}</h2>
          <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(260px, 1fr))', gap: 16 }}>
            {institutions.map((institution) => (
              <div key={institution}>
                <h3>{institution}</h3>
                <ul className="list">
                  {demonstration.accounts
                    .filter((a) => a.institution === institution)
                    .map((a) => (
                      <li key={a.login} style={{ padding: '4px 0', border: 0 }}>
                        <button
                          type="button"
                          className="plain-button"
                          style={{ width: '100%', textAlign: 'left' }}
                          disabled={enter.isPending}
                          onClick={() => enter.mutate({ login: a.login, password: demonstration.password })}
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
      ) : null}
    </main>
  );
}

const box = { width: '100%', padding: '7px 10px', font: 'inherit', border: '1px solid #8a94a3', borderRadius: 6 } as const;
const go = {
  width: '100%',
  padding: '8px 10px',
  font: 'inherit',
  border: 0,
  borderRadius: 6,
  background: '#0b57d0',
  color: '#fff',
  cursor: 'pointer',
} as const;
