import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Connection } from '../../engine/database.ts';
import type { Viewing } from '../../engine/procedure.ts';
import { question } from '../../engine/question.ts';
import { type Ask, type Review, speaking, standing, stateOf } from '../../kernel/review.ts';
import { onlyStage } from '../../kernel/review-plan.ts';
import { before } from '../../kernel/route.ts';
import { type Asked, isHis, isRelated, type Reviewing } from './asked.ts';
import { openCounsel } from './counsel.ts';
import { mayHandOver } from './hand-over.ts';
import { loadReview } from './queries.ts';
import { mayAddTo, mayTakeOff } from './steering.ts';
import type { OpinionState, OpinionView, ReviewView } from './view.ts';

type Papers = readonly { readonly id: string; readonly title: string }[];

/** The opinions with the names of everybody who had a part in them. */
const opinionsIn = question((db, o: { case: string; today: string }) => {
  const day = sql`${o.today}::date`;
  const papers = (ids: 'x.paper_ids' | 'k.paper_ids') =>
    sql<Papers>`coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'title', a.title) order by a.id)
      from paper a where a.id = any (${sql.ref(ids)})), '[]')`.as('papers');
  return db
    .selectFrom('opinion as x')
    .innerJoin('case_file as c', 'c.id', 'x.case_id')
    .leftJoin('person as p', 'p.id', 'x.person_id')
    .leftJoin('person as h', 'h.id', 'x.holder_id')
    .leftJoin('person as b', 'b.id', 'x.added_by')
    .where('x.case_id', '=', o.case)
    .orderBy('x.ordinal')
    .orderBy('x.id')
    .select((eb) => [
      ...(['x.id', 'x.reviewer', 'x.given', 'x.agreed', 'x.words', 'x.decided_by as decidedBy', 'x.given_on as on', 'p.name'] as const),
      ...(['x.returned_to as returnedTo', 'x.added_place as place', 'b.name as addedBy', 'h.name as holder'] as const),
      sql<OpinionView['aspects'] | null>`x.aspects`.as('aspects'),
      sql<string>`coalesce(x.stage, ${onlyStage})`.as('stage'),
      sql<number>`coalesce(x.round, 1)`.as('round'),
      sql<string | null>`reviewer_title(x.reviewer, c.root_id)`.as('title'),
      sql<boolean>`x.taken_off_on is not null`.as('off'),
      sql<
        string[]
      >`array(select n.name from speakers(x.reviewer, c.root_id, ${day}) s join person n on n.id = s order by n.staff_no limit 8)`.as(
        'speakers',
      ),
      // who could give it instead (转办): another who may speak for the reviewer, or who shares a role with the person named
      sql<OpinionView['successors']>`coalesce((select jsonb_agg(jsonb_build_object('id', n.id, 'name', n.name) order by n.staff_no)
        from person n where not x.given and n.id is distinct from x.holder_id
          and not exists (select from case_member m where m.case_id = c.id and m.role = 'CT' and m.person_id = n.id)
          and (n.id in (select speakers(x.reviewer, c.root_id, ${day})) or x.reviewer like 'person:%' and n.staff_no <> substr(x.reviewer, 8)
            and exists (select from person o, unnest(roles_of(o.id, ${day})) r
              where o.staff_no = substr(x.reviewer, 8) and r <> 'CT' and r = any (roles_of(n.id, ${day}))))), '[]')`.as('successors'),
      sql<boolean>`case when x.holder_id is null then x.reviewer = any (speaks_for(app_person(), c.root_id, ${day}))
        else x.holder_id = app_person() end`.as('his'),
      papers('x.paper_ids'),
      jsonArrayFrom(
        eb
          .selectFrom('hand_over as v')
          .innerJoin('person as t', 't.id', 'v.to_id')
          .leftJoin('person as f', 'f.id', 'v.from_id')
          .whereRef('v.opinion_id', '=', 'x.id')
          .orderBy('v.on_day')
          .orderBy('v.id')
          .select(['f.name as from', 't.name as to', 'v.reason', 'v.on_day as on']),
      ).as('handedOver'),
      jsonArrayFrom(
        eb
          .selectFrom('counsel as k')
          .innerJoin('person as q', 'q.id', 'k.asked_by')
          .innerJoin('person as n', 'n.id', 'k.person_id')
          .whereRef('k.opinion_id', '=', 'x.id')
          .orderBy('k.id')
          .select(['q.name as asker', 'n.name as person', 'k.question', 'k.words', 'k.given_on as on', papers('k.paper_ids')]),
      ).as('counsel'),
      sql<string[]>`array(select m.on_day::text from reminder m where m.opinion_id = x.id order by m.on_day)`.as('reminded'),
    ]);
});
type Loaded = Awaited<ReturnType<typeof opinionsIn.list>>[number];

