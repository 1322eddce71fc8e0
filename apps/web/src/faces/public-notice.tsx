import type { NoticeView } from '../../../../packages/instruments/public-notice/view.ts';
import { showMoney } from '../parts/money.ts';
import { useWords } from '../words/words.ts';

/** A notice: where it hangs, its days as a bar, its frozen contents, the objections. */
export function NoticeFace({ view }: { readonly view: NoticeView }) {
  const words = useWords();
  const { t, word, field } = words;
  return (
    <div className="stack">
      <dl className="facts">
        <dt>{word('rule:notice-places')}</dt>
        <dd>
          {word(`option:place.${view.place}`)} {view.location ? words.aside(view.location) : ''}
        </dd>
        <dt>{field('notice.publish', 'days')}</dt>
        <dd>
          {view.publishedOn ? `${view.publishedOn} — ${view.lastDay}` : '—'}{' '}
          {view.provisional ? <span className="badge warn">{t('notice.provisional')}</span> : null}
        </dd>
        {view.contents ? (
          <>
            <dt>{word('option:contents.achievement-title')}</dt>
            <dd>{words.joined(view.contents.titles)}</dd>
            <dt>{word('option:contents.intended-price')}</dt>
            <dd className="money">{showMoney(view.contents.price)}</dd>
            <dt>{word('option:contents.completers')}</dt>
            <dd>{words.joined(view.contents.completers)}</dd>
            <dt>{word('option:contents.counterparty')}</dt>
            <dd>{view.contents.counterparty}</dd>
          </>
        ) : null}
      </dl>
      {view.dayOf ? <DayBar day={view.dayOf.day} of={view.dayOf.of} /> : null}
      {view.snapshot ? <p className="soft">{t('notice.snapshot', { hash: view.snapshot.slice(0, 16) })}</p> : null}
      <section>
        <h3>{t('notice.objections')}</h3>
        {view.objections.length === 0 ? (
          <p className="soft">{t('notice.objections.none')}</p>
        ) : (
          <ul className="list">
            {view.objections.map((o) => (
              <li key={o.id}>
                <div className="spread">
                  <span>
                    {o.receivedOn} · {word(`option:channel.${o.channel}`)} · {o.objector ?? (o.anonymous ? t('notice.anonymous') : '')}
                  </span>
                  <span className="soft">{words.pair(field('objection.receive', 'handler'), o.handler ?? '')}</span>
                </div>
                <blockquote>{o.content}</blockquote>
                {o.answer ? (
                  <p>
                    <span className={`badge ${o.upheld ? 'bad' : 'done'}`}>
                      {words.pair(field('objection.answer', 'upheld'), o.upheld ? t('yes') : t('no'))}
                    </span>{' '}
                    {o.answeredOn} {o.answer}
                  </p>
                ) : null}
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}

function DayBar({ day, of }: { readonly day: number; readonly of: number }) {
  const { t } = useWords();
  const label = t('notice.day', { day, of });
  return (
    <div>
      <div className="days" role="img" aria-label={label}>
        {Array.from({ length: of }, (_, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a day is its place
          <span key={i} className={i < day ? 'gone' : ''} />
        ))}
      </div>
      <div>{label}</div>
    </div>
  );
}
