import { Link } from '@tanstack/react-router';
import type { MaturityView } from '../../../../packages/capabilities/maturity/view.ts';
import type { MeasureProps } from '../case/measure-face.tsx';
import { useWords } from '../words/words.ts';

/** What is appraised, on what, and with what result. */
export function MaturityFace({ view }: MeasureProps<MaturityView>) {
  const words = useWords();
  const { t, word } = words;
  return (
    <dl className="facts">
      <dt>{word('procedure:disclosure')}</dt>
      <dd>
        {view.achievement.case ? (
          <Link to="/cases/$id" params={{ id: view.achievement.case }} search={{}}>
            {view.achievement.title}
          </Link>
        ) : (
          view.achievement.title
        )}
      </dd>
      <dt>{word('rule:appraisal-aspects')}</dt>
      <dd>{words.joined(view.aspects) || '—'}</dd>
      <dt>{t('maturity.result')}</dt>
      <dd>
        {view.score === null ? (
          t('maturity.open')
        ) : (
          <>
            <strong>{t('score.total', { total: view.score })}</strong>{' '}
            <span className={`badge ${view.mature ? 'done' : 'warn'}`}>{view.mature ? t('maturity.mature') : t('maturity.notMature')}</span>{' '}
            <span className="soft">{view.appraisedOn}</span>
          </>
        )}
      </dd>
    </dl>
  );
}
