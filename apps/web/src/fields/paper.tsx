import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { uploadPaper } from '../api/client.ts';
import { faultWords } from '../parts/fault.ts';
import { useWords } from '../words/words.ts';
import type { FaceProps } from './face.tsx';
import { FileChoice } from './file-choice.tsx';

const kinds: Readonly<Record<string, string>> = {
  minutes: 'minutes',
  signed: 'scan',
  paper: 'scan',
  evidence: 'picture',
  report: 'report',
  approval: 'scan',
};
type Props = FaceProps & { readonly id: string; readonly label: string; readonly described?: string };
type Said = { readonly words: string; readonly error?: Error };

/** A paper is uploaded into the case at once; the field keeps its place in the file. */
export function PaperFace({ value, onChange, caseId, name, command, id, label, described }: Props) {
  const words = useWords();
  const { t } = words;
  const queries = useQueryClient();
  const [said, setSaid] = useState<Said>({ words: '' });
  const [busy, setBusy] = useState(false);
  const take = async (file: File | undefined): Promise<void> => {
    if (!file || !caseId) return;
    setBusy(true);
    setSaid({ words: t('uploading', { percent: 0 }) });
    try {
      const kind = command === 'contract.sign' ? 'agreement' : (kinds[name] ?? 'other');
      const progress = (percent: number): void => setSaid({ words: t('uploading', { percent }) });
      const filed = await uploadPaper(caseId, { kind, title: file.name, file }, progress);
      onChange(filed.paper);
      setSaid({ words: t('uploaded', { title: filed.title }) });
      await queries.invalidateQueries({ queryKey: ['case'] });
    } catch (e) {
      onChange(undefined);
      setSaid({ words: '', error: e as Error });
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <FileChoice
        id={id}
        label={label}
        disabled={busy || !caseId}
        said={said.error ? '' : said.words || (value ? t('file.kept') : '')}
        onChoose={(file) => void take(file)}
        {...(described ? { described } : {})}
      />
      {said.error ? (
        <div className="fault" role="alert">
          {faultWords(said.error, words)}
        </div>
      ) : null}
    </>
  );
}
