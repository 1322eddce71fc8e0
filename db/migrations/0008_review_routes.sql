-- Review routes: stages with a quorum, rounds after 退回 and 撤回, reviewers added (加签), handed over (转办) and counselled (委派),
-- reminders (催办); and who may speak in whose name on a day.

-- What a review was begun with: its stages as its pack had them, and who sent it to its reviewers.
create table review (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null references stream unique,
  plan jsonb not null,
  sent_by uuid references person,
  sent_on date not null,
  recalled_on date,
  recalled_because text
);

-- Columns left empty in an opinion of before: its only stage, its first round, asked for by the text.
alter table opinion
  add column stage text,
  add column round integer,
  -- the word of a meeting or a paper: who gave it, where that is not the one who entered it
  add column decided_by text,
  -- 退回: the stage or the step that the paper went back to
  add column returned_to text,
  add column paper_ids uuid[],
  add column added_by uuid references person,
  add column added_place text check (added_place in ('before', 'beside', 'after')),
  add column added_to uuid references opinion,
  add column taken_off_on date,
  -- 转办: the one person who may give it now
  add column holder_id uuid references person;
create index opinion_person on opinion (person_id) where person_id is not null;

create table hand_over (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null references stream,
  opinion_id uuid not null references opinion,
  from_id uuid references person,
  to_id uuid not null references person,
  by_id uuid references person,
  reason text not null,
  on_day date not null
);
create index hand_over_case on hand_over (case_id);

-- An opinion that a reviewer asked somebody else for, and which comes back to him.
create table counsel (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null references stream,
  opinion_id uuid not null references opinion,
  asked_by uuid not null references person,
  person_id uuid not null references person,
  question text not null,
  asked_on date not null,
  words text,
  paper_ids uuid[],
  given_on date
);
create index counsel_case on counsel (case_id);
create index counsel_person on counsel (person_id);

create table reminder (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null references stream,
  opinion_id uuid not null references opinion,
  by_id uuid references person,
  on_day date not null,
  unique (opinion_id, on_day)
);
create index reminder_case on reminder (case_id);

do $$
declare t regclass;
begin
  foreach t in array array['review', 'hand_over', 'counsel', 'reminder']::regclass[] loop
    call protect_case_table(t);
    execute format('grant select, insert, update on %s to tongtu_app', t);
  end loop;
end $$;

-- ── Who speaks in whose name ──────────────────────────────────────────────────────────────────────────────────────

-- Who leads the matter of a case: its project leader, else the first of its main contributors.
create view project_leader with (security_invoker = true) as
select c.id as root_id, coalesce(
  (select m.person_id from case_member m where m.case_id = c.id and m.role = 'PL' order by m.id limit 1),
  (select k.person_id from case_subject s join contributor k on k.achievement_id = s.record_id
   where s.case_id = c.id and s.register = 'achievements' order by k.main desc, k.rank, k.id limit 1)) as person_id
from case_file c where c.parent_id is null;
grant select on project_leader to tongtu_app;

-- The unit that a reviewer means: the one it names, or that of whoever leads the matter, whom not every reviewer may see.
create function unit_meant(p_reviewer text, p_root uuid) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select case when p_reviewer = 'unit:of-project-leader'
    then (select p.unit from project_leader l join person p on p.id = l.person_id
          where l.root_id = p_root and p.institution_id = app_institution())
    else substr(p_reviewer, 6) end $$;

-- How a reviewer who is named and no role is called: 院长办公会, 心内科, 分管院长.
create function reviewer_title(p_reviewer text, p_root uuid) returns text language sql stable as $$
  select case split_part(p_reviewer, ':', 1)
    when p_reviewer then null
    when 'person' then coalesce((select p.name from person p where p.staff_no = substr(p_reviewer, 8)), substr(p_reviewer, 8))
    when 'body' then coalesce((select b.title from body b where b.code = substr(p_reviewer, 6)), substr(p_reviewer, 6))
    when 'unit' then unit_meant(p_reviewer, p_root)
    else substr(p_reviewer, 6) end $$;

