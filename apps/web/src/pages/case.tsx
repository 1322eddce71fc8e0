import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Tabs } from 'antd';
import type { ConversionView } from '../../../../packages/capabilities/conversion/view.ts';
import { type CasePage, caseQuery } from '../api/queries.ts';
import { Documents, Papers } from '../case/files.tsx';
import { MayDoList } from '../case/may-do.tsx';
import { ProcedurePicture } from '../case/procedure-picture.tsx';
import { Books, Corrections, History } from '../case/records.tsx';
import { Duties, Findings } from '../case/side-lists.tsx';
import { StepPanel } from '../case/step-panel.tsx';
import { DiligenceFace } from '../faces/diligence.tsx';
import { Failed, Loading } from '../shell/plain.tsx';
import { Themed } from '../shell/theme.tsx';
import { useWords } from '../words/words.ts';

/** The page of a case: its picture, the step at hand, what may be done and what not and why, and everything on file. */
export function CaseView() {
  const { id } = useParams({ from: '/inside/cases/$id' });
  const {
    data: page,
    error,
    refetch,
  } = useQuery({ ...caseQuery(id), refetchInterval: (q) => (q.state.data?.documents.some((d) => !d.rendered) ? 1500 : false) });
  if (error) return <Failed error={error} again={() => void refetch()} />;
  if (!page) return <Loading />;
  return (
    <Themed>
      <CaseOf page={page} />
    </Themed>
  );
}

function CaseOf({ page }: { readonly page: CasePage }) {
  const words = useWords();
  const { t, word } = words;
  const navigate = useNavigate();
  const search = useSearch({ from: '/inside/cases/$id' });
  const root = page.cases.find((c) => c.id === page.root)!;
  const view = page.panels[page.root] as ConversionView | undefined;
  const steps = page.steps.filter((s) => s.case_id === page.root);
  const selected = page.cases.find((c) => c.id === (search.step ?? (page.focus === page.root ? firstOpen(page) : page.focus))) ?? root;
  const select = (step: string): void =>
    void navigate({ to: '/cases/$id', params: { id: page.root }, search: { step }, replace: true, resetScroll: false });
  const money = page.cases.filter((c) => ['receipt', 'distribution'].includes(c.procedure) && !c.withdrawn);
  const open = page.findings.filter((f) => f.state === 'open').length;
  return (
    <>
      <div className="spread">
        <div>
          <h1>
            {root.title || word(`procedure:${root.procedure}`)}{' '}
            <span className="badge now">{word(`state:${root.procedure}.${root.state}`)}</span>
          </h1>
          <p className="soft">
            {root.number} · {word(`procedure:${root.procedure}`)} · {t('case.opened', { day: root.opened_on })}
            {root.procedure === 'conversion' && view
              ? ` · ${word(`option:mode.${view.mode}`)} · ${t('case.counterparty')}：${view.counterparty.title}`
              : ''}
          </p>
        </div>
        {root.procedure === 'conversion' && view?.achievements
          ? view.achievements.map((a) => (
              <Link key={a.id} to="/cases/$id" params={{ id: a.case }} search={{}}>
                {word('procedure:disclosure')}：{a.title}
              </Link>
            ))
          : null}
      </div>
      {steps.length > 0 ? (
        <section className="card" aria-labelledby="route">
          <h2 id="route">{t('case.steps')}</h2>
          <ProcedurePicture steps={steps} open={page.open} selected={selected.id} onSelect={select} label={t('case.steps')} />
          {money.length > 0 ? <MoneyLine cases={money} selected={selected.id} onSelect={select} /> : null}
        </section>
      ) : null}
      <div className="columns">
        <div>
          <StepPanel page={page} caseId={selected.id} />
          <section className="card">
            <Tabs
              items={[
                { key: 'documents', label: t('case.documents'), children: <Documents page={page} /> },
                { key: 'papers', label: t('case.papers'), children: <Papers page={page} caseId={selected.id} /> },
                { key: 'books', label: t('case.books'), children: <Books page={page} /> },
                { key: 'corrections', label: t('case.corrections'), children: <Corrections page={page} /> },
                { key: 'history', label: t('case.history'), children: <History page={page} /> },
              ]}
            />
          </section>
        </div>
        <aside>
          {selected.id !== root.id ? (
            <section className="card" aria-labelledby="whole">
              <h2 id="whole">{word(`procedure:${root.procedure}`)}</h2>
              <MayDoList caseId={root.id} may={page.mayDo[root.id] ?? []} page={page} />
            </section>
          ) : null}
          <section className="card" aria-labelledby="owed">
            <h2 id="owed">{t('case.duties')}</h2>
            <Duties page={page} />
          </section>
          <section className="card" aria-labelledby="findings">
            <h2 id="findings">
              {t('case.findings')} {open > 0 ? <span className="badge bad">{open}</span> : null}
            </h2>
            <Findings page={page} />
          </section>
          {view?.diligence ? (
            <section className="card" aria-labelledby="diligence">
              <h2 id="diligence">{t('case.diligence')}</h2>
              <DiligenceFace view={view.diligence} cites={page.clauses} />
            </section>
          ) : null}
        </aside>
      </div>
    </>
  );
}

/** The first step that waits for somebody; once all are done, the latest money; else the last step. */
function firstOpen(page: CasePage): string {
  const step = page.steps.find((s) => s.case_id === page.root && s.state !== 'done' && page.open.includes(s.child_id));
  const money =
    [...page.cases].reverse().find((c) => c.procedure === 'distribution' && !c.withdrawn) ??
    page.cases.find((c) => c.procedure === 'receipt');
  return step?.child_id ?? money?.id ?? page.root;
}

function MoneyLine({
  cases,
  selected,
  onSelect,
}: {
  readonly cases: CasePage['cases'];
  readonly selected: string;
  readonly onSelect: (id: string) => void;
}) {
  const { t, word } = useWords();
  return (
    <div className="row" style={{ marginTop: 12 }}>
      <span className="soft">{t('case.money')}</span>
      {cases.map((c) => (
        <button
          key={c.id}
          type="button"
          className={`node ${c.settled ? 'done' : 'now'}`}
          style={{ minHeight: 0 }}
          aria-current={selected === c.id}
          onClick={() => onSelect(c.id)}
        >
          <span className="name">{word(`procedure:${c.procedure}`)}</span>
          <span className="status">{word(`state:${c.procedure}.${c.state}`)}</span>
        </button>
      ))}
    </div>
  );
}
