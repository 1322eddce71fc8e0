import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { Accepted } from '../api/client.ts';
import type { CasePage, FieldShapes, MayDo } from '../api/queries.ts';
import { CommandForm } from '../fields/command-form.tsx';
import { ClauseChips } from '../parts/clause-chip.tsx';
import { Refusals } from '../parts/refusals.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { useWords } from '../words/words.ts';
import { choicesIn } from './choices.ts';
import { Idle } from './idle.tsx';

type Props = {
  readonly caseId: string;
  readonly may: readonly MayDo[];
  readonly page: CasePage;
  /** The body that decides, where the case is a meeting's: fills in who decided. */
  readonly decidedBy?: string;
  /** Beside what is at hand: no button stands out. */
  readonly quiet?: boolean;
  readonly onDone?: (accepted: Accepted) => void;
};

/** What can be done in a case now, and what is refused and why, under which clause. The server says both; nothing is worked out here. */
export function MayDoList({ caseId, may, page, decidedBy, quiet = false, onDone }: Props) {
  const { t, word, pair } = useWords();
  const [open, setOpen] = useState<{ readonly m: MayDo; readonly record: boolean } | undefined>();
  return (
    <>
      {may.length === 0 ? <Idle page={page} caseId={caseId} /> : null}
      <ul className="list">
        {may.map((m) => (
          <li key={m.command}>
            <div className="spread">
              <strong>{word(`command:${m.command}`)}</strong>
              <span className="row">
                {m.command === 'split.propose' ? (
                  <Link to="/distributions/$id" params={{ id: caseId }} className="go-button">
                    {t('bench.open')}
                  </Link>
                ) : null}
                {m.act && m.command !== 'split.propose' ? (
                  <Button
                    type={quiet ? 'default' : 'primary'}
                    disabled={m.refusals.length > 0}
                    aria-label={pair(word(`command:${m.command}`), t('case.act'))}
                    onClick={() => setOpen({ m, record: false })}
                  >
                    {t('case.act')}
                  </Button>
                ) : null}
                {m.record && m.command !== 'split.propose' ? (
                  <Button aria-label={pair(word(`command:${m.command}`), t('case.record'))} onClick={() => setOpen({ m, record: true })}>
                    {t('case.record')}
                  </Button>
                ) : null}
              </span>
            </div>
            {m.refusals.length > 0 && m.act ? (
              <Refusals refusals={m.refusals} />
            ) : (
              <ClauseChips ids={m.answers.flatMap((a) => a.clauses)} cites={page.clauses} />
            )}
          </li>
        ))}
      </ul>
      {open ? (
        <Sheet
          title={open.record ? `${t('case.record')} · ${word(`command:${open.m.command}`)}` : word(`command:${open.m.command}`)}
          width={640}
          onClosed={() => setOpen(undefined)}
        >
          {(close) => (
            <CommandForm
              command={open.m.command}
              fields={open.m.fields as FieldShapes}
              suggestion={open.m.suggestion}
              caseId={caseId}
              recorded={open.record}
              people={page.people}
              choices={choicesIn(page, { caseId, command: open.m.command, word })}
              today={page.today}
              {...(decidedBy ? { decidedBy } : {})}
              onDone={(accepted) => {
                close();
                onDone?.(accepted);
              }}
            />
          )}
        </Sheet>
      ) : null}
    </>
  );
}
