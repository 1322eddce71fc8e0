import { capability, procedure, wire } from '../../engine/procedure.ts';
import { type EventSeen, insert, json, update, type Write } from '../../engine/write.ts';
import { asksOf, speaking } from '../../kernel/review.ts';
import { duty } from './asked.ts';
import { askCounsel, giveCounsel } from './counsel.ts';
import { giveOpinion, returnPaper } from './decisions.ts';
import { handOver } from './hand-over.ts';
import { reviewPanel } from './panel.ts';
import { reviewRoute } from './procedure.ts';
import { loadReview, planOf } from './queries.ts';
import { addReviewer, recallReview, remindReviewers, sendReview, takeOffReviewer } from './steering.ts';

type Row = {
  id: string;
  stage: string;
  reviewer: string;
  round: number;
  ordinal: number;
  place?: string;
  to?: string;
  addedBy?: string;
  holder?: string;
};
const asked = (a: Row): Write =>
  insert('opinion', {
    ...{ id: a.id, stage: a.stage, reviewer: a.reviewer, round: a.round, ordinal: a.ordinal },
    ...{ added_by: a.addedBy ?? null, added_place: a.place ?? null, added_to: a.to ?? null, holder_id: a.holder ?? null },
  });

type Given = { row: string; person?: string; decidedBy?: string; papers: readonly string[] };
type Word = {
  readonly agreed: boolean;
  readonly words: string | null;
  readonly to?: string;
  readonly aspects?: readonly { readonly aspect: string; readonly words: string }[];
};
const given = (e: EventSeen<Given>, said: Word): Write =>
  update('opinion', e.data.row, {
    given: true,
    agreed: said.agreed,
    words: said.words,
    person_id: e.data.person ?? null,
    given_on: e.on,
    decided_by: e.data.decidedBy ?? null,
    paper_ids: e.data.papers.length > 0 ? [...e.data.papers] : null,
    returned_to: said.to ?? null,
    aspects: said.aspects && said.aspects.length > 0 ? json(said.aspects) : null,
  });
type Opinion = Given & { agreed: boolean; words?: string; aspects: NonNullable<Word['aspects']> };
type Returned = Given & { reason: string; toStage: string; asks: readonly Row[] };
type SentBack = Given & { reason: string; step: string };
type Counsel = { counsel: string; row: string; person: string; question: string };
type Answer = { counsel: string; words: string; papers: readonly string[] };
type HandedOver = { row: string; from?: string; to: string; reason: string };

export const reviewRoutes = capability({
  id: 'review-route',
  uses: [],
  rules: [],
  procedures: [
    procedure({
      chart: reviewRoute,
      panel: reviewPanel,
      outcomes: { done: ['review.passed'], refused: ['review.returned'] },
      begins: (data) => {
        const plan = planOf(data);
        return { owes: speaking({ plan, asks: asksOf(plan, (stage, reviewer) => `${stage.id}/${reviewer}`) }).map(duty) };
      },
      guests: 'review_guests',
      commands: [
        wire(giveOpinion, loadReview),
        wire(returnPaper, loadReview),
        wire(handOver, loadReview),
        wire(askCounsel, loadReview),
        wire(giveCounsel, loadReview),
        wire(addReviewer, loadReview),
        wire(takeOffReviewer, loadReview),
        wire(recallReview, loadReview),
        wire(sendReview, loadReview),
        wire(remindReviewers, loadReview),
      ],
      apply: {
        'review.opened': (e: EventSeen<object>) => {
          const plan = planOf(e.data);
          const asks = asksOf(plan, (stage, reviewer) => e.rowId(`${stage.id}/${reviewer}`));
          return [
            insert('review', { id: e.case, plan: json(plan), sent_by: e.actor, sent_on: e.on }),
            ...asks.map(({ id, stage, reviewer, round }, ordinal) => asked({ id, stage, reviewer, round, ordinal })),
          ];
        },
        'opinion.given': (e: EventSeen<Opinion>) => [
          given(e, { agreed: e.data.agreed, words: e.data.words ?? null, aspects: e.data.aspects }),
        ],
        'stage.returned': (e: EventSeen<Returned>) => [
          given(e, { agreed: false, words: e.data.reason, to: `stage:${e.data.toStage}` }),
          ...e.data.asks.map(asked),
        ],
        'review.sent-back': (e: EventSeen<SentBack>) => [given(e, { agreed: false, words: e.data.reason, to: `step:${e.data.step}` })],
        'opinion.handed-over': (e: EventSeen<HandedOver>) => [
          update('opinion', e.data.row, { holder_id: e.data.to }),
          insert('hand_over', {
            ...{ id: e.rowId('hand-over'), opinion_id: e.data.row, from_id: e.data.from ?? null, to_id: e.data.to },
            ...{ by_id: e.actor, reason: e.data.reason, on_day: e.on },
          }),
        ],
        'counsel.asked': (e: EventSeen<Counsel>) => [
          insert('counsel', {
            ...{ id: e.data.counsel, opinion_id: e.data.row, asked_by: e.actor!, person_id: e.data.person },
            ...{ question: e.data.question, asked_on: e.on },
          }),
        ],
        'counsel.given': (e: EventSeen<Answer>) => [
          update('counsel', e.data.counsel, {
            words: e.data.words,
            paper_ids: e.data.papers.length > 0 ? [...e.data.papers] : null,
            given_on: e.on,
          }),
        ],
        'reviewer.added': (e: EventSeen<Row>) => [asked(e.data)],
        'reviewer.taken-off': (e: EventSeen<{ row: string }>) => [update('opinion', e.data.row, { taken_off_on: e.on })],
        'review.recalled': (e: EventSeen<{ reason: string }>) => [
          update('review', e.case, { recalled_on: e.on, recalled_because: e.data.reason }),
        ],
        'review.sent': (e: EventSeen<{ asks: readonly Row[] }>) => [
          update('review', e.case, { sent_by: e.actor, sent_on: e.on, recalled_on: null, recalled_because: null }),
          ...e.data.asks.map(asked),
        ],
        'review.reminded': (e: EventSeen<{ rows: readonly string[] }>) =>
          e.data.rows.map((row) => insert('reminder', { id: e.rowId(row), opinion_id: row, by_id: e.actor, on_day: e.on })),
      },
    }),
  ],
});
