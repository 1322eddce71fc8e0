import { Button, Drawer } from 'antd';
import { useState } from 'react';
import type { Accepted } from '../api/client.ts';
import type { CasePage, FieldShapes, MayDo } from '../api/queries.ts';
import { CommandForm } from '../fields/command-form.tsx';
import { ClauseChips } from '../parts/clause.tsx';
import { Refusals } from '../parts/refusals.tsx';
import { useWords } from '../words/words.ts';

type Props = {
  readonly caseId: string;
  readonly may: readonly MayDo[];
  readonly page: CasePage;
  /** The body that decides, where the case is a meeting's: fills in who decided. */
  readonly decidedBy?: string;
  readonly onDone?: (accepted: Accepted) => void;
};

/** What can be done in a case now, and what is refused and why, under which clause. The server says both; nothing is worked out here. */
export function MayDoList({ caseId, may, page, decidedBy, onDone }: Props) {
  const { t, word } = useWords();
  const [open, setOpen] = useState<{ readonly m: MayDo; readonly record: boolean } | undefined>();
  if (may.length === 0) return <p className="empty">{t('case.may.none')}</p>;
  return (
    <>
      <ul className="list">
        {may.map((m) => (
          <li key={m.command}>
            <div className="spread">
              <strong>{word(`command:${m.command}`)}</strong>
              <span className="row">
                {m.act ? (
                  <Button type="primary" size="small" disabled={m.refusals.length > 0} onClick={() => setOpen({ m, record: false })}>
                    {t('case.act')}
                  </Button>
                ) : null}
                {m.record ? (
                  <Button size="small" onClick={() => setOpen({ m, record: true })}>
                    {t('case.record')}
                  </Button>
                ) : null}
              </span>
            </div>
            {m.refusals.length > 0 ? (
              <Refusals refusals={m.refusals} />
            ) : (
              <ClauseChips ids={m.answers.flatMap((a) => a.clauses)} cites={page.clauses} />
            )}
          </li>
        ))}
      </ul>
      {open ? (
        <Drawer
          open
          destroyOnHidden
          title={`${word(`command:${open.m.command}`)}${open.record ? ` · ${t('case.record')}` : ''}`}
          onClose={() => setOpen(undefined)}
          size={Math.min(640, window.innerWidth)}
        >
          <CommandForm
            command={open.m.command}
            fields={open.m.fields as FieldShapes}
            suggestion={open.m.suggestion}
            caseId={caseId}
            recorded={open.record}
            people={page.people}
            today={page.today}
            {...(decidedBy ? { decidedBy } : {})}
            onDone={(accepted) => {
              setOpen(undefined);
              onDone?.(accepted);
            }}
          />
        </Drawer>
      ) : null}
    </>
  );
}
