-- A step of a route may be required only in some tiers of an amount (分级审批); outside them it is passed by and nobody waits for it.

alter table step add column required_in jsonb;
alter table step drop constraint step_state_check;
alter table step add constraint step_state_check check (state in ('open', 'done', 'refused', 'passed-by'));

create or replace view register_conversions with (security_invoker = true) as
select c.id, c.id as case_id, c.number, c.title, v.mode, t.title as counterparty, c.state, c.opened_on,
  (select yuan(p.price) from pricing p join case_file f on f.id = p.case_id where f.root_id = c.id and not f.withdrawn) as price,
  (select count(*)::int from step s where s.case_id = c.id and s.state = 'done') as steps_done,
  (select count(*)::int from step s where s.case_id = c.id and s.state <> 'passed-by') as steps_all,
  (select s.title from step s where s.case_id = c.id and s.state in ('open', 'refused') order by s.ordinal limit 1) as next_step,
  (select count(*)::int from finding g join case_file f on f.id = g.case_id where f.root_id = c.id and g.state = 'open') as findings
from case_file c join conversion v on v.case_id = c.id join party t on t.id = v.counterparty_id;

-- The steps a step waits for: those it names, and through steps passed by those that they name.
create function steps_before(p_case uuid, p_route text, p_after text[]) returns setof step language sql stable as $$
  with recursive before as (
    select s.* from step s where s.case_id = p_case and s.route = p_route and s.step = any (p_after)
    union
    select s.* from before b join step s on s.case_id = p_case and s.route = p_route and s.step = any (b.after) where b.state = 'passed-by')
  select * from before $$;

create or replace view duty_list with (security_invoker = true) as
select o.id, o.case_id, c.root_id, c.procedure, c.title, r.number, r.title as root_title, o.duty, o.owner_role, o.owner_person, o.due_on, o.provisional,
  o.clauses, o.force, o.moves, o.started_on,
  not exists (select from step s, steps_before(s.case_id, s.route, s.after) b
              where s.child_id = c.id and b.state not in ('done', 'passed-by')) as unblocked
from obligation o join case_file c on c.id = o.case_id join case_file r on r.id = c.root_id
where o.state = 'owed' and not c.withdrawn;

-- The classes of posts that texts tell apart: heads and deputies of internal units beside the leaders of the institution.
alter table post drop constraint post_leader_check;
alter table post add constraint post_leader_check
  check (leader in ('chief-of-institution', 'chief-of-subordinate', 'deputy', 'chief-of-unit', 'deputy-of-unit', 'none'));
