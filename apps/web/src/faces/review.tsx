import { Button } from 'antd';
import { useState } from 'react';
import type { OpinionView, ReviewView } from '../../../../packages/instruments/review-route/view.ts';
import { levelsOf } from '../../../../packages/kernel/route.ts';
import type { CasePage } from '../api/queries.ts';
import { MayDoList } from '../case/may-do.tsx';
import { useWords, type Words } from '../words/words.ts';
import { OpinionCard } from './opinion.tsx';
import { type Acting, ReviewSheet } from './review-sheet.tsx';

type Stage = ReviewView['stages'][number];
type Props = { readonly view: ReviewView; readonly page: CasePage; readonly caseId: string };

/** Commands that stand at an opinion in the picture; the others are about the review as a whole. */
const ofOpinion: ReadonlySet<string> = new Set([
  'opinion.give',
  'review.return',
  'opinion.hand-over',
  'counsel.ask',
  'counsel.give',
  'reviewer.add',
  'reviewer.take-off',
]);

/** A review: its stages as a picture, in each who is asked, what became of it, and what the reader may do about it. */
export function ReviewFace({ view, page, caseId }: Props) {
  const words = useWords();
  const { t, word, pair } = words;
  const [acting, setActing] = useState<Acting | undefined>();
  const may = page.mayDo[caseId] ?? [];
  const whole = may.filter((m) => !ofOpinion.has(m.command));
  const ready = whole.filter((m) => m.refusals.length === 0);
  // what stands nowhere in the picture is refused everywhere: the list says why
  const shown = new Set(view.stages.flatMap((s) => s.opinions.flatMap((o) => o.verbs)));
  const refused = may.filter((m) => m.refusals.length > 0 && m.act && !shown.has(m.command));
  const card = (o: OpinionView) => <OpinionCard key={o.id} o={o} may={may} onAct={setActing} />;
  return (
    <div className="stack">
      {view.sentBy ? <p className="soft">{t('review.sent', { who: view.sentBy, day: view.sentOn ?? '' })}</p> : null}
      {view.recalled ? (
        <div className="notice-box warn">{pair(t('review.recalled', { day: view.recalled.on }), view.recalled.because)}</div>
      ) : null}
      <ol className="review" aria-label={t('review.stages')}>
        {levelsOf(view.stages).map((level) => (
          <li key={level.map((s) => s.id).join()} className="review-level">
            {level.map((s) => (
              <section key={s.id} className={`review-stage ${s.state}`} aria-label={nameOf(s, words)}>
                <div className="spread">
                  <strong>{nameOf(s, words)}</strong>
                  <span className={`badge ${tones[s.state]}`}>{t(`review.stage.${s.state}`)}</span>
                </div>
                <p className="soft">{quorumOf(s, words)}</p>
                <ul className="opinions">{s.opinions.map(card)}</ul>
              </section>
            ))}
          </li>
        ))}
      </ol>
      {ready.length > 0 ? (
        <div className="row">
          {ready.map((m) => (
            <Button key={m.command} onClick={() => setActing({ may: m, record: false, fixed: {} })}>
              {word(`command:${m.command}`)}
            </Button>
          ))}
        </div>
      ) : null}
      {view.earlier.length > 0 ? (
        <details>
          <summary>{t('review.earlier', { n: view.earlier.length })}</summary>
          <ul className="opinions">{view.earlier.map(card)}</ul>
        </details>
      ) : null}
      {refused.length > 0 ? (
        <details>
          <summary>{t('review.not')}</summary>
          <MayDoList caseId={caseId} may={refused} page={page} quiet />
        </details>
      ) : null}
      {acting ? <ReviewSheet acting={acting} view={view} page={page} caseId={caseId} onClosed={() => setActing(undefined)} /> : null}
    </div>
  );
}

const tones: Readonly<Record<Stage['state'], string>> = { waiting: '', open: 'now', passed: 'done', failed: 'bad' };
const nameOf = (s: Stage, { t }: Words): string => s.title || t('review.only');

/** 会签、或签、定额, in the words of whoever signs. */
function quorumOf(s: Stage, { t }: Words): string {
  if (s.quorum === s.of) return s.of === 1 ? t('review.quorum.one') : t('review.quorum.all', { of: s.of });
  return s.quorum === 1 ? t('review.quorum.any', { of: s.of }) : t('review.quorum.some', { quorum: s.quorum, of: s.of });
}
