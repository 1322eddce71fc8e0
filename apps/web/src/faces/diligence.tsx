import type { ConversionView } from '../../../../packages/capabilities/conversion/view.ts';
import { ClauseChips } from '../parts/clause-chip.tsx';
import { useWords } from '../words/words.ts';

/** 尽职免责: each duty met or missing, and whether the way of pricing frees a diligent leader. */
export function DiligenceFace({
  view,
  cites,
}: {
  readonly view: NonNullable<ConversionView['diligence']>;
  readonly cites: Readonly<Record<string, string>>;
}) {
  const words = useWords();
  const { t, word } = words;
  const line = (title: string, met: boolean, more = '') => (
    <li key={title}>
      <div className="spread">
        <span>{title}</span>
        <span className={`badge ${met ? 'done' : 'warn'}`}>{met ? t('case.diligence.met') : t('case.diligence.missing')}</span>
      </div>
      {more ? <div className="soft">{more}</div> : null}
    </li>
  );
  const places = view.missingPlaces.map((p) => word(`option:place.${p}`));
  return (
    <>
      <div className={`notice-box ${view.exempt ? 'good' : 'warn'}`}>
        {view.exempt ? t('case.diligence.exempt') : t('case.diligence.open')}
      </div>
      <ul className="list">
        {view.elements.map((e) => line(word(`option:element.${e.element}`), e.met))}
        {line(
          t('case.diligence.channel'),
          view.channel,
          places.length > 0
            ? t('case.diligence.places', { places: words.joined(places) })
            : view.method
              ? word(`option:method.${view.method}`)
              : '',
        )}
        {line(t('case.diligence.gain'), view.noIllegalGain)}
      </ul>
      <ClauseChips ids={view.clauses} cites={cites} />
    </>
  );
}
