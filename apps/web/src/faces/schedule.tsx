import type { OccurrenceView, ScheduleView } from '../../../../packages/instruments/schedule/view.ts';
import { LineAction } from '../case/line-action.tsx';
import type { MeasureProps } from '../case/measure-face.tsx';
import { useWords } from '../words/words.ts';

const tones: Readonly<Record<OccurrenceView['state'], string>> = { met: 'done', late: 'warn', missed: 'bad', open: 'now', coming: '' };

/** A schedule: each line as a row of days, what was done, what is owed now, and what comes next. */
export function ScheduleFace({ view, page, caseId, chips }: MeasureProps<ScheduleView>) {
  const { t, word } = useWords();
  return (
    <div className="stack">
      {view.lines.map((l) => (
        <section key={l.id} className="group">
          <div className="spread">
            <strong>{l.title}</strong>
            <span className="soft">
              {l.owner ?? word(`role:${l.ownerRole}`)} · {l.recurs ?? t('schedule.once', { within: l.within ?? '' })} ·{' '}
              {t('schedule.from', { day: l.anchor })}
              {l.until ? ` · ${t('schedule.until', { day: l.until })}` : ''} · {word(`option:countedAs.${l.countedAs}`)}
            </span>
          </div>
          <ol className="timeline">
            {l.occurrences.map((o) => (
              <li key={o.k} className={o.state}>
                <span className="day">{o.dueOn}</span>
                <span className={`badge ${tones[o.state]}`}>{word(`option:occurrence.${o.state}`)}</span>
                {o.metOn ? <span className="soft">{o.metOn}</span> : null}
                {o.words ? <span>{o.words}</span> : null}
                {o.provisional ? <span className="badge warn">{t('notice.provisional')}</span> : null}
                {o.state === 'open' || o.state === 'missed' ? (
                  <LineAction
                    page={page}
                    caseId={caseId}
                    command="occurrence.meet"
                    fixed={{ line: l.id, k: o.k }}
                    about={`${l.title} ${o.dueOn}`}
                  />
                ) : null}
              </li>
            ))}
          </ol>
          {chips(l.clauses)}
        </section>
      ))}
    </div>
  );
}
