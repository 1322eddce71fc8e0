-- How much of a partner the state owns, as it was stated; and why a price was set without an appraisal being decided on.

alter table party add column state_owned_share text;
alter table pricing add column appraisal_waived text;

-- A partner of before was listed as wholly owned by the state, or not.
drop view register_parties;
create view register_parties with (security_invoker = true) as
select t.id, null::uuid as case_id, t.title, t.kind, t.credit_code,
  coalesce(t.state_owned_share, case when t.wholly_state_owned then '100%' end) as state_owned_share,
  (select count(*)::int from agreement a where a.counterparty_id = t.id) as agreements
from party t;
grant select on register_parties to tongtu_app;
