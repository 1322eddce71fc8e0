import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { firstQuestion, type Question, readQuestion } from '../../../../packages/capabilities/simulator/question.ts';
import { simulate } from '../../../../packages/capabilities/simulator/simulation.ts';
import { citeClause } from '../../../../packages/kernel/citation.ts';
import { dayAt } from '../../../../packages/kernel/day.ts';
import { ClausesAtHand } from '../parts/clauses-at-hand.ts';
import { Failed, Loading } from '../shell/plain.tsx';
import { Themed } from '../shell/theme.tsx';
import { Assumed } from '../simulator/assumed.tsx';
import { ClausesCard } from '../simulator/clauses-card.tsx';
import { DealForm } from '../simulator/deal-form.tsx';
import { Figures } from '../simulator/figures.tsx';
import { PartsForm } from '../simulator/parts-form.tsx';
import { type Asked, addressOf } from '../simulator/question-state.ts';
import { ReadingsCard } from '../simulator/readings-card.tsx';
import { useSay } from '../simulator/say.ts';
import '../simulator/simulator.css';
import { ShareAddress } from '../simulator/share-address.tsx';
import { TaxCard } from '../simulator/tax-card.tsx';
import { TeamForm } from '../simulator/team-form.tsx';
import { type LawHere, lawHereQuery } from '../simulator/texts.ts';
import { entryOf, TextsForm } from '../simulator/texts-form.tsx';
import { Verdict } from '../simulator/verdict.tsx';
import { setLanguage } from '../words/words.ts';

/** “如果…”: anybody changes what he likes and sees the money and the reasons, by the same rules as the house; nothing is kept. */
export function SimulatePage() {
  const { say, t, language } = useSay();
  const { data: law, error, refetch } = useQuery(lawHereQuery);
  useEffect(() => {
    document.title = `${say('title')} · ${t('app.name')}`;
  }, [say, t]);
  return (
    <Themed>
      <header className="bar">
        <Link to="/" className="brand">
          {t('app.name')}
        </Link>
        <div className="who sim-away">
          <a className="sim-jump" href="#sim-result">
            {say('jump')}
          </a>
          <Link to="/">{say('house')}</Link>
          <button
            type="button"
            className="plain-button"
            lang={language === 'zh' ? 'en' : 'zh-CN'}
            onClick={() => void setLanguage(language === 'zh' ? 'en' : 'zh')}
          >
            {t('language.other')}
          </button>
        </div>
      </header>
      <main id="content">
        <h1>{say('title')}</h1>
        <p className="soft">{say('lead')}</p>
        {error ? <Failed error={error} again={() => void refetch()} /> : law ? <Simulator law={law} /> : <Loading />}
      </main>
    </Themed>
  );
}

/** The texts that bind everybody, or what the visitor's own institution has adopted. */
const firstLaw = (law: LawHere): readonly string[] =>
  law.adoptions.length > 0
    ? [...new Set(law.adoptions.map((a) => a.text))].map((id) => entryOf(id, law))
    : ['cn-conversion-law', 'gf-2016-16'].filter((id) => law.shelf.has(id));

function Simulator({ law }: { readonly law: LawHere }) {
  const { say } = useSay();
  const search = useSearch({ from: '/simulate' });
  const navigate = useNavigate();
  const [q, setQ] = useState<Question>(() => ({
    ...firstQuestion(dayAt(new Date().toISOString())),
    law: firstLaw(law),
    ...readQuestion(search),
  }));
  const address = JSON.stringify(addressOf(q));
  useEffect(() => {
    const soon = setTimeout(() => void navigate({ to: '/simulate', search: JSON.parse(address), replace: true, resetScroll: false }), 300);
    return () => clearTimeout(soon);
  }, [address, navigate]);
  const named = useDeferredValue(q);
  const s = useMemo(() => {
    const name = (key: 'member' | 'staff.member') => (m: Question['team'][number], i: number) => ({
      ...m,
      name: m.name || say(key, { n: i + 1 }),
    });
    return simulate({ ...named, team: named.team.map(name('member')), staff: named.staff.map(name('staff.member')) }, law);
  }, [named, law, say]);
  const cite = (id: string): string => citeClause(law.shelf, id);
  const cites = Object.fromEntries([...law.shelf.values()].flatMap((p) => p.clauses.map((c) => [c.id, cite(c.id)])));
  const asked: Asked = {
    q,
    change: (more) => setQ((before) => ({ ...before, ...more })),
    bad: (...at) => s.result.standing.some((r) => JSON.stringify(r.at ?? []) === JSON.stringify(at)),
  };
  const chosen = s.result.base !== undefined || q.law.some((e) => law.shelf.get(e.split('@')[0]!)?.text.level === 'institution');
  return (
    <ClausesAtHand value={law.clause}>
      {law.faulty ? <p className="notice-box bad">{say('unread')}</p> : null}
      <div className="sim-columns">
        <form onSubmit={(e) => e.preventDefault()} aria-label={say('title')}>
          <TextsForm q={q} change={asked.change} law={law} />
          <DealForm {...asked} />
          <PartsForm {...asked} result={s.result} cite={cite} />
          <TeamForm {...asked} />
        </form>
        <div>
          <section className="card" aria-labelledby="sim-result">
            <div className="spread">
              <h2 id="sim-result">{say('result')}</h2>
              <ShareAddress address={addressOf(q)} />
            </div>
            <Verdict s={s} cite={cite} chosen={chosen} />
          </section>
          {s.result.lines.length > 0 || s.result.received !== undefined ? <Figures s={s} law={law} /> : null}
          <TaxCard q={q} change={asked.change} s={s} cites={cites} />
          <ReadingsCard s={s} cite={cite} />
          <ClausesCard s={s} law={law} />
          <Assumed s={s} law={law} />
        </div>
      </div>
    </ClausesAtHand>
  );
}
