import type { ChecklistView } from '../../../../packages/instruments/checklist/view.ts';
import { LineAction } from '../case/line-action.tsx';
import type { MeasureProps } from '../case/measure-face.tsx';
import { useWords } from '../words/words.ts';

type Item = ChecklistView['items'][number];

/** A checklist: each item with the clause that wants it, and what shows it or why it does not apply. */
export function ChecklistFace({ view, page, caseId, chips }: MeasureProps<ChecklistView>) {
  const { t, word, pair } = useWords();
  const done = view.items.filter((i) => i.settledOn !== null).length;
  return (
    <div className="stack">
      <p className="soft" role="status">
        {t('checklist.progress', { done, of: view.items.length })}
      </p>
      <ul className="list">
        {view.items.map((i) => (
          <li key={i.item}>
            <div className="spread">
              <span>
                <strong>{i.title}</strong> <span className="badge">{word(`option:force.${i.force}`)}</span>{' '}
                <span className={`badge ${tone(i)}`}>{t(standing(i))}</span>
              </span>
              <LineAction page={page} caseId={caseId} command="item.settle" fixed={{ item: i.item }} about={i.title} />
            </div>
            {i.words ? <div className="said">{i.words}</div> : null}
            {i.notApplicable ? <div className="said">{pair(t('checklist.notApplicable'), i.notApplicable)}</div> : null}
            {i.paper ? (
              <div>
                <a href={`/api/papers/${i.paper}`}>{t('checklist.paper')}</a>
              </div>
            ) : null}
            <div className="row">
              {chips([i.clause])}
              {i.settledOn ? (
                <span className="soft">
                  {i.settledOn} {i.settledBy}
                </span>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}

const standing = (i: Item) =>
  i.settledOn === null ? 'checklist.open' : i.notApplicable === null ? 'checklist.shown' : 'checklist.notApplicable';
const tone = (i: Item): string => (i.settledOn !== null ? 'done' : i.force === 'must' ? 'warn' : '');
