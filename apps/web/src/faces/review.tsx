import type { OpinionView, ReviewView } from '../../../../packages/instruments/review-route/view.ts';
import type { UiKey } from '../words/ui-zh.ts';
import { useWords } from '../words/words.ts';

const tones: Readonly<Record<OpinionView['state'], string>> = {
  coming: '',
  now: 'now',
  agreed: 'done',
  disagreed: 'bad',
  returned: 'bad',
  'not-needed': '',
  'taken-off': '',
};

/** A review: who is asked in which stage, and what each said. */
export function ReviewFace({ view }: { readonly view: ReviewView }) {
  const { t, word } = useWords();
  return (
    <div className="stack">
      {view.stages.map((s) => (
        <section key={s.id}>
          {view.stages.length > 1 ? <h3>{s.title}</h3> : null}
          <ul className="list">
            {s.opinions.map((o) => (
              <li key={o.id}>
                <div className="spread">
                  <span>
                    <strong>{o.title ?? word(`role:${o.reviewer}`)}</strong> <span className="soft">{o.name}</span>
                  </span>
                  <span className={`badge ${tones[o.state]}`}>{t(`review.${o.state}` as UiKey)}</span>
                </div>
                {o.on || o.words ? (
                  <div className="soft">
                    {o.on} {o.words}
                  </div>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
