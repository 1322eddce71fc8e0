import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Problem, uploadPaper } from '../api/client.ts';
import { useWords } from '../words/words.ts';
import type { FaceProps } from './face.tsx';

const kinds: Readonly<Record<string, string>> = {
  minutes: 'minutes',
  signed: 'scan',
  paper: 'scan',
  evidence: 'picture',
  report: 'report',
  approval: 'scan',
};

/** A paper is uploaded into the case at once; the field keeps its place in the file. */
export function PaperFace({
  value,
  onChange,
  caseId,
  name,
  command,
  id,
  label,
}: FaceProps & { readonly id: string; readonly label: string }) {
  const { t } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const queries = useQueryClient();
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const take = async (file: File | undefined): Promise<void> => {
    if (!file || !caseId) return;
    setBusy(true);
    setSaid('');
    try {
      const kind = command === 'contract.sign' ? 'agreement' : (kinds[name] ?? 'other');
      const filed = await uploadPaper(caseId, { kind, title: file.name, file });
      onChange(filed.paper);
      setSaid(t('uploaded', { title: filed.title }));
      await queries.invalidateQueries({ queryKey: ['case'] });
    } catch (e) {
      setSaid(e instanceof Problem ? e.refusals.map((r) => r.sentence).join(' ') : String(e));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="row">
      <input
        ref={input}
        id={id}
        type="file"
        aria-label={label}
        disabled={busy || !caseId}
        onChange={(e) => void take(e.target.files?.[0])}
      />
      <span role="status" className="soft">
        {busy ? t('uploading') : said || (value ? '✓' : '')}
      </span>
    </div>
  );
}
