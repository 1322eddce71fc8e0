-- Whose the rights in an achievement of a cooperation are (权益归属), what the agreement says of them, and what is done with them.
-- Shares and rates are exact text, money is fen.

create table ownership (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null references stream unique,
  achievement_id uuid references achievement,
  mode text not null,
  new_invention text,
  proceeds_base text,
  determined_by text check (determined_by in ('agreement', 'default')),
  kind text check (kind in ('sole', 'shares', 'joint')),
  application_right text,
  use_right text,
  clauses text[] not null default '{}',
  determined_on date
);
create table right_party (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null references stream,
  ordinal integer not null,
  party_id uuid not null references party,
  person_id uuid references person,
  side text not null check (side in ('enterprise', 'researcher', 'other')),
  completing boolean not null,
  agreed_share text,
  agreed_owner boolean not null default false,
  proceeds_share text,
  unique (case_id, party_id)
);
create table ownership_term (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null references stream,
  ordinal integer not null,
  template text not null,
  clause text not null,
  effects text[] not null,
  words text not null,
  informative boolean not null,
  edited boolean not null default false,
  removed_on date
);
create index ownership_term_case on ownership_term (case_id);
create table resource_line (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null references stream,
  ordinal integer not null,
  term_id uuid not null references ownership_term,
  kind text not null,
  side text not null,
  quantity text,
  due_on date,
  removed_on date
);
create index resource_line_case on resource_line (case_id);
-- Owners from a day to a day: a transfer or a registered contribution of equity closes one row and opens another.
create table right_owner (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null references stream,
  ordinal integer not null,
  party_id uuid not null references party,
  share text,
  from_on date not null,
  to_on date
);
create index right_owner_case on right_owner (case_id);

create table rights_act (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null references stream unique,
  ownership_id uuid not null references stream,
  act text not null,
  by_party uuid not null references party,
  to_party uuid references party,
  purpose text not null,
  licence_kind text,
  from_on date,
  until_on date,
  scope text,
  priority_until date,
  priority_provisional boolean not null default false,
  way text,
  amount bigint check (amount >= 0),
  base text,
  rate text,
  value bigint check (value >= 0),
  post_money bigint check (post_money >= 0),
  stake text,
  report_id uuid references paper,
  carried_out_on date,
  ended_on date
);
create index rights_act_ownership on rights_act (ownership_id);
create table act_consent (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null references stream,
  ordinal integer not null,
  party_id uuid not null references party,
  asked text not null check (asked in ('consent', 'priority')),
  answer text,
  words text,
  paper_id uuid references paper,
  answered_on date,
  unique (case_id, party_id, asked)
);
create table act_payment (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null references stream,
  ordinal integer not null,
  due_on date not null,
  amount bigint check (amount >= 0),
  income bigint check (income >= 0),
  paid_on date
);
create index act_payment_case on act_payment (case_id);

do $$
declare t regclass;
begin
  foreach t in array array['ownership', 'right_party', 'ownership_term', 'resource_line', 'right_owner', 'rights_act', 'act_consent',
    'act_payment']::regclass[] loop
    call protect_case_table(t);
    execute format('grant select, insert, update on %s to tongtu_app', t);
  end loop;
end $$;
