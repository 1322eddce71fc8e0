import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { ConversionView } from '../../../../packages/capabilities/conversion/view.ts';
import type { CasePage } from '../api/queries.ts';
import { DiligenceFace } from '../faces/diligence.tsx';
import { Tabs } from '../parts/tabs.tsx';
import { Waits } from '../parts/waits.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { supposedOfCase } from '../simulator/supposed-from.ts';
import { useWords } from '../words/words.ts';
import { Documents, Papers } from './files.tsx';
import { Findings } from './findings.tsx';
import { MayDoList } from './may-do.tsx';
import { MoneyLine } from './money-line.tsx';
import { ProcedurePicture } from './procedure-picture.tsx';
import { Books, Corrections, History } from './records.tsx';
import { StepPanel } from './step-panel.tsx';

export function CaseOf({ page }: { readonly page: CasePage }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const search = useSearch({ from: '/inside/cases/$id' });
  const root = page.cases.find((c) => c.id === page.root)!;
  const steps = page.steps.filter((s) => s.case_id === page.root);
  const selected = page.cases.find((c) => c.id === (search.step ?? (page.focus === page.root ? firstOpen(page) : page.focus))) ?? root;
  const select = (step: string): void => {
    // A step that another matter fulfils (the disclosure of what is converted) has a page of its own.
    const elsewhere = !page.cases.some((c) => c.id === step);
    void navigate({
      to: '/cases/$id',
      params: { id: elsewhere ? step : page.root },
      search: elsewhere ? {} : { step },
      replace: !elsewhere,
      resetScroll: elsewhere,
    });
  };
  const money = page.cases.filter((c) => ['receipt', 'distribution', 'stake'].includes(c.procedure) && !c.withdrawn);
  return (
    <>
      <Head page={page} />
      {page.waiting.length > 0 ? (
        <section className="card" aria-labelledby="waits">
          <h2 id="waits">{t('waits.title')}</h2>
          <Waits lines={page.waiting} today={page.today} cites={page.clauses} />
        </section>
      ) : null}
      {steps.length > 0 ? (
        <section className="card" aria-labelledby="route">
          <h2 id="route">{t('case.steps')}</h2>
          <ProcedurePicture page={page} steps={steps} selected={selected.id} onSelect={select} label={t('case.steps')} />
          {money.length > 0 ? <MoneyLine cases={money} selected={selected.id} onSelect={select} /> : null}
        </section>
      ) : null}
      <div className="columns">
        <div>
          <StepPanel page={page} caseId={selected.id} />
          <section className="card" aria-label={t('case.file')}>
            <Tabs
              label={t('case.file')}
              tabs={[
                { key: 'documents', label: t('case.documents'), show: () => <Documents page={page} /> },
                { key: 'papers', label: t('case.papers'), show: () => <Papers page={page} caseId={selected.id} /> },
                { key: 'books', label: t('case.books'), show: () => <Books page={page} /> },
                { key: 'corrections', label: t('case.corrections'), show: () => <Corrections page={page} /> },
                { key: 'history', label: t('case.history'), show: () => <History page={page} /> },
              ]}
            />
          </section>
        </div>
        <Aside page={page} selected={selected.id} />
      </div>
    </>
  );
}

function Head({ page }: { readonly page: CasePage }) {
  const { t, word, pair } = useWords();
  const root = page.cases.find((c) => c.id === page.root)!;
  const view = page.panels[page.root] as ConversionView | undefined;
  const conversion = root.procedure === 'conversion' && view ? view : undefined;
  const sub = [
    root.number,
    word(`procedure:${root.procedure}`),
    t('case.opened', { day: root.opened_on }),
    ...(conversion ? [word(`option:mode.${conversion.mode}`), pair(t('case.counterparty'), conversion.counterparty.title)] : []),
  ];
  return (
    <PageHead
      title={root.title || word(`procedure:${root.procedure}`)}
      badge={<span className={`badge ${root.settled ? 'done' : 'now'}`}>{word(`state:${root.procedure}.${root.state}`)}</span>}
      sub={sub.filter(Boolean).join(' · ')}
    >
      {conversion?.achievements.map((a) => (
        <Link key={a.id} to="/cases/$id" params={{ id: a.case }} search={{}}>
          {pair(word('procedure:disclosure'), a.title)}
        </Link>
      ))}
      {conversion ? (
        <Link to="/simulate" search={supposedOfCase(page, conversion)}>
          {t('simulate.try')}
        </Link>
      ) : null}
    </PageHead>
  );
}

function Aside({ page, selected }: { readonly page: CasePage; readonly selected: string }) {
  const { t } = useWords();
  const view = page.panels[page.root] as ConversionView | undefined;
  const open = page.findings.filter((f) => f.state === 'open').length;
  const whole = page.mayDo[page.root] ?? [];
  return (
    <aside>
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
      {selected !== page.root && whole.length > 0 ? (
        <section className="card" aria-labelledby="whole">
          <h2 id="whole">{t('case.whole')}</h2>
          <MayDoList caseId={page.root} may={whole} page={page} quiet />
        </section>
      ) : null}
    </aside>
  );
}

/** The first step that waits for somebody; once all are done, the latest money; else the last step. */
function firstOpen(page: CasePage): string {
  const step = page.steps.find((s) => s.case_id === page.root && s.state !== 'done' && page.open.includes(s.child_id));
  const money =
    [...page.cases].reverse().find((c) => ['distribution', 'stake'].includes(c.procedure) && !c.withdrawn) ??
    page.cases.find((c) => c.procedure === 'receipt');
  return step?.child_id ?? money?.id ?? page.root;
}
