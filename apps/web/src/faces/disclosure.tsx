import type { DisclosureView } from '../../../../packages/capabilities/disclosure/view.ts';
import { CorrectButton } from '../case/records.tsx';
import { useWords } from '../words/words.ts';

export function DisclosureFace({
  view,
  caseId,
  mayFile,
}: {
  readonly view: DisclosureView;
  readonly caseId: string;
  readonly mayFile: boolean;
}) {
  const { field, word, t } = useWords();
  const { achievement: a } = view;
  const f = (key: string): string => field('achievement.disclose', key);
  return (
    <div className="stack">
      <dl className="facts">
        <dt>{f('title')}</dt>
        <dd>
          {a.title} {mayFile ? <CorrectButton caseId={caseId} table="achievement" row={a.id} field="title" old={a.title} /> : null}
        </dd>
        <dt>{f('kind')}</dt>
        <dd>{word(`option:kind.${a.kind}`)}</dd>
        <dt>{f('summary')}</dt>
        <dd style={{ whiteSpace: 'pre-line' }}>{a.summary}</dd>
        <dt>{f('formedOn')}</dt>
        <dd>{a.formedOn ?? t('none')}</dd>
        <dt>{word('state:register.registered')}</dt>
        <dd>{a.registeredOn ?? t('none')}</dd>
      </dl>
      <table className="plain">
        <caption style={{ textAlign: 'left', fontWeight: 600 }}>{f('contributors')}</caption>
        <tbody>
          {view.contributors.map((c, i) => (
            <tr key={c.name}>
              <td>{i + 1}</td>
              <td>{c.name}</td>
              <td>{c.unit}</td>
              <td>{c.main ? f('main') : ''}</td>
              <td className="soft">{c.contribution}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {view.rights.length > 0 ? (
        <table className="plain">
          <caption style={{ textAlign: 'left', fontWeight: 600 }}>{f('rights')}</caption>
          <tbody>
            {view.rights.map((r) => (
              <tr key={r.title}>
                <td>{word(`option:kind.${r.kind}`)}</td>
                <td>{r.title}</td>
                <td>{r.number}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </div>
  );
}
