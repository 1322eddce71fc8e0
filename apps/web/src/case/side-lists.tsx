import { Button, Drawer } from 'antd';
import { useState } from 'react';
import type { FieldShape } from '../../../../packages/kernel/field.ts';
import type { CasePage } from '../api/queries.ts';
import { CommandForm } from '../fields/command-form.tsx';
import { ClauseChips } from '../parts/clause.tsx';
import { useWords } from '../words/words.ts';
import { Due } from './due.tsx';

/** What is owed in this deal, by whom, by when. */
export function Duties({ page }: { readonly page: CasePage }) {
  const { t, word } = useWords();
  const duties = page.duties.filter((d) => d.unblocked);
  if (duties.length === 0) return <p className="empty">{t('case.duties.none')}</p>;
  return (
    <ul className="list">
      {duties.map((d) => (
        <li key={d.id}>
          <div className="spread">
            <span>{word(`duty:${d.duty}`)}</span>
            <Due day={d.dueOn} today={page.today} provisional={d.provisional} />
          </div>
          <div className="soft">{d.owner ?? word(`role:${d.ownerRole}`)}</div>
          <ClauseChips ids={d.clauses} cites={page.clauses} />
        </li>
      ))}
    </ul>
  );
}

const closing: Readonly<Record<string, FieldShape>> = {
  finding: { kind: 'text', required: true },
  paper: { kind: 'paper', required: false, register: 'papers' },
  explanation: { kind: 'note', required: false },
};

/** Findings of the deal, open ones first, each with the clause it does not meet and the way to close it. */
export function Findings({ page }: { readonly page: CasePage }) {
  const { t } = useWords();
  const [open, setOpen] = useState<CasePage['findings'][number] | undefined>();
  const findings = [...page.findings].sort((a, b) => Number(a.state === 'closed') - Number(b.state === 'closed'));
  const { finding: _, ...fields } = closing;
  if (findings.length === 0) return <p className="empty">{t('case.findings.none')}</p>;
  return (
    <>
      <ul className="list">
        {findings.map((f) => (
          <li key={f.id}>
            <div className={`refusal ${f.state === 'open' ? 'unmet' : ''}`}>
              <div>{f.sentence}</div>
              <ClauseChips ids={f.clauses} cites={page.clauses} />
              {f.state === 'closed' ? (
                <div className="soft">
                  <span className="badge done">{t('case.findings.closed', { day: f.closedOn ?? '', who: f.closedBy ?? '' })}</span>{' '}
                  {f.explanation}
                </div>
              ) : page.house.file ? (
                <Button size="small" style={{ marginTop: 6 }} onClick={() => setOpen(f)}>
                  {t('case.findings.close')}
                </Button>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
      {open ? (
        <Drawer
          open
          destroyOnHidden
          title={t('case.findings.close')}
          onClose={() => setOpen(undefined)}
          size={Math.min(560, window.innerWidth)}
        >
          <p>{open.sentence}</p>
          <CommandForm
            command="finding.close"
            fields={fields}
            suggestion={{ finding: open.id }}
            caseId={open.case}
            recorded={false}
            onDone={() => setOpen(undefined)}
          />
        </Drawer>
      ) : null}
    </>
  );
}
