import { Link } from '@tanstack/react-router';
import type { OwnershipView } from '../../../../packages/capabilities/ownership/view.ts';
import { LineAction } from '../case/line-action.tsx';
import type { MeasureProps } from '../case/measure-face.tsx';
import { Wide } from '../parts/wide.tsx';
import { useWords } from '../words/words.ts';

/** Whose the rights are and on what ground; the parties; the clauses of the agreement, each marked as what it is. */
export function OwnershipFace({ view, page, caseId, chips }: MeasureProps<OwnershipView>) {
  const words = useWords();
  const { t, word, field } = words;
  const now = view.owners.filter((o) => o.to === null);
  return (
    <div className="stack">
      {view.by ? (
        <div className={`notice-box ${view.by === 'agreement' ? 'good' : 'warn'}`} role="status">
          <strong>{words.joined(now.map((o) => (o.share ? `${o.title} ${o.share}` : o.title)))}</strong>{' '}
          {view.kind ? word(`option:ownership.${view.kind}`) : null} — {word(`option:determined.${view.by}`)} {chips(view.clauses)}
        </div>
      ) : null}
      <dl className="facts">
        <dt>{field('ownership.open', 'mode')}</dt>
        <dd>{word(`option:mode.${view.mode}`)}</dd>
        {view.achievement ? (
          <>
            <dt>{word('procedure:disclosure')}</dt>
            <dd>
              <Link to="/cases/$id" params={{ id: view.achievement.case }} search={{}}>
                {view.achievement.title}
              </Link>
            </dd>
          </>
        ) : null}
        {view.newInvention ? (
          <>
            <dt>{field('', 'newInvention')}</dt>
            <dd>{word(`option:newInvention.${view.newInvention}`)}</dd>
          </>
        ) : null}
        {view.applicationRight ? (
          <>
            <dt>{t('ownership.applicationRight')}</dt>
            <dd>{word(`option:side.${view.applicationRight}`)}</dd>
          </>
        ) : null}
        {view.useRight ? (
          <>
            <dt>{t('ownership.useRight')}</dt>
            <dd>{word(`option:side.${view.useRight}`)}</dd>
          </>
        ) : null}
        {view.proceedsBase ? (
          <>
            <dt>{t('ownership.proceeds')}</dt>
            <dd>{word(`option:base.${view.proceedsBase}`)}</dd>
          </>
        ) : null}
      </dl>
      <Parties view={view} />
      <Terms view={view} page={page} caseId={caseId} chips={chips} />
      {view.owners.length > now.length ? (
        <section>
          <h3>{t('ownership.before')}</h3>
          <ul className="list">
            {view.owners
              .filter((o) => o.to !== null)
              .map((o) => (
                <li key={o.title + o.from}>
                  {o.title} <span className="soft">{`${o.from} — ${o.to}`}</span>
                </li>
              ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

function Parties({ view }: { readonly view: OwnershipView }) {
  const { t, word, field } = useWords();
  return (
    <Wide label={field('', 'party')}>
      <table className="plain">
        <thead>
          <tr>
            <th>{field('', 'party')}</th>
            <th>{t('ownership.side')}</th>
            <th>{field('ownership.open', 'representative')}</th>
            <th className="right">{t('ownership.proceeds')}</th>
          </tr>
        </thead>
        <tbody>
          {view.parties.map((p) => (
            <tr key={p.party}>
              <td>
                {p.title} {p.completing ? <span className="badge done">{field('ownership.open', 'completing')}</span> : null}
              </td>
              <td>{word(`option:side.${p.side}`)}</td>
              <td>{p.representative ?? '—'}</td>
              <td className="right">{p.proceedsShare ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}

function Terms({ view, page, caseId, chips }: MeasureProps<OwnershipView>) {
  const { t, word, aside } = useWords();
  return (
    <section>
      <h3>{t('ownership.terms')}</h3>
      {view.terms.length === 0 ? <p className="soft">{t('ownership.terms.none')}</p> : null}
      <ul className="list">
        {view.terms.map((x) => (
          <li key={x.id}>
            <blockquote>{x.words}</blockquote>
            <div className="spread">
              <span className="row">
                {x.informative ? <span className="badge">{t('ownership.informative')}</span> : null}
                {x.edited ? <span className="badge warn">{t('ownership.edited')}</span> : null}
                {chips([x.clause])}
              </span>
              <span className="row">
                <LineAction page={page} caseId={caseId} command="term.edit" fixed={{ term: x.id }} about={x.words} />
                <LineAction page={page} caseId={caseId} command="term.remove" fixed={{ term: x.id }} about={x.words} />
              </span>
            </div>
          </li>
        ))}
      </ul>
      {view.resources.length > 0 ? (
        <ul className="list">
          {view.resources.map((r) => (
            <li key={r.id}>
              <div className="spread">
                <span>
                  {word(`option:resources.${r.kind}`)}{' '}
                  {r.quantity === null ? (
                    <span className="badge warn">{t('ownership.unfilled')}</span>
                  ) : (
                    `${r.quantity} ${r.dueOn === null ? '' : aside(r.dueOn)}`
                  )}
                </span>
                <LineAction
                  page={page}
                  caseId={caseId}
                  command="resource.fill"
                  fixed={{ resource: r.id }}
                  about={word(`option:resources.${r.kind}`)}
                />
              </div>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
