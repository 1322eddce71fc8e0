import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { dayAt } from '../../../../packages/kernel/day.ts';
import { uploadPaper } from '../api/client.ts';
import type { CasePage } from '../api/queries.ts';
import { FileChoice } from '../fields/file-choice.tsx';
import { Picker } from '../fields/picker.tsx';
import { faultWords } from '../parts/fault.ts';
import { useWords } from '../words/words.ts';

const paperKinds = ['minutes', 'scan', 'picture', 'recording', 'agreement', 'report', 'other'] as const;

/** Documents the house has issued in this deal, newest version first, as PDF and Word; of one case, where one is named. */
export function Documents({ page, of }: { readonly page: CasePage; readonly of?: string }) {
  const { t, word } = useWords();
  const documents = [...page.documents].filter((d) => of === undefined || d.case === of).reverse();
  const titles = new Map(page.steps.map((s) => [s.child_id, s.title]));
  if (documents.length === 0) return <p className="empty">{t('case.documents.none')}</p>;
  return (
    <ul className="list">
      {documents.map((d) => (
        <li key={d.id}>
          <div className="spread">
            <span>
              <strong>{word(`document:${d.kind}`)}</strong>{' '}
              {of === undefined && titles.has(d.case) ? <span className="soft">{titles.get(d.case)} </span> : null}
              <span className="soft">
                {t('case.version', { n: d.version })} {d.issuedOn}
              </span>{' '}
              {d.state === 'superseded' ? <span className="badge warn">{t('case.superseded')}</span> : null}
            </span>
            {d.rendered ? (
              <span className="row">
                <Download id={d.id} form="pdf" title={`${word(`document:${d.kind}`)} PDF`} />
                <Download id={d.id} form="docx" title={`${word(`document:${d.kind}`)} Word`} />
              </span>
            ) : (
              <span className="soft" role="status">
                {t('case.rendering')}
              </span>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

const Download = ({ id, form, title }: { readonly id: string; readonly form: 'pdf' | 'docx'; readonly title: string }) => (
  <a href={`/api/documents/${id}/${form}`} aria-label={title}>
    {form === 'pdf' ? 'PDF' : 'Word'}
  </a>
);

/** Evidence: minutes, signed sheets, pictures, recordings; each with who filed it and when. */
export function Papers({ page, caseId }: { readonly page: CasePage; readonly caseId: string }) {
  const { t, word } = useWords();
  return (
    <>
      {page.papers.length === 0 ? <p className="empty">{t('case.papers.none')}</p> : null}
      <ul className="list">
        {page.papers.map((p) => (
          <li key={p.id}>
            <div className="spread">
              <span>
                <span className="badge">{word(`option:kind.${p.kind}`)}</span>{' '}
                {p.kept ? <a href={`/api/papers/${p.id}`}>{p.title}</a> : p.title}{' '}
                {p.kept ? null : <span className="badge bad">{t('paper.missing')}</span>}
              </span>
              <span className="soft" title={`SHA-256 ${p.sha256}`}>
                {p.filedBy} · {dayAt(p.filedAt)}
              </span>
            </div>
          </li>
        ))}
      </ul>
      {page.house.file ? <Filing caseId={caseId} /> : null}
    </>
  );
}

function Filing({ caseId }: { readonly caseId: string }) {
  const words = useWords();
  const { t, word } = words;
  const id = useId();
  const queries = useQueryClient();
  const [file, setFile] = useState<File | undefined>();
  const [round, setRound] = useState(0);
  const [kind, setKind] = useState<string>('scan');
  const [title, setTitle] = useState('');
  const [percent, setPercent] = useState(0);
  const filing = useMutation({
    mutationFn: async (chosen: File) => await uploadPaper(caseId, { kind, title: title || chosen.name, file: chosen }, setPercent),
    onSuccess: async () => {
      setTitle('');
      setFile(undefined);
      setRound((n) => n + 1);
      await queries.invalidateQueries({ queryKey: ['case'] });
    },
  });
  const submit = (e: FormEvent): void => {
    e.preventDefault();
    if (file) filing.mutate(file);
  };
  return (
    <form className="group after" onSubmit={submit} aria-label={t('paper.file-one')}>
      <div className="row end">
        <div>
          <label htmlFor={`${id}k`}>{t('paper.kind')}</label>
          <Picker
            id={`${id}k`}
            aria-label={t('paper.kind')}
            value={kind}
            width={130}
            options={paperKinds.map((k) => ({ value: k, label: word(`option:kind.${k}`) }))}
            onChange={setKind}
          />
        </div>
        <div className="wide">
          <label htmlFor={`${id}t`}>{t('paper.title')}</label>
          <Input id={`${id}t`} value={title} placeholder={file?.name ?? ''} onChange={(e) => setTitle(e.target.value)} />
        </div>
        <FileChoice key={round} label={t('paper.file')} onChoose={setFile} {...(file ? {} : { said: '' })} />
        <Button htmlType="submit" loading={filing.isPending} disabled={!file}>
          {filing.isPending ? t('uploading', { percent }) : t('upload')}
        </Button>
      </div>
      {filing.error ? (
        <div className="notice-box bad" role="alert">
          {faultWords(filing.error, words)}
        </div>
      ) : null}
    </form>
  );
}
