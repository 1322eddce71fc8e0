import { sql } from 'kysely';
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import type { Connection } from '../../engine/database.ts';
import type { About } from '../../engine/procedure.ts';
import { question } from '../../engine/question.ts';
import { isWrong } from '../../kernel/parsed.ts';
import type { Place, Word } from '../../kernel/review.ts';
import { onlyStage, type ReviewPlan, readReviewPlan } from '../../kernel/review-plan.ts';
import type { Asked, Reviewing } from './asked.ts';
import { reviewerRoles } from './rules.ts';

/** The plan that a step's settings are; `packs check` has read them before. */
export function planOf(settings: unknown): ReviewPlan {
  const plan = readReviewPlan(settings, reviewerRoles);
  if (isWrong(plan)) throw new Error(`a review was begun on settings at fault: ${plan.wrong.code} ${JSON.stringify(plan.wrong.facts)}`);
  return plan.value;
}
/** A review of before plans were kept: one stage of all who were asked, who all must agree. */
const planBefore = (asks: readonly Asked[]): ReviewPlan => {
  const reviewers = asks.filter((a) => !a.added).map((a) => a.reviewer);
  return [{ id: onlyStage, title: '', reviewers, quorum: reviewers.length, after: [] }];
};

type Row = {
  readonly id: string;
  readonly stage: string;
  readonly round: number;
  readonly ordinal: number;
  readonly reviewer: string;
  readonly title: string | null;
  readonly given: boolean;
  readonly agreed: boolean | null;
  readonly returnedTo: string | null;
  readonly place: string | null;
  readonly to: string | null;
  readonly addedBy: string | null;
  readonly off: boolean;
};
export const wordOf = (r: Pick<Row, 'given' | 'agreed' | 'returnedTo'>): Word | undefined =>
  !r.given ? undefined : r.returnedTo !== null ? 'returned' : r.agreed ? 'agreed' : 'disagreed';
const askedOf = (r: Row & Pick<Asked, 'holder' | 'remindedToday' | 'counsel' | 'roles'>): Asked => {
  const { id, stage, round, ordinal, reviewer, title, addedBy, holder, remindedToday, counsel, roles } = r;
  const word = wordOf(r);
  return {
    ...{ id, stage, round, ordinal, reviewer, title, addedBy, holder, remindedToday, counsel, roles },
    ...(word ? { word } : {}),
    ...(r.place && r.to ? { added: { place: r.place as Place, to: r.to } } : {}),
    ...(r.off ? { off: true as const } : {}),
  };
};

type Input = { readonly to?: string; readonly person?: string; readonly by?: string; readonly reviewer?: string };
const uuid = /^[0-9a-f-]{36}$/;

