import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useId, useRef, useState } from 'react';
import { Problem, uploadPaper } from '../api/client.ts';
import type { CasePage } from '../api/queries.ts';
import { useWords } from '../words/words.ts';

const paperKinds = ['minutes', 'scan', 'picture', 'recording', 'agreement', 'report', 'other'] as const;

/** Documents the house has issued in this deal, newest version first, as PDF and Word. */
export function Documents({ page }: { readonly page: CasePage }) {
  const { t, word } = useWords();
  const documents = [...page.documents].reverse();
  if (documents.length === 0) return <p className="empty">{t('case.documents.none')}</p>;
  return (
    <ul className="list">
      {documents.map((d) => (
        <li key={d.id}>
          <div className="spread">
            <span>
              <strong>{word(`document:${d.kind}`)}</strong> {t('case.version', { n: d.version })} <span className="soft">{d.issuedOn}</span>{' '}
              {d.state === 'superseded' ? <span className="badge warn">{t('case.superseded')}</span> : null}
            </span>
            {d.rendered ? (
              <span className="row">
                <a href={`/api/documents/${d.id}/pdf`}>PDF</a>
                <a href={`/api/documents/${d.id}/docx`}>Word</a>
              </span>
            ) : (
              <span className="soft">{t('case.rendering')}</span>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

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
                {p.filedBy} · {p.filedAt.slice(0, 10)}
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
  const { t, word } = useWords();
  const id = useId();
  const queries = useQueryClient();
  const file = useRef<HTMLInputElement>(null);
  const [kind, setKind] = useState<string>('scan');
  const [title, setTitle] = useState('');
  const filing = useMutation({
    mutationFn: async () => {
      const chosen = file.current?.files?.[0];
      if (!chosen) return;
      await uploadPaper(caseId, { kind, title: title || chosen.name, file: chosen });
    },
    onSuccess: async () => {
      setTitle('');
      if (file.current) file.current.value = '';
      await queries.invalidateQueries({ queryKey: ['case'] });
    },
  });
  return (
    <form
      className="group"
      onSubmit={(e) => {
        e.preventDefault();
        filing.mutate();
      }}
    >
      <div className="row" style={{ alignItems: 'end' }}>
        <div>
          <label htmlFor={`${id}k`}>{t('paper.kind')}</label>
          <br />
          <Select
            id={`${id}k`}
            value={kind}
            style={{ width: 130 }}
            options={paperKinds.map((k) => ({ value: k, label: word(`option:kind.${k}`) }))}
            onChange={setKind}
          />
        </div>
        <div style={{ flex: '1 1 160px' }}>
          <label htmlFor={`${id}t`}>{t('paper.title')}</label>
          <Input id={`${id}t`} value={title} onChange={(e) => setTitle(e.target.value)} />
        </div>
        <div style={{ flex: '1 1 200px' }}>
          <label htmlFor={`${id}f`}>{t('paper.file')}</label>
          <br />
          <input id={`${id}f`} ref={file} type="file" required style={{ maxWidth: '100%' }} />
        </div>
        <Button htmlType="submit" loading={filing.isPending}>
          {t('upload')}
        </Button>
      </div>
      {filing.error ? (
        <div className="notice-box bad" role="alert">
          {filing.error instanceof Problem ? filing.error.refusals.map((r) => r.sentence).join(' ') : filing.error.message}
        </div>
      ) : null}
    </form>
  );
}
