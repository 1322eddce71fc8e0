-- What the measuring instruments keep (checklists, rounds of scoring, schedules), and what maturity and risk make of them.
-- Points and probabilities are exact text ('12.5', '75%', '1/3'), as shares are.

create table checklist_item (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null references stream,
  ordinal integer not null,
  item text not null,
  title text not null,
  clause text not null,
  force text not null check (force in ('must', 'should', 'may')),
  paper_id uuid references paper,
  words text,
  not_applicable text,
  settled_on date,
  settled_by uuid references person,
  unique (case_id, item)
);

create table score_round (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null references stream unique,
  about text not null,
  opened_on date not null,
  total text,
  reached boolean,
  concluded_on date
);
create table score_expert (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null references stream,
  ordinal integer not null,
  person_id uuid not null references person,
  conflict text,
  given_on date,
  unique (case_id, person_id)
);
create table score_line (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null references stream,
  expert_id uuid not null references score_expert,
  item text not null,
  points text not null,
  notes jsonb not null,
  papers uuid[] not null default '{}',
  unique (expert_id, item)
);
create index score_line_case on score_line (case_id);

-- A recurring duty says how often and from which day; a single one within what time. Occurrences are counted, not stored, until they are met.
create table schedule_line (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null references stream,
  ordinal integer not null,
  title text not null,
  owner_role text,
  owner_person uuid references person,
  recurs text,
  within text,
  anchor date not null,
  until_on date,
  counted_as text not null check (counted_as in ('duty', 'floor')),
  clauses text[] not null default '{}',
  force text not null check (force in ('must', 'should', 'may')),
  check ((recurs is null) <> (within is null))
);
create index schedule_line_case on schedule_line (case_id);
create table occurrence (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null references stream,
  line_id uuid not null references schedule_line,
  k integer not null check (k >= 1),
  due_on date not null,
  met_on date not null,
  words text,
  paper_id uuid references paper,
  unique (line_id, k)
);
create index occurrence_case on occurrence (case_id);

create table maturity (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null references stream unique,
  achievement_id uuid not null references achievement,
  score text,
  mature boolean,
  appraised_on date
);
create index maturity_achievement on maturity (achievement_id);

create table risk (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null references stream unique,
  class text not null,
  description text not null,
  probability text,
  impact text,
  level text check (level in ('low', 'medium', 'high')),
  alert text,
  assessed_on date
);

do $$
declare t regclass;
begin
  foreach t in array array['checklist_item', 'score_round', 'score_expert', 'score_line', 'schedule_line', 'occurrence', 'maturity',
    'risk']::regclass[] loop
    call protect_case_table(t);
    execute format('grant select, insert, update on %s to tongtu_app', t);
  end loop;
end $$;
