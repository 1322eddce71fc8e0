import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Day } from '../kernel/day.ts';
import { adoptionColumns } from './adoptions.ts';
import { question } from './question.ts';

/** One question for all the trees; their cases are found once, and each table is read by their ids. */
export const waitingTrees = question((db, { roots, today }: { roots: readonly string[]; today: Day }) =>
  db
    .with('trees', (w) =>
      w
        .selectFrom('case_file as t')
        .where('t.root_id', '=', sql<string>`any (${roots}::uuid[])`)
        .select(sql<string[]>`array_agg(t.id)`.as('ids')),
    )
    .selectNoFrom((eb) => {
      const ofThem = sql<string>`any ((select ids from trees)::uuid[])`;
      return [
        jsonArrayFrom(
          eb
            .selectFrom('case_file as c')
            .where('c.id', '=', ofThem)
            .orderBy('c.id')
            .select([
              ...(['c.id', 'c.procedure', 'c.chart', 'c.title', 'c.state'] as const),
              ...(['c.settled', 'c.withdrawn', 'c.root_id', 'c.parent_id'] as const),
            ]),
        ).as('cases'),
        jsonArrayFrom(
          eb
            .selectFrom('step')
            .where('case_id', '=', ofThem)
            .orderBy('ordinal')
            .select(['case_id', 'route', 'step', 'after', 'child_id', 'state']),
        ).as('steps'),
        jsonArrayFrom(
          eb
            .selectFrom('duty_list as d')
            .leftJoin('person as p', 'p.id', 'd.owner_person')
            .where('d.case_id', '=', ofThem)
            .orderBy('d.due_on')
            .orderBy('d.id')
            .select([
              ...([
                'd.case_id as case',
                'd.duty',
                'd.moves',
                'd.owner_role as role',
                'd.owner_person as person',
                'p.name as owner',
              ] as const),
              ...(['d.due_on as dueOn', 'd.provisional', 'd.clauses'] as const),
              // an opinion may be asked of a post, a body, a unit or a person by name
              sql<string | null>`reviewer_title(d.owner_role, d.root_id)`.as('called'),
              sql<
                string[] | null
              >`case when d.owner_role like '%:%' then array(select n.name from speakers(d.owner_role, d.root_id, ${today}::date) s
                join person n on n.id = s order by n.staff_no) end`.as('speakers'),
              sql<boolean>`coalesce(d.owner_role like '%:%' and d.owner_role = any (speaks_for(app_person(), d.root_id, ${today}::date)), false)`.as(
                'his',
              ),
            ]),
        ).as('duties'),
        jsonArrayFrom(
          eb
            .selectFrom('case_member as m')
            .innerJoin('person as p', 'p.id', 'm.person_id')
            .where('m.case_id', '=', ofThem)
            .orderBy('p.staff_no')
            .select(['m.case_id as case', 'm.person_id as person', 'm.role', 'p.name']),
        ).as('members'),
        jsonArrayFrom(
          eb
            .selectFrom('assignment as a')
            .innerJoin('person as p', 'p.id', 'a.person_id')
            .where('a.role', '<>', 'CT') // contributors are named by the case they take part in
            .where('a.from_on', '<=', today)
            .where((w) => w.or([w('a.to_on', 'is', null), w('a.to_on', '>=', today)]))
            .orderBy('p.staff_no')
            .select(['a.role', 'p.name']),
        ).as('holders'),
        jsonArrayFrom(eb.selectFrom('adopted').where('party_id', 'is', null).orderBy('id').select(adoptionColumns)).as('adoptions'),
      ];
    }),
);
