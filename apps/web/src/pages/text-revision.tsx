import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { answer, client } from '../api/client.ts';
import { type Checked, type TextFiles, textFilesQuery } from '../api/queries.ts';
import { AdoptForm, type Change } from '../revision/adopt-form.tsx';
import { DifferenceOf } from '../revision/difference.tsx';
import { type Edits, FilesForm } from '../revision/files-form.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { Failed, Loading } from '../shell/plain.tsx';
import { Themed } from '../shell/theme.tsx';
import { useWords } from '../words/words.ts';

/** A text of the institution's own is revised: its files are changed, checked with all packs, shown clause by clause, and adopted from a day. */
export function TextRevisionPage() {
  const { text: id } = useParams({ from: '/inside/law/$text/revision' });
  const { t } = useWords();
  const { data, error, refetch } = useQuery(textFilesQuery(id));
  if (error) return <Failed error={error} again={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <Themed>
      <PageHead
        title={t('revise.title', { text: data.text.short })}
        sub={data.last ? t('revise.last', { day: data.last }) : t('revise.issued')}
      >
        <Link to="/law/$text" params={{ text: id }} search={{}}>
          {t('compare.read')}
        </Link>
      </PageHead>
      <Revising key={JSON.stringify(data.files)} data={data} />
    </Themed>
  );
}

function Revising({ data }: { readonly data: TextFiles }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const [edits, setEdits] = useState<Edits>({});
  const change: Change = {
    files: Object.entries(edits).flatMap(([file, content]) => (content === null ? [] : [{ file, content }])),
    without: Object.entries(edits).flatMap(([file, content]) =>
      content === null && data.files.some((f) => f.file === file) ? [file] : [],
    ),
  };
  const check = useMutation({
    mutationFn: (body: Change) =>
      answer(
        client.POST('/api/texts/{id}/check', {
          params: { path: { id: data.text.id } },
          body: { files: [...body.files], without: [...body.without] },
        }),
      ),
  });
  const edit = (next: Edits): void => {
    setEdits(next);
    check.reset();
  };
  const nothing = change.files.length + change.without.length === 0;
  return (
    <>
      <FilesForm files={data.files} edits={edits} onChange={edit} />
      <div className="row before">
        <Button type="primary" loading={check.isPending} disabled={nothing} onClick={() => check.mutate(change)}>
          {t('revise.check')}
        </Button>
        <span className="soft">{t(nothing ? 'revise.nothing' : 'revise.check.lead')}</span>
      </div>
      {check.error ? <Failed error={check.error} /> : null}
      {check.data ? <Found checked={check.data} /> : null}
      {check.data && check.data.faults.length === 0 && !check.data.unchanged ? (
        <AdoptForm
          text={data.text.id}
          caseId={data.case}
          change={change}
          onDone={() => void navigate({ to: '/law/$text', params: { text: data.text.id }, search: {} })}
        />
      ) : null}
    </>
  );
}

function Found({ checked }: { readonly checked: Checked }) {
  const { t, refusal } = useWords();
  if (checked.faults.length > 0)
    return (
      <section className="notice-box bad" role="alert">
        <strong>{t('revise.faults', { n: checked.faults.length })}</strong>
        <ul>
          {checked.faults.map((f) => (
            <li key={[f.file, f.line, f.column, f.code].join()}>
              {t('revise.place', { file: f.file, line: f.line, column: f.column })} {refusal(f.code, f.facts)}
            </li>
          ))}
        </ul>
      </section>
    );
  const same = checked.text.length + checked.clauses.length + checked.examples.length === 0;
  return (
    <>
      <div className="notice-box good" role="status">
        {t(checked.unchanged ? 'revise.unchanged' : same ? 'revise.sameMeaning' : 'revise.clean')}
      </div>
      <DifferenceOf checked={checked} />
    </>
  );
}
