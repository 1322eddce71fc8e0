import { Button } from 'antd';
import { useState } from 'react';
import type { CasePage, FieldShapes } from '../api/queries.ts';
import { CommandForm } from '../fields/command-form.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { useWords } from '../words/words.ts';

type Props = {
  readonly page: CasePage;
  readonly caseId: string;
  readonly command: string;
  /** What the line itself says: filled in and not asked for. */
  readonly fixed: Readonly<Record<string, unknown>>;
  /** What the line is called, for who does not see which line the button stands in. */
  readonly about: string;
  readonly label?: string;
};

/** A command at the line it is about: a checklist's item, an occurrence, a clause. Not there where it cannot be done now. */
export function LineAction({ page, caseId, command, fixed, about, label }: Props) {
  const { t, word, pair } = useWords();
  const [open, setOpen] = useState<'act' | 'record' | undefined>();
  const may = page.mayDo[caseId]?.find((m) => m.command === command);
  if (!may || (may.refusals.length > 0 && !may.record)) return null;
  const name = label ?? word(`command:${command}`);
  const fields = Object.fromEntries(Object.entries(may.fields as FieldShapes).filter(([key]) => !(key in fixed)));
  const suggestion = { ...may.suggestion, ...fixed };
  return (
    <>
      {may.act && may.refusals.length === 0 ? (
        <Button size="small" aria-label={pair(name, about)} onClick={() => setOpen('act')}>
          {name}
        </Button>
      ) : null}
      {may.record && !may.act ? (
        <Button size="small" aria-label={pair(`${t('case.record')} ${name}`, about)} onClick={() => setOpen('record')}>
          {t('case.record')}
        </Button>
      ) : null}
      {open ? (
        <Sheet title={`${name} · ${about}`} onClosed={() => setOpen(undefined)}>
          {(close) => (
            <CommandForm
              command={command}
              fields={fields}
              suggestion={suggestion}
              caseId={caseId}
              recorded={open === 'record'}
              people={page.people}
              today={page.today}
              onDone={close}
            />
          )}
        </Sheet>
      ) : null}
    </>
  );
}
