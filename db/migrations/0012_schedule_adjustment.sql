-- 进度调整: which task of a plan is moved how far, why, and what follows from it. A party's leader in charge sits in the committee that votes.

alter table plan_party add column committee_id uuid references person;

create table schedule_adjustment (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null references stream unique,
  task text not null,
  cause text not null check (cause in ('policy', 'technical', 'other-objective')),
  reason text not null,
  impact text not null,
  original_start date not null,
  original_end date not null,
  now_start date not null,
  now_end date not null,
  wanted_start date not null,
  wanted_end date not null,
  days integer not null,
  part text not null,
  -- Days it then lies from the original plan: shown and flagged, not forbidden.
  cumulative integer not null,
  submitted_on date not null,
  applied_on date
);
call protect_case_table('schedule_adjustment');
grant select, insert, update on schedule_adjustment to tongtu_app;
