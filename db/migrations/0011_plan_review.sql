-- 合作方案 and its review: whose plan it is, every version of what it says, who reviews it, and what became of each opinion.

create table plan (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null references stream unique,
  title text not null,
  leader_id uuid not null references person,
  round integer not null default 0,
  -- The version at work, and the one that is in force meanwhile.
  version integer not null,
  in_force integer,
  rate text,
  voted_on date
);

create table plan_party (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null references stream,
  ordinal integer not null,
  party_id uuid not null references party,
  -- Exact text: '50%', '1/3'.
  weight text not null,
  lead boolean not null,
  representative_id uuid not null references person,
  unique (case_id, party_id)
);

create table plan_version (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null references stream,
  version integer not null,
  contents jsonb not null,
  because text,
  made_on date not null,
  approved_on date,
  unique (case_id, version)
);

create table plan_expert (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null references stream,
  round integer not null,
  ordinal integer not null,
  person_id uuid not null references person,
  kind text not null check (kind in ('technical', 'management')),
  -- The party that named him, where one did.
  party_id uuid references party,
  conclusion text,
  given_on date,
  unique (case_id, round, person_id)
);

create table plan_opinion (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null references stream,
  round integer not null,
  ordinal integer not null,
  person_id uuid not null references person,
  words text not null,
  disposition text check (disposition in ('adopted', 'explained')),
  answer text,
  -- The version that takes it up.
  version integer,
  answered_on date,
  unique (case_id, ordinal)
);

do $$
declare t regclass;
begin
  foreach t in array array['plan', 'plan_party', 'plan_version', 'plan_expert', 'plan_opinion']::regclass[] loop
    call protect_case_table(t);
    execute format('grant select, insert, update on %s to tongtu_app', t);
  end loop;
end $$;
