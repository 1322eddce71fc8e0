import { Button } from 'antd';
import { useState } from 'react';
import type { FieldShape } from '../../../../packages/kernel/field.ts';
import type { CasePage } from '../api/queries.ts';
import { CommandForm } from '../fields/command-form.tsx';
import { ClauseChips } from '../parts/clause-chip.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { useWords } from '../words/words.ts';

const closing: Readonly<Record<string, FieldShape>> = {
  paper: { kind: 'paper', required: false, register: 'papers' },
  explanation: { kind: 'note', required: false },
};

/** Findings of the deal, open ones first, each with the clause it does not meet and the way to close it. */
export function Findings({ page }: { readonly page: CasePage }) {
  const { t, word } = useWords();
  const titles = new Map(page.cases.map((c) => [c.id, c.title]));
  const [open, setOpen] = useState<CasePage['findings'][number] | undefined>();
  const findings = [...page.findings].sort((a, b) => Number(a.state === 'closed') - Number(b.state === 'closed'));
  if (findings.length === 0) return <p className="empty">{t('case.findings.none')}</p>;
  return (
    <>
      <ul className="list">
        {findings.map((f) => (
          <li key={f.id}>
            <div className={`refusal ${f.state === 'open' ? 'unmet' : ''}`}>
              <div>{f.sentence}</div>
              <div className="soft">
                {titles.get(f.case)} · {t('case.findings.opened', { day: f.openedOn, who: word(`role:${f.ownerRole}`) })}
              </div>
              <ClauseChips ids={f.clauses} cites={page.clauses} />
              {f.state === 'closed' ? (
                <div className="soft">
                  <span className="badge done">{t('case.findings.closed', { day: f.closedOn ?? '', who: f.closedBy ?? '' })}</span>{' '}
                  {f.explanation}
                </div>
              ) : page.house.file ? (
                <Button size="small" onClick={() => setOpen(f)}>
                  {t('case.findings.close')}
                </Button>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
      {open ? (
        <Sheet title={t('case.findings.close')} onClosed={() => setOpen(undefined)}>
          {(close) => (
            <>
              <p>{open.sentence}</p>
              <CommandForm
                command="finding.close"
                fields={closing}
                suggestion={{ finding: open.id }}
                caseId={open.case}
                recorded={false}
                onDone={close}
              />
            </>
          )}
        </Sheet>
      ) : null}
    </>
  );
}
