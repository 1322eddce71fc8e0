-- What each register shows, one view each; lists, exports and reports read these and nothing else. They see what their reader may see.

create view register_achievements with (security_invoker = true) as
select a.id, a.case_id, c.number, a.title, a.kind, a.state, a.registered_on, c.opened_on,
  (select string_agg(p.name, '、' order by k.rank) from contributor k join person p on p.id = k.person_id where k.achievement_id = a.id) as completers,
  (select count(*)::int from achievement_right r where r.achievement_id = a.id) as rights
from achievement a join case_file c on c.id = a.case_id;

create view register_conversions with (security_invoker = true) as
select c.id, c.id as case_id, c.number, c.title, v.mode, t.title as counterparty, c.state, c.opened_on,
  (select yuan(p.price) from pricing p join case_file f on f.id = p.case_id where f.root_id = c.id and not f.withdrawn) as price,
  (select count(*)::int from step s where s.case_id = c.id and s.state = 'done') as steps_done,
  (select count(*)::int from step s where s.case_id = c.id) as steps_all,
  (select s.title from step s where s.case_id = c.id and s.state <> 'done' order by s.ordinal limit 1) as next_step,
  (select count(*)::int from finding g join case_file f on f.id = g.case_id where f.root_id = c.id and g.state = 'open') as findings
from case_file c join conversion v on v.case_id = c.id join party t on t.id = v.counterparty_id;

create view register_agreements with (security_invoker = true) as
select a.id, a.conversion_id as case_id, a.number, a.title, t.title as counterparty, yuan(a.price) as price, a.signed_on, c.number as conversion,
  (select yuan(coalesce(sum(r.amount), 0)::bigint) from receipt r where r.conversion_id = a.conversion_id) as received
from agreement a join party t on t.id = a.counterparty_id join case_file c on c.id = a.conversion_id;

create view register_receipts with (security_invoker = true) as
select r.id, r.conversion_id as case_id, c.number as conversion, c.title, yuan(r.amount) as amount, yuan(r.net) as net, r.received_on, r.budget_line, r.voucher,
  f.state
from receipt r join case_file c on c.id = r.conversion_id join case_file f on f.id = r.case_id;

create view register_distributions with (security_invoker = true) as
select d.id, d.conversion_id as case_id, d.id as distribution_id, c.number as conversion, c.title, yuan(d.net) as net,
  (select yuan(coalesce(sum(l.amount), 0)::bigint) from part_line l where l.case_id = d.case_id and l.proposal = d.proposal
    and l.destination = 'persons' and l.inside is null) as awards,
  f.state, d.approved_on, d.handed_over_on
from distribution d join case_file c on c.id = d.conversion_id join case_file f on f.id = d.case_id;

create view register_people with (security_invoker = true) as
select p.id, null::uuid as case_id, p.staff_no, p.name, p.unit, p.left_on,
  (select string_agg(q.title, '、' order by q.from_on desc) from post q where q.person_id = p.id and (q.to_on is null or q.to_on >= current_date)) as posts,
  (select string_agg(distinct r.role, ' ' order by r.role) from assignment r where r.person_id = p.id and (r.to_on is null or r.to_on >= current_date)) as roles
from person p;

create view register_parties with (security_invoker = true) as
select t.id, null::uuid as case_id, t.title, t.kind, t.credit_code, t.wholly_state_owned,
  (select count(*)::int from agreement a where a.counterparty_id = t.id) as agreements
from party t;

create view register_bodies with (security_invoker = true) as
select b.id, null::uuid as case_id, b.code, b.title, b.founded_on,
  (select string_agg(p.name, '、' order by p.staff_no) from seat s join person p on p.id = s.person_id where s.body_id = b.id
    and (s.to_on is null or s.to_on >= current_date)) as members
from body b;

-- What is owed by whom, and whether the steps before it let it be done.
create view duty_list with (security_invoker = true) as
select o.id, o.case_id, c.root_id, c.procedure, c.title, r.number, r.title as root_title, o.duty, o.owner_role, o.owner_person, o.due_on, o.provisional,
  o.clauses, o.force, o.moves, o.started_on,
  not exists (select from step s join step b on b.case_id = s.case_id and b.route = s.route and b.step = any (s.after)
              where s.child_id = c.id and b.state <> 'done') as unblocked
from obligation o join case_file c on c.id = o.case_id join case_file r on r.id = c.root_id
where o.state = 'owed' and not c.withdrawn;

grant select on register_achievements, register_conversions, register_agreements, register_receipts, register_distributions, register_people,
  register_parties, register_bodies, duty_list to tongtu_app;
