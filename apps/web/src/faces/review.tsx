import type { ReviewView } from '../../../../packages/instruments/review-route/view.ts';
import { useWords } from '../words/words.ts';

export function ReviewFace({ view }: { readonly view: ReviewView }) {
  const { t, word } = useWords();
  return (
    <ul className="list">
      {view.stages
        .flatMap((s) => s.opinions)
        .map((o) => (
          <li key={o.id}>
            <div className="spread">
              <strong>{o.title ?? word(`role:${o.reviewer}`)}</strong>
              <span className={`badge ${o.on ? (o.state === 'agreed' ? 'done' : 'bad') : 'now'}`}>
                {o.on ? (o.state === 'agreed' ? t('review.agreed') : t('review.disagreed')) : t('review.waiting')}
              </span>
            </div>
            {o.on ? (
              <div className="soft">
                {o.name} {o.on} {o.words}
              </div>
            ) : null}
          </li>
        ))}
    </ul>
  );
}
