import type { ReviewView } from '../../../../packages/instruments/review-route/view.ts';
import { useWords } from '../words/words.ts';

export function ReviewFace({ view }: { readonly view: ReviewView }) {
  const { t, word } = useWords();
  return (
    <ul className="list">
      {view.opinions.map((o) => (
        <li key={o.reviewer}>
          <div className="spread">
            <strong>{word(`role:${o.reviewer}`)}</strong>
            <span className={`badge ${o.given ? (o.agreed ? 'done' : 'bad') : 'now'}`}>
              {o.given ? (o.agreed ? t('review.agreed') : t('review.disagreed')) : t('review.waiting')}
            </span>
          </div>
          {o.given ? (
            <div className="soft">
              {o.name} {o.on} {o.words}
            </div>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
