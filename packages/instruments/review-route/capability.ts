import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Connection } from '../../engine/database.ts';
import { type About, capability, procedure, wire } from '../../engine/procedure.ts';
import { type EventSeen, insert, update, type Write } from '../../engine/write.ts';
import { addReviewer, duty, giveOpinion, type Review } from './decisions.ts';
import { reviewPanel } from './panel.ts';
import { reviewRoute } from './procedure.ts';

const asked = (e: EventSeen, reviewer: string, ordinal: number): Write => insert('opinion', { id: e.rowId(reviewer), ordinal, reviewer });

async function load(db: Connection, about: About<unknown>): Promise<Review> {
  return await db
    .selectNoFrom((eb) => [
      jsonArrayFrom(eb.selectFrom('opinion').where('case_id', '=', about.case).orderBy('ordinal').select(['id', 'reviewer', 'given'])).as(
        'asked',
      ),
      sql<string[]>`roles_of(${about.person}::uuid, ${about.today}::date)`.as('roles'),
    ])
    .executeTakeFirstOrThrow();
}

/** The reviewers that a step's settings name. */
const named = (data: { readonly reviewers?: unknown }): readonly string[] => {
  const { reviewers = [] } = data;
  return Array.isArray(reviewers) ? reviewers : [String(reviewers)];
};

export const reviewRoutes = capability({
  id: 'review-route',
  uses: [],
  rules: [],
  procedures: [
    procedure({
      chart: reviewRoute,
      panel: reviewPanel,
      outcomes: { done: ['review.passed'], refused: ['review.returned'] },
      begins: (data) => ({ owes: named(data).map(duty) }),
      commands: [wire(giveOpinion, load), wire(addReviewer, load)],
      apply: {
        'review.opened': (e: EventSeen<{ reviewers: readonly string[] }>) => named(e.data).map((r, i) => asked(e as never, r, i)),
        'reviewer.added': (e: EventSeen<{ reviewer: string }>) => [asked(e as never, e.data.reviewer, e.seq)],
        'opinion.given': (e: EventSeen<{ reviewer: string; agreed: boolean; words?: string; row: string }>) => [
          update('opinion', e.data.row, {
            given: true,
            agreed: e.data.agreed,
            words: e.data.words ?? null,
            person_id: e.actor,
            given_on: e.on,
          }),
        ],
      },
    }),
  ],
});
