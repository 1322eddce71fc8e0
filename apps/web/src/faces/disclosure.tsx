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
        <dd className="several-lines">{a.summary}</dd>
        <dt>{f('formedOn')}</dt>
        <dd>{a.formedOn ?? t('none')}</dd>
        <dt>{word('state:register.registered')}</dt>
        <dd>{a.registeredOn ?? t('none')}</dd>
      </dl>
      <section>
        <h3>{f('contributors')}</h3>
        <ol className="list tight">
          {view.contributors.map((c, i) => (
            <li key={`${c.name}${c.unit}`}>
              {i + 1}. {c.name} <span className="soft">{c.unit}</span> {c.main ? <span className="badge now">{f('main')}</span> : null}{' '}
              <span className="soft">{c.contribution}</span>
            </li>
          ))}
        </ol>
      </section>
      {view.rights.length > 0 ? (
        <section>
          <h3>{f('rights')}</h3>
          <ul className="list tight">
            {view.rights.map((r) => (
              <li key={r.title}>
                <span className="badge">{word(`option:kind.${r.kind}`)}</span> {r.title} <span className="soft">{r.number}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}