-- Who may speak for a reviewer on a day: whoever holds the role or the post, the person named, who sits in the body, who heads the unit.
create function speakers(p_reviewer text, p_root uuid, p_day date) returns setof uuid language sql stable as $$
  select p.id from person p join (
    select a.person_id from assignment a
      where a.role = p_reviewer and a.from_on <= p_day and (a.to_on is null or a.to_on >= p_day)
    union
    select q.person_id from post q
      where p_reviewer = 'post:' || q.title and q.from_on <= p_day and (q.to_on is null or q.to_on >= p_day)
    union
    select s.person_id from seat s join body b on b.id = s.body_id
      where p_reviewer = 'body:' || b.code and s.from_on <= p_day and (s.to_on is null or s.to_on >= p_day)
    union
    select n.id from person n where p_reviewer = 'person:' || n.staff_no
    union
    select n.id from person n join post q on q.person_id = n.id
      where p_reviewer like 'unit:%' and n.unit = unit_meant(p_reviewer, p_root) and q.leader <> 'none'
        and q.from_on <= p_day and (q.to_on is null or q.to_on >= p_day)) x on x.person_id = p.id
  where p.left_on is null or p.left_on >= p_day $$;

-- All reviewers for whom one person may speak on a day. Contributors are named by the case they take part in, not by their role.
create function speaks_for(p_person uuid, p_root uuid, p_day date) returns text[] language sql stable as $$
  with me as (select * from person where id = p_person and (left_on is null or left_on >= p_day)),
  held as (select q.title, q.leader from post q join me on me.id = q.person_id
           where q.from_on <= p_day and (q.to_on is null or q.to_on >= p_day))
  select coalesce(array_agg(distinct x.name), '{}') from (
    select r as name from me, unnest(roles_of(me.id, p_day)) r where r <> 'CT'
    union all select 'person:' || staff_no from me
    union all select 'post:' || title from held
    union all select 'body:' || b.code from me join seat s on s.person_id = me.id join body b on b.id = s.body_id
      where s.from_on <= p_day and (s.to_on is null or s.to_on >= p_day)
    union all select 'unit:' || unit from me where unit is not null and exists (select from held where leader <> 'none')
    union all select 'unit:of-project-leader' from me
      where exists (select from held where leader <> 'none') and unit = unit_meant('unit:of-project-leader', p_root)) x $$;

-- All steps of a route that come before one which waits for these, directly or through others.
create function steps_upto(p_case uuid, p_route text, p_after text[]) returns setof step language sql stable as $$
  with recursive earlier as (
    select s.* from step s where s.case_id = p_case and s.route = p_route and s.step = any (p_after)
    union
    select s.* from earlier b join step s on s.case_id = p_case and s.route = p_route and s.step = any (b.after))
  select * from earlier $$;

-- Widens a narrow reader's sight, once his session is open: he sees the matters in which his opinion is waited for, and those in which
-- he has given it. What is kept from those who take part in the matter is kept from him too.
create function session_asked(p_today date) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare me uuid := app_person(); home uuid := app_institution(); of_leader constant text := 'unit:of-project-leader'; named text[]; seen uuid[];
begin
  if me is null or app_wide() then return; end if;
  named := speaks_for(me, null, p_today);
  select array_agg(distinct f.id) into seen from (
      select d.root_id from (
          select id from obligation where institution_id = home and state = 'owed' and owner_role = any (named || of_leader)
          union all select id from obligation where owner_person = me and state = 'owed') o
        join duty_list d on d.id = o.id
        where d.duty in ('opinion.give', 'counsel.give') and d.unblocked
          and (d.owner_role is distinct from of_leader or 'unit:' || unit_meant(of_leader, d.root_id) = any (named))
      union select c.root_id from opinion o join case_file c on c.id = o.case_id where o.person_id = me
      union select c.root_id from counsel k join case_file c on c.id = k.case_id where k.person_id = me) t
    join case_file f on f.root_id = t.root_id
    where f.id = t.root_id or exists (select from case_member m where m.case_id = f.id);
  perform set_config('app.cases', coalesce(array_to_string(app_cases() || seen, ','), ''), false);
end $$;
create index obligation_person on obligation (owner_person) where state = 'owed';

revoke execute on function unit_meant, reviewer_title, speakers, speaks_for, steps_upto, session_asked from public;
grant execute on function unit_meant, reviewer_title, speakers, speaks_for, steps_upto, session_asked to tongtu_app;
