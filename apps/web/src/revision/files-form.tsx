import { useId, useState } from 'react';
import type { TextFiles } from '../api/queries.ts';
import { FileChoice } from '../fields/file-choice.tsx';
import { useWords } from '../words/words.ts';

/** Files as they would be, by name; null for one that is taken out. */
export type Edits = Readonly<Record<string, string | null>>;
type Props = { readonly files: TextFiles['files']; readonly edits: Edits; readonly onChange: (edits: Edits) => void };

/** Each file of a text may be written anew, pasted, chosen from the machine, or taken out; a new one has a name of its own. */
export function FilesForm({ files, edits, onChange }: Props) {
  const { t } = useWords();
  const id = useId();
  const [chosen, setChosen] = useState(
    files.find((f) => f.file !== 'text.yaml' && !f.file.endsWith('.examples.yaml'))?.file ?? 'text.yaml',
  );
  const [name, setName] = useState('');
  const stored = new Map(files.map((f) => [f.file, f.content]));
  const names = [...new Set([...stored.keys(), ...Object.keys(edits)])].sort();
  const put = (file: string, content: string | null): void => {
    const { [file]: _, ...others } = edits;
    onChange(content === (stored.get(file) ?? null) ? others : { ...others, [file]: content });
  };
  const content = chosen in edits ? edits[chosen] : stored.get(chosen);
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    put(file.name, await file.text());
    setChosen(file.name);
  };
  return (
    <section className="card" aria-labelledby={`${id}-files`}>
      <h2 id={`${id}-files`}>{t('revise.files')}</h2>
      <p className="soft">{t('revise.files.lead')}</p>
      <div className="row end">
        <div className="field wide">
          <label htmlFor={`${id}-which`}>{t('revise.which')}</label>
          <select id={`${id}-which`} className="plain-box" value={chosen} onChange={(e) => setChosen(e.target.value)}>
            {names.map((n) => (
              <option key={n} value={n}>
                {[
                  n,
                  n === 'text.yaml' ? t('revise.head') : '',
                  n in edits ? t(edits[n] === null ? 'revise.out' : 'revise.edited') : '',
                ].join(' ')}
              </option>
            ))}
          </select>
        </div>
        <FileChoice label={t('revise.choose')} onChoose={(f) => void take(f)} />
      </div>
      <div className="field">
        <label htmlFor={`${id}-content`}>{chosen}</label>
        <textarea
          id={`${id}-content`}
          className="plain-box source"
          spellCheck={false}
          rows={16}
          value={content ?? ''}
          onChange={(e) => put(chosen, e.target.value)}
        />
      </div>
      <div className="row">
        {chosen in edits ? (
          <button type="button" className="plain-button" onClick={() => put(chosen, stored.get(chosen) ?? null)}>
            {t('revise.undo')}
          </button>
        ) : null}
        {content === null || content === undefined ? null : (
          <button type="button" className="plain-button" onClick={() => put(chosen, null)}>
            {t('revise.takeOut')}
          </button>
        )}
      </div>
      <div className="row end">
        <div className="field wide">
          <label htmlFor={`${id}-new`}>{t('revise.new')}</label>
          <input id={`${id}-new`} className="plain-box" value={name} placeholder="6-….yaml" onChange={(e) => setName(e.target.value)} />
        </div>
        <button
          type="button"
          className="plain-button"
          disabled={name === '' || names.includes(name)}
          onClick={() => {
            onChange({ ...edits, [name]: '' });
            setChosen(name);
            setName('');
          }}
        >
          {t('revise.add')}
        </button>
      </div>
    </section>
  );
}