type Asking = { case: string; person: string | null; today: string; named: string | null; reviewer: string | null };
/** Who is asked, who asks, and whom the input names. */
const reviewing = question((db, o: Asking) => {
  const day = sql`${o.today}::date`;
  return db
    .selectFrom('case_file as c')
    .leftJoin('review as r', 'r.case_id', 'c.id')
    .leftJoin('step as s', 's.child_id', 'c.id')
    .where('c.id', '=', o.case)
    .select((eb) => [
      sql<ReviewPlan | null>`r.plan`.as('plan'),
      's.clauses',
      sql<string[]>`speaks_for(${o.person}::uuid, c.root_id, ${day})`.as('speaksFor'),
      sql<string[]>`array_remove(array[r.sent_by, (select e.actor_id from event e where e.stream_id = c.root_id and e.seq = 1)], null)`.as(
        'senders',
      ),
      sql<string[]>`array(select m.person_id from case_member m where m.case_id = c.id and m.role = 'CT')`.as('team'),
      jsonArrayFrom(
        eb
          .selectFrom('opinion as o')
          .leftJoin('person as h', 'h.id', 'o.holder_id')
          .whereRef('o.case_id', '=', 'c.id')
          .orderBy('o.ordinal')
          .orderBy('o.id')
          .select((o) => [
            ...(['o.id', 'o.ordinal', 'o.reviewer', 'o.given', 'o.agreed', 'o.added_by as addedBy', 'o.added_place as place'] as const),
            ...(['o.added_to as to', 'o.returned_to as returnedTo'] as const),
            sql<string>`coalesce(o.stage, ${onlyStage})`.as('stage'),
            sql<number>`coalesce(o.round, 1)`.as('round'),
            sql<string | null>`reviewer_title(o.reviewer, c.root_id)`.as('title'),
            sql<boolean>`o.taken_off_on is not null`.as('off'),
            jsonObjectFrom(o.selectFrom('person as x').whereRef('x.id', '=', 'h.id').select(['x.id', 'x.name'])).as('holder'),
            sql<boolean>`exists (select from reminder m where m.opinion_id = o.id and m.on_day = ${day})`.as('remindedToday'),
            jsonArrayFrom(
              o
                .selectFrom('counsel as k')
                .whereRef('k.opinion_id', '=', 'o.id')
                .orderBy('k.id')
                .select(['k.id', 'k.person_id as person', sql<boolean>`k.given_on is null`.as('open')]),
            ).as('counsel'),
            sql<string[]>`array(select r from person n, unnest(roles_of(n.id, ${day})) r
              where o.reviewer = 'person:' || n.staff_no and r <> 'CT')`.as('roles'),
          ]),
      ).as('asks'),
      jsonArrayFrom(
        eb
          .selectFrom('step as b')
          .innerJoin('case_file as f', 'f.id', 'b.child_id')
          .whereRef('b.case_id', '=', 's.case_id')
          .whereRef('b.route', '=', 's.route')
          // a step that an earlier case has fulfilled is not this route's to begin again
          .whereRef('f.parent_id', '=', 's.case_id')
          .where('b.state', '<>', 'passed-by')
          .where(sql<boolean>`b.step in (select x.step from steps_upto(s.case_id, s.route, s.after) x)`)
          .orderBy('b.ordinal')
          .select(['b.step', 'b.title']),
      ).as('steps'),
      jsonObjectFrom(
        eb
          .selectFrom('person as p')
          .where('p.id', '=', o.named)
          .select([
            ...(['p.id as person', 'p.staff_no as staffNo', 'p.name'] as const),
            sql<string[]>`array(select r from unnest(roles_of(p.id, ${day})) r where r <> 'CT')`.as('roles'),
            sql<string[]>`speaks_for(p.id, c.root_id, ${day})`.as('speaksFor'),
          ]),
      ).as('named'),
      sql<{ title: string | null; speakers: number } | null>`case when ${o.reviewer}::text is null then null else
        jsonb_build_object('title', reviewer_title(${o.reviewer}, c.root_id),
          'speakers', (select count(*)::int from speakers(${o.reviewer}, c.root_id, ${day}))) end`.as('adding'),
    ]);
});

export async function loadReview(db: Connection, about: Pick<About<unknown>, 'case' | 'person' | 'today' | 'input'>): Promise<Reviewing> {
  const input = (about.input ?? {}) as Input;
  // `to` is a person where an opinion is handed over, and a reviewer where somebody is added beside him
  const named = [input.person, input.by, input.to].find((x) => x !== undefined && uuid.test(x)) ?? null;
  const row = await reviewing.get(db, {
    case: about.case,
    person: about.person,
    today: about.today,
    named,
    reviewer: input.reviewer ?? null,
  });
  const asks = row.asks.map((a) => askedOf(a as Row & Pick<Asked, 'holder' | 'remindedToday' | 'counsel' | 'roles'>));
  const { plan, clauses, speaksFor, senders, team, steps, named: who, adding } = row;
  return {
    asker: about.person,
    plan: plan ?? planBefore(asks),
    asks,
    clauses: clauses ?? [],
    speaksFor,
    senders,
    team,
    steps,
    named: who,
    adding,
  };
}
