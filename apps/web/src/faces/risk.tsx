import type { RiskView } from '../../../../packages/capabilities/risk/view.ts';
import type { MeasureProps } from '../case/measure-face.tsx';
import { Wide } from '../parts/wide.tsx';
import { useWords } from '../words/words.ts';

const tones: Readonly<Record<string, string>> = { low: 'low', medium: 'medium', high: 'high' };

/** A risk in the matrix that graded it: the cell it stands in, and where another reading of the rows would put it. */
export function RiskFace({ view, chips }: MeasureProps<RiskView>) {
  const { t, word, field } = useWords();
  return (
    <div className="stack">
      <dl className="facts">
        <dt>{field('', 'class')}</dt>
        <dd>{word(`option:class.${view.class}`)}</dd>
        <dt>{field('', 'description')}</dt>
        <dd className="said">{view.description}</dd>
        {view.level ? (
          <>
            <dt>{t('risk.level')}</dt>
            <dd>
              <span className={`badge risk ${tones[view.level] ?? ''}`}>{word(`option:level.${view.level}`)}</span>{' '}
              {view.alert ? <span className="badge">{word(`option:alert.${view.alert}`)}</span> : null}{' '}
              <span className="soft">
                {view.assessedOn} · {field('', 'probability')} {view.probability} · {word(`option:impact.${view.impact}`)}
              </span>
            </dd>
          </>
        ) : null}
      </dl>
      {view.matrix ? <Matrix view={view} matrix={view.matrix} /> : null}
      {view.readings.map((r) => (
        <div key={r.clause + r.because} className="notice-box warn">
          {t('law.alternative', { because: r.because })} {word(`option:level.${r.level}`)}
        </div>
      ))}
      {chips(view.clauses)}
    </div>
  );
}

function Matrix({ view, matrix }: { readonly view: RiskView; readonly matrix: NonNullable<RiskView['matrix']> }) {
  const { t, word, field } = useWords();
  return (
    <Wide label={word('rule:risk-matrix')}>
      <table className="plain matrix">
        <caption className="as-heading">{word('rule:risk-matrix')}</caption>
        <thead>
          <tr>
            <th>
              {field('', 'probability')} / {field('', 'impact')}
            </th>
            {matrix.columns.map((c) => (
              <th key={c.id} scope="col">
                {c.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.span}</th>
              {row.cells.map((level, n) => {
                const here = row.id === view.row && matrix.columns[n]?.id === view.impact;
                return (
                  <td
                    key={matrix.columns[n]?.id}
                    className={`risk ${tones[level] ?? ''}`}
                    {...(here ? { 'aria-current': 'true' as const } : {})}
                  >
                    {word(`option:level.${level}`)}
                    {here ? <strong> ← {t('risk.here')}</strong> : null}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}
