-- The registers and instruments of a conversion, from disclosure to payroll. Amounts in fen; shares as exact text ('95%', '1/3').

create table achievement (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null references stream,
  title text not null,
  summary text not null,
  kind text not null,
  formed_on date,
  state text not null check (state in ('disclosed', 'registered')),
  registered_on date
);
create index achievement_list on achievement (institution_id, title, id);
create table contributor (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null references stream,
  achievement_id uuid not null references achievement,
  person_id uuid not null references person,
  rank integer not null,
  main boolean not null,
  contribution text
);
create index contributor_achievement on contributor (achievement_id);
create table achievement_right (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null references stream,
  ordinal integer not null,
  achievement_id uuid not null references achievement,
  kind text not null,
  number text,
  title text not null
);
create index achievement_right_achievement on achievement_right (achievement_id);

create table conversion (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null references stream unique,
  mode text not null,
  basis text,
  counterparty_id uuid not null references party
);
create table partner (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null references stream,
  party_id uuid not null references party,
  kind text not null,
  unique (case_id, party_id, kind)
);
-- What shows that a responsible person took care, supervised, and gained nothing (尽职免责).
create table care (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null references stream,
  element text not null,
  paper_id uuid not null references paper,
  note text
);
create index care_case on care (case_id);

create table pricing (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null references stream unique,
  flags text[] not null default '{}',
  approval_id uuid references paper,
  appraise boolean,
  appraisal_by text,
  appraisal_value bigint,
  method text,
  method_reason text,
  price bigint check (price >= 0),
  grounds text,
  priced_on date
);

create table notice (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null references stream unique,
  about text not null,
  place text not null,
  location text,
  contents jsonb,
  snapshot text,
  published_on date,
  last_day date,
  provisional boolean not null default false,
  run integer not null default 1,
  ended_on date
);
create table objection (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null references stream,
  notice_id uuid not null references notice,
  channel text not null,
  content text not null,
  anonymous boolean not null,
  received_on date not null,
  handler_id uuid references person,
  upheld boolean,
  answer text,
  answered_on date
);
create index objection_case on objection (case_id);
-- Who objected is kept from the team: only wide readers see this table at all.
create table objector (
  id uuid primary key references objection,
  institution_id uuid not null references institution,
  case_id uuid not null references stream,
  name text not null,
  contact text
);

create table resolution (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null references stream unique,
  body text not null,
  meeting_on date,
  minutes_number text,
  minutes_id uuid references paper,
  entitled integer,
  present integer,
  votes text check (votes in ('counted', 'not-in-minutes')),
  in_favour integer,
  against integer,
  abstained integer,
  result text check (result in ('passed', 'rejected', 'deferred'))
);
create table attendance (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null references stream,
  person_id uuid not null references person,
  presence text not null check (presence in ('present', 'absent', 'recused')),
  run integer not null
);
create index attendance_case on attendance (case_id);

create table opinion (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null references stream,
  ordinal integer not null,
  reviewer text not null,
  given boolean not null default false,
  agreed boolean,
  words text,
  person_id uuid references person,
  given_on date
);
create index opinion_case on opinion (case_id);

create table team_share (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null references stream,
  ordinal integer not null,
  person_id uuid not null references person,
  share text not null,
  proposal integer not null,
  confirmed_on date,
  paper_id uuid references paper
);
create index team_share_case on team_share (case_id);

create table agreement (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null references stream unique,
  conversion_id uuid not null references stream,
  number text,
  title text not null,
  counterparty_id uuid not null references party,
  price bigint not null check (price >= 0),
  signed_on date not null,
  paper_id uuid not null references paper
);
create index agreement_list on agreement (institution_id, signed_on desc, id);

create table receipt (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null references stream unique,
  conversion_id uuid not null references stream,
  amount bigint not null check (amount > 0),
  received_on date not null,
  budget_line text not null,
  voucher text,
  net bigint,
  computed_on date
);
create index receipt_list on receipt (institution_id, received_on desc, id);
create table deduction (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null references stream,
  ordinal integer not null,
  kind text not null,
  amount bigint not null check (amount > 0),
  ground text,
  paper_id uuid references paper,
  run integer not null
);
create index deduction_case on deduction (case_id);

create table distribution (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null references stream unique,
  receipt_id uuid not null references receipt,
  conversion_id uuid not null references stream,
  received bigint not null,
  net bigint not null,
  proposal integer not null default 0,
  remainder_use text,
  remainder_reason text,
  approval_body text,
  approved_on date,
  handed_over_on date
);
create index distribution_list on distribution (institution_id, id);
create table part_line (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null references stream,
  ordinal integer not null,
  proposal integer not null,
  part text not null,
  title text not null,
  destination text not null,
  inside text,
  share text not null,
  amount bigint not null check (amount >= 0)
);
create index part_line_case on part_line (case_id);
create table award_line (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null references stream,
  proposal integer not null,
  part text not null,
  person_id uuid not null references person,
  share text not null,
  amount bigint not null check (amount >= 0),
  measure text
);
create index award_line_case on award_line (case_id);

do $$
declare t regclass;
begin
  foreach t in array array['contributor', 'achievement_right', 'achievement', 'conversion', 'partner', 'care', 'pricing', 'notice',
    'objection', 'resolution', 'attendance', 'opinion', 'team_share', 'agreement', 'receipt', 'deduction', 'distribution', 'part_line',
    'award_line']::regclass[] loop
    call protect_case_table(t);
    execute format('grant select, insert, update on %s to tongtu_app', t);
  end loop;
end $$;
call protect('objector', '(select app_wide())');
grant select, insert on objector to tongtu_app;

-- ── Published views: what others may know of these registers ──────────────────────────────────────────────────────

create function yuan(fen bigint) returns text language sql immutable parallel safe
  as $$ select (fen / 100)::text || '.' || lpad((fen % 100)::text, 2, '0') $$;
grant execute on function yuan to tongtu_app;

-- What a public notice of a conversion is about.
create view notice_matter with (security_invoker = true) as
select c.id as root_id, jsonb_build_object(
  'issuer', i.title, 'number', c.number,
  'titles', coalesce((select jsonb_agg(a.title order by a.title) from case_subject s join achievement a on a.id = s.record_id
                      where s.case_id = c.id and s.register = 'achievements'), '[]'),
  'price', (select yuan(p.price) from pricing p join case_file f on f.id = p.case_id where f.root_id = c.id and not f.withdrawn),
  'method', (select p.method from pricing p join case_file f on f.id = p.case_id where f.root_id = c.id and not f.withdrawn),
  'completers', coalesce((select jsonb_agg(distinct n.name) from case_subject s join contributor k on k.achievement_id = s.record_id
                          join person n on n.id = k.person_id where s.case_id = c.id and s.register = 'achievements'), '[]'),
  'counterparty', (select t.title from party t where t.id = v.counterparty_id)) as matter
from case_file c join conversion v on v.case_id = c.id join institution i on i.id = c.institution_id;
grant select on notice_matter to tongtu_app;
