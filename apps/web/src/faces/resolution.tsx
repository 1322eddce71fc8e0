import type { ResolutionView } from '../../../../packages/instruments/resolution/view.ts';
import { useWords } from '../words/words.ts';

export function ResolutionFace({ view }: { readonly view: ResolutionView }) {
  const words = useWords();
  const { t, word, field } = words;
  const f = (key: string): string => field('resolution.decide', key);
  const head = (
    <p>
      <strong>{view.body.title}</strong> <span className="soft">{t('resolution.members', { n: view.body.members.length })}</span>
      <br />
      <span className="soft">{words.joined(view.body.members.map((m) => m.name))}</span>
    </p>
  );
  if (!view.result) {
    return (
      <>
        {head}
        <p className="empty">{t('resolution.none')}</p>
      </>
    );
  }
  return (
    <>
      {head}
      <dl className="facts">
        <dt>{f('result')}</dt>
        <dd>
          <span className={`badge ${view.result === 'passed' ? 'done' : 'bad'}`}>{word(`option:result.${view.result}`)}</span>{' '}
          {view.meetingOn}
        </dd>
        <dt>{f('present')}</dt>
        <dd>{words.joined(view.present) || t('none')}</dd>
        <dt>{f('recused')}</dt>
        <dd>{words.joined(view.recused) || t('none')}</dd>
        {view.absent.length > 0 ? (
          <>
            <dt>{t('resolution.absent')}</dt>
            <dd>{words.joined(view.absent)}</dd>
          </>
        ) : null}
        <dt>{f('votes')}</dt>
        <dd>
          {view.votes === 'counted'
            ? `${f('inFavour')} ${view.inFavour ?? 0} · ${f('against')} ${view.against ?? 0} · ${f('abstained')} ${view.abstained ?? 0}`
            : word('option:votes.not-in-minutes')}
        </dd>
        {view.demands.map((d) => (
          <Demand key={d.clause + d.counts} d={d} />
        ))}
        {view.majority ? (
          <>
            <dt>{f('majority')}</dt>
            <dd>{view.majority}</dd>
          </>
        ) : null}
        <dt>{f('minutes')}</dt>
        <dd>
          {view.minutes ? (
            <a href={`/api/papers/${view.minutes}`}>{view.minutesNumber ?? f('minutes')}</a>
          ) : (
            (view.minutesNumber ?? <span className="badge warn">{t('none')}</span>)
          )}
        </dd>
      </dl>
    </>
  );
}

/** What a text demands of the meeting, and whether it came to that. */
function Demand({ d }: { readonly d: ResolutionView['demands'][number] }) {
  const { t, word } = useWords();
  return (
    <>
      <dt>{word(`value:${d.counts}`)}</dt>
      <dd>
        <span className={`badge ${d.met ? 'done' : 'bad'}`}>{d.met ? t('resolution.met') : t('resolution.unmet')}</span>{' '}
        {word(`option:base.${d.base}`)} {t('resolution.demand', { share: d.share, counted: d.counted, of: d.of, limits: d.limits })}
      </dd>
    </>
  );
}
