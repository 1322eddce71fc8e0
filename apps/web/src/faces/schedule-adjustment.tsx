import type { AdjustmentView } from '../../../../packages/capabilities/schedule-adjustment/view.ts';
import { useWords } from '../words/words.ts';

/** An adjustment of the schedule: from which days to which, how much of the original period that is, and what it comes to with those before. */
export function AdjustmentFace({ view }: { readonly view: AdjustmentView }) {
  const { t, word, field, pair } = useWords();
  const span = (s: AdjustmentView['now']): string => `${s.start} — ${s.end}`;
  return (
    <dl className="facts">
      <dt>{field('', 'task')}</dt>
      <dd>{view.task}</dd>
      <dt>{t('adjustment.days')}</dt>
      <dd>
        {span(view.now)} → <strong>{span(view.wanted)}</strong>
      </dd>
      <dt>{t('adjustment.size')}</dt>
      <dd>
        {t('adjustment.part', { days: view.days, part: view.part })}{' '}
        <span className={view.cumulative > view.days ? 'badge warn' : 'soft'}>{t('adjustment.cumulative', { days: view.cumulative })}</span>
      </dd>
      <dt>{t('adjustment.original')}</dt>
      <dd>{span(view.original)}</dd>
      <dt>{field('', 'cause')}</dt>
      <dd>{pair(word(`option:cause.${view.cause}`), view.reason)}</dd>
      <dt>{field('schedule.adjust', 'impact')}</dt>
      <dd>{view.impact}</dd>
      {view.appliedOn ? (
        <>
          <dt>{word('state:schedule-adjustment.applied')}</dt>
          <dd>{view.appliedOn}</dd>
        </>
      ) : null}
    </dl>
  );
}
