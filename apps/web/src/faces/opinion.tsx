import { Button } from 'antd';
import { Fragment } from 'react';
import type { OpinionState, OpinionView } from '../../../../packages/instruments/review-route/view.ts';
import type { MayDo } from '../api/queries.ts';
import { useWords } from '../words/words.ts';
import { type Acting, reviewerOf, titleOf, verbOf } from './review-sheet.tsx';

type Props = { readonly o: OpinionView; readonly may: readonly MayDo[]; readonly onAct: (acting: Acting) => void };

const tones: Readonly<Record<OpinionState, string>> = {
  now: 'now',
  coming: '',
  agreed: 'done',
  disagreed: 'bad',
  returned: 'bad',
  'not-needed': '',
  'taken-off': '',
};

/** One opinion: of whom, what was said and on what ground, who else had a part in it, and what the reader may do. */
export function OpinionCard({ o, may, onAct }: Props) {
  const words = useWords();
  const { t, joined, pair } = words;
  const giver = o.decidedBy ?? o.name;
  return (
    <li className={`opinion ${tones[o.state]}`}>
      <div className="spread">
        <strong>{reviewerOf(o, words)}</strong>
        <span className={`badge ${tones[o.state]}`}>{o.yours ? t('review.yours') : t(`review.${o.state}`)}</span>
      </div>
      {o.on === null && o.speakers.length > 0 ? <div className="soft">{t('review.by', { who: joined(o.speakers) })}</div> : null}
      {giver ? (
        <div className="soft">
          {giver} {o.on}
          {o.decidedBy ? ` · ${t('case.record')}` : ''}
        </div>
      ) : null}
      {o.returnedTo ? <div>{t('review.returnedTo', { to: o.returnedTo })}</div> : null}
      {o.aspects.length > 0 ? (
        <dl className="facts">
          {o.aspects.map((a) => (
            <Fragment key={a.aspect}>
              <dt>{a.aspect}</dt>
              <dd>{a.words ?? '—'}</dd>
            </Fragment>
          ))}
        </dl>
      ) : null}
      {o.words ? <blockquote>{o.words}</blockquote> : null}
      <Papers papers={o.papers} />
      {o.added ? <div className="soft">{t(`review.added.${o.added.place as 'before'}`, { who: o.added.by ?? '' })}</div> : null}
      {o.handedOver.map((x) => (
        <div key={x.to + x.on} className="soft">
          {pair(t('review.handedOver', { from: x.from ?? reviewerOf(o, words), to: x.to, day: x.on }), x.reason)}
        </div>
      ))}
      {o.counsel.map((c) => (
        <div key={c.asker + c.person + c.question} className="counsel">
          <div className="soft">{pair(t('review.counsel', { asker: c.asker, person: c.person }), c.question)}</div>
          {c.words ? (
            <>
              <blockquote>{c.words}</blockquote>
              <Papers papers={c.papers} />
            </>
          ) : (
            <span className="badge">{t('review.counsel.waiting')}</span>
          )}
        </div>
      ))}
      {o.on === null && o.reminded.length > 0 ? (
        <div className="soft">{t('review.reminded', { day: o.reminded.at(-1)!, n: o.reminded.length })}</div>
      ) : null}
      <Acts o={o} may={may} onAct={onAct} />
    </li>
  );
}

function Papers({ papers }: { readonly papers: OpinionView['papers'] }) {
  return papers.length === 0 ? null : (
    <div className="row">
      {papers.map((p) => (
        <a key={p.id} href={`/api/papers/${p.id}`}>
          {p.title}
        </a>
      ))}
    </div>
  );
}

/** The order in which somebody thinks of them; to agree comes first and stands out. */
const order = ['review.return', 'opinion.hand-over', 'counsel.ask', 'counsel.give', 'reviewer.add', 'reviewer.take-off'] as const;

function Acts({ o, may, onAct }: Props) {
  const words = useWords();
  const allowed = (command: string): MayDo | undefined =>
    o.verbs.includes(command) ? may.find((m) => m.command === command && m.act) : undefined;
  const fixed = { reviewer: o.reviewer, stage: o.stage };
  const give = allowed('opinion.give');
  const waits = o.state === 'now' || o.state === 'coming';
  const record = waits ? may.find((m) => m.command === 'opinion.give' && m.record) : undefined;
  const verbs = order.flatMap((command): Acting[] => {
    const m = allowed(command);
    return m ? [{ may: m, record: false, about: o, fixed: fixedIn(command, o) }] : [];
  });
  const acts: readonly Acting[] = [
    ...(give ? [{ may: give, record: false, about: o, says: 'agree' as const, fixed: { ...fixed, agreed: true } }] : []),
    ...(give ? [{ may: give, record: false, about: o, says: 'disagree' as const, fixed: { ...fixed, agreed: false } }] : []),
    ...verbs,
    ...(record ? [{ may: record, record: true, about: o, fixed }] : []),
  ];
  return acts.length === 0 ? null : (
    <div className="row acts">
      {acts.map((a) => (
        <Button
          key={verbOf(a, words)}
          size="small"
          type={a.says === 'agree' || a.may.command === 'counsel.give' ? 'primary' : 'default'}
          aria-label={titleOf(a, words)}
          onClick={() => onAct(a)}
        >
          {verbOf(a, words)}
        </Button>
      ))}
    </div>
  );
}

/** What the place in the picture says of a command's input. */
function fixedIn(command: string, { reviewer, stage }: OpinionView): Acting['fixed'] {
  if (command === 'reviewer.add') return { to: reviewer, stage };
  return command === 'counsel.give' ? { reviewer } : { reviewer, stage };
}
