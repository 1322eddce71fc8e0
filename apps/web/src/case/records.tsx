import { Button } from 'antd';
import { useState } from 'react';
import type { DistributionView } from '../../../../packages/capabilities/distribution/view.ts';
import type { CasePage } from '../api/queries.ts';
import { CommandForm } from '../fields/command-form.tsx';
import { ClauseChips } from '../parts/clause-chip.tsx';
import { showMoney } from '../parts/money.ts';
import { Sheet } from '../parts/sheet.tsx';
import { Wide } from '../parts/wide.tsx';
import { useWords } from '../words/words.ts';

/** As many as the page is given. */
const mostEvents = 300;

/** Everything that happened, newest first: when, who entered it, who decided, under which clauses. */
export function History({ page }: { readonly page: CasePage }) {
  const { t, word } = useWords();
  const titles = new Map(page.cases.map((c) => [c.id, c.title]));
  return (
    <>
      <ul className="list">
        {page.history.map((e) => (
          <li key={`${e.stream}/${e.seq}`}>
            <div className="spread">
              <span>
                <strong>{word(`event:${e.type}`)}</strong> <span className="soft">{titles.get(e.stream)}</span>
              </span>
              <span className="soft">
                {e.on}
                {e.decidedBy ? ` · ${t('case.decidedBy', { who: e.decidedBy })}` : ''}
                {e.actor ? ` · ${e.decidedBy ? t('case.enteredBy', { who: e.actor }) : e.actor}` : ''}
              </span>
            </div>
            <ClauseChips ids={e.clauses} cites={page.clauses} />
          </li>
        ))}
      </ul>
      {page.history.length >= mostEvents ? <p className="soft">{t('case.history.limit', { n: mostEvents })}</p> : null}
    </>
  );
}

/** The books of the deal: every line, in balance; corrections show as reversals. */
export function Books({ page }: { readonly page: CasePage }) {
  const { t, word } = useWords();
  if (page.entries.length === 0) return <p className="empty">{t('case.books.none')}</p>;
  const names = new Map(page.people.map((p) => [p.id, p.name]));
  // who, which part of the split, or what kind of cost
  const part = (l: CasePage['entries'][number]): string | undefined =>
    (page.panels[l.case] as Partial<DistributionView> | undefined)?.parts?.find((p) => p.part === l.about)?.title;
  const about = (l: CasePage['entries'][number]): string =>
    l.about ? (names.get(l.about) ?? part(l) ?? word(`option:deduction.${l.about}`)) : '';
  const zero = (yuan: string): string => (yuan === '0.00' ? '' : showMoney(yuan));
  return (
    <Wide label={t('case.books')}>
      <table className="plain">
        <thead>
          <tr>
            <th>{t('books.day')}</th>
            <th>{t('books.account')}</th>
            <th>{t('books.about')}</th>
            <th className="right">{t('books.debit')}</th>
            <th className="right">{t('books.credit')}</th>
          </tr>
        </thead>
        <tbody>
          {page.entries.map((l) => (
            <tr key={l.id}>
              <td>{l.on}</td>
              <td>
                {word(`account:${l.account}`)} {l.reverses ? <span className="badge warn">↺</span> : null}
              </td>
              <td className="soft">{about(l)}</td>
              <td className="right money">{zero(l.debit)}</td>
              <td className="right money">{zero(l.credit)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}

const deciding = { correction: { kind: 'text', required: true }, approve: { kind: 'yes-no', required: true } } as const;

/** Corrections asked for and decided; who asked cannot decide. */
export function Corrections({ page }: { readonly page: CasePage }) {
  const { t, word } = useWords();
  const [open, setOpen] = useState<CasePage['corrections'][number] | undefined>();
  if (page.corrections.length === 0) return <p className="empty">{t('case.corrections.none')}</p>;
  const fieldName = (f: string): string => word(`field:${f.replace(/_(\w)/g, (_, x: string) => x.toUpperCase())}`);
  return (
    <>
      <ul className="list">
        {page.corrections.map((c) => (
          <li key={c.id}>
            <div className="spread">
              <span>
                {t('case.corrections.line', { table: word(`option:table.${c.table}`), field: fieldName(c.field), old: c.old, new: c.new })}
              </span>
              <span className="soft">
                {c.askedBy} {c.askedOn}
                {c.decidedBy ? ` → ${c.decidedBy} ${c.decidedOn}` : ''}
              </span>
            </div>
            <div className="soft">{c.reason}</div>
            {c.state === 'asked' && page.house.correct ? (
              <Button size="small" onClick={() => setOpen(c)}>
                {word('command:correction.decide')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {open ? (
        <Sheet title={word('command:correction.decide')} width={480} onClosed={() => setOpen(undefined)}>
          {(close) => (
            <CommandForm
              command="correction.decide"
              fields={{ approve: deciding.approve }}
              suggestion={{ correction: open.id }}
              caseId={open.case}
              recorded={false}
              onDone={close}
            />
          )}
        </Sheet>
      ) : null}
    </>
  );
}

/** Asks for a correction of one value that stands on the page. */
export function CorrectButton({
  caseId,
  table,
  row,
  field,
  old,
}: {
  readonly caseId: string;
  readonly table: string;
  readonly row: string;
  readonly field: string;
  readonly old: string;
}) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const kind = field === 'amount' || field === 'price' ? 'money' : field.endsWith('_on') ? 'day' : 'text';
  return (
    <>
      <Button size="small" type="link" onClick={() => setOpen(true)}>
        {t('case.corrections.ask')}
      </Button>
      {open ? (
        <Sheet title={t('case.corrections.ask')} width={480} onClosed={() => setOpen(false)}>
          {(close) => (
            <CommandForm
              command="correction.ask"
              fields={{ value: { kind, required: true }, reason: { kind: 'note', required: true } }}
              suggestion={{ table, row, field, value: old }}
              caseId={caseId}
              recorded={false}
              onDone={close}
            />
          )}
        </Sheet>
      ) : null}
    </>
  );
}