/** Whether it runs, and who sent it when. */
const sending = question((db, o: { case: string }) =>
  db
    .selectFrom('case_file as c')
    .leftJoin('review as r', 'r.case_id', 'c.id')
    .leftJoin('person as p', 'p.id', 'r.sent_by')
    .where('c.id', '=', o.case)
    .select(['c.state', 'p.name', 'r.sent_on as sentOn', 'r.recalled_on as recalledOn', 'r.recalled_because as because'])
    .select(sql<string | null>`app_person()`.as('reader')),
);

/** What the reader may do about one opinion, as far as it is a question of whose it is. */
function verbsOf(f: Reviewing, a: Asked): string[] {
  const own = speaking(f).includes(a) && isHis(f, a) && !isRelated(f, f.asker);
  const back = f.steps.length > 0 || before(f.plan, a.stage).size > 0;
  return [
    ...(own ? ['opinion.give', 'counsel.ask', ...(back ? ['review.return'] : [])] : []),
    ...(mayHandOver(f).includes(a) ? ['opinion.hand-over'] : []),
    ...(mayAddTo(f).includes(a) ? ['reviewer.add'] : []),
    ...(mayTakeOff(f).includes(a) ? ['reviewer.take-off'] : []),
    ...(openCounsel(f).some((c) => c.ask === a) ? ['counsel.give'] : []),
  ];
}

/** What became of an opinion, seen from where the review is. */
function stateIn(review: Review, ask: Ask, running: boolean): OpinionState {
  if (ask.off) return 'taken-off';
  if (ask.word) return ask.word;
  if (running && speaking(review).some((a) => a.id === ask.id)) return 'now';
  const stage = review.plan.find((s) => s.id === ask.stage)!;
  const over =
    !running || ['passed', 'failed'].includes(stateOf(review, stage)) || !standing(review, stage.id).some((a) => a.id === ask.id);
  return over ? 'not-needed' : 'coming';
}

export async function reviewPanel(db: Connection, o: Viewing): Promise<ReviewView> {
  const [loaded, sent] = await Promise.all([opinionsIn.list(db, o), sending.get(db, o)]);
  const review = await loadReview(db, { case: o.case, person: sent.reader, today: o.today, input: undefined });
  const running = sent.state === 'reviewing';
  const titles = new Map([
    ...review.plan.map((s): [string, string] => [`stage:${s.id}`, s.title]),
    ...review.steps.map((s): [string, string] => [`step:${s.step}`, s.title]),
  ]);
  const shown = (x: Loaded): OpinionView => {
    const { his, off: _, given: __, agreed: ___, place, addedBy, holder, ...rest } = x;
    const ask = review.asks.find((a) => a.id === x.id)!;
    const state = stateIn(review, ask, running);
    const named = review.plan.find((s) => s.id === x.stage)?.aspects ?? [];
    return {
      ...rest,
      state,
      aspects: x.aspects ?? named.map((aspect) => ({ aspect, words: null })),
      verbs: running ? verbsOf(review, ask) : [],
      speakers: holder ? [holder] : x.speakers,
      yours: state === 'now' && his,
      returnedTo: x.returnedTo === null ? null : (titles.get(x.returnedTo) ?? x.returnedTo),
      added: place === null ? null : { by: addedBy, place },
    };
  };
  const opinions = loaded.map(shown);
  const standingIds = new Set(review.plan.flatMap((s) => standing(review, s.id).map((a) => a.id)));
  return {
    stages: review.plan.map((s) => ({
      ...{ id: s.id, title: s.title, state: stateOf(review, s), quorum: s.quorum, of: s.reviewers.length, after: s.after },
      opinions: opinions.filter((x) => x.stage === s.id && standingIds.has(x.id)),
    })),
    earlier: opinions.filter((x) => !standingIds.has(x.id)),
    sentBy: sent.name,
    sentOn: sent.sentOn,
    recalled: sent.recalledOn === null ? null : { on: sent.recalledOn, because: sent.because ?? '' },
    steps: review.steps,
  };
}
