-- The house: who may see what, streams and their chains, cases, steps, duties, findings, books, papers.
-- Everything a row says is written by an event; the application role owns nothing and may not touch what is appended.

do $$ begin
  if not exists (select from pg_roles where rolname = 'tongtu_app') then
    create role tongtu_app nosuperuser nobypassrls nocreatedb nocreaterole;
  end if;
end $$;
grant usage on schema public to tongtu_app;

-- ── Who asks ──────────────────────────────────────────────────────────────────────────────────────────────────────
-- Set at the start of every transaction or read. `wide`: sees the whole institution; `narrow`: only the cases named.

create function app_institution() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.institution', true), '')::uuid $$;
create function app_person() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.person', true), '')::uuid $$;
create function app_wide() returns boolean language sql stable parallel safe
  as $$ select current_setting('app.scope', true) = 'wide' $$;
create function app_cases() returns uuid[] language sql stable parallel safe
  as $$ select string_to_array(nullif(current_setting('app.cases', true), ''), ',')::uuid[] $$;

-- ── Institution and people ────────────────────────────────────────────────────────────────────────────────────────

create table institution (
  id uuid primary key,
  title text not null,
  short text not null,
  kind text not null check (kind in ('hospital', 'university', 'institute')),
  note text
);

create table person (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null,
  staff_no text not null,
  name text not null,
  unit text,
  category text,
  left_on date,
  unique (institution_id, staff_no)
);

-- A leader's post decides the route of his award; posts are dated.
create table post (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null,
  person_id uuid not null references person,
  title text not null,
  leader text not null check (leader in ('chief-of-institution', 'chief-of-subordinate', 'deputy', 'none')),
  from_on date not null,
  to_on date check (to_on >= from_on)
);
create index post_person on post (person_id);

-- Who holds which role of the permission matrix, in the institution.
create table assignment (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null,
  person_id uuid not null references person,
  role text not null,
  from_on date not null,
  to_on date check (to_on >= from_on)
);
create index assignment_person on assignment (person_id);

create table body (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null,
  code text not null,
  title text not null,
  founded_on date,
  unique (institution_id, code)
);
create table seat (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null,
  body_id uuid not null references body,
  person_id uuid not null references person,
  from_on date not null,
  to_on date check (to_on >= from_on)
);
create index seat_body on seat (body_id);

-- Which text binds the institution, since when, on what ground.
create table adoption (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null,
  text_id text not null,
  from_on date not null,
  to_on date check (to_on >= from_on),
  basis text not null,
  doubt text
);

create table party (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null,
  title text not null,
  kind text not null,
  credit_code text,
  wholly_state_owned boolean not null default false
);

-- ── Streams: events and the versions of the rows they wrote ───────────────────────────────────────────────────────

create table stream (
  id uuid primary key,
  institution_id uuid not null references institution,
  seq integer not null,
  head text not null
);

create table event (
  stream_id uuid not null references stream,
  seq integer not null,
  institution_id uuid not null references institution,
  type text not null,
  version smallint not null default 1,
  at timestamptz not null,
  on_day date not null,
  -- who entered it; who decided it where that is another (代录)
  actor_id uuid references person,
  decided_by text,
  command text not null,
  clauses text[] not null,
  body text not null,
  prev text not null,
  -- digest of every row version written with it; empty for all but the last event of a command
  rows text not null,
  hash text not null,
  primary key (stream_id, seq)
);

create table row_version (
  id bigint generated always as identity primary key,
  institution_id uuid not null references institution,
  tbl text not null,
  row_id text not null,
  hash text not null,
  stream_id uuid not null,
  seq integer not null
);
create index row_version_row on row_version (tbl, row_id, id desc);
create index row_version_event on row_version (stream_id, seq);

-- A row's version is the hash of what it says; a column added later and left empty does not change it.
create function row_hash(j jsonb) returns text language sql immutable parallel safe
  as $$ select encode(sha256(convert_to(jsonb_strip_nulls(j)::text, 'UTF8')), 'hex') $$;
create function chain_hash(prev text, body_hash text, rows text) returns text language sql immutable parallel safe
  as $$ select encode(sha256(convert_to(prev || body_hash || rows, 'UTF8')), 'hex') $$;

create table command_receipt (
  institution_id uuid not null references institution,
  person_id uuid not null,
  key text not null,
  asked text not null,
  result jsonb not null,
  at timestamptz not null default now(),
  primary key (person_id, key)
);

-- Every answer a decision rested on, with its trace, the packs' revisions, and what other readings would have done.
create table decision (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null references stream,
  seq integer not null,
  command text not null,
  on_day date not null,
  answers jsonb not null,
  readings jsonb not null,
  revisions jsonb not null
);
create index decision_case on decision (case_id);

-- The index by subject, party, person and clause: dossier, search and clause reader ask it and know no capability.
create table mention (
  institution_id uuid not null references institution,
  about_kind text not null,
  about text not null,
  what text not null,
  ref text not null,
  case_id uuid not null,
  at timestamptz not null
);
create index mention_about on mention (institution_id, about_kind, about, at desc);

-- ── Cases ─────────────────────────────────────────────────────────────────────────────────────────────────────────

create table case_file (
  id uuid primary key references stream,
  institution_id uuid not null references institution,
  procedure text not null,
  chart text not null,
  number text,
  title text not null,
  state text not null,
  settled boolean not null,
  withdrawn boolean not null default false,
  root_id uuid not null references stream,
  parent_id uuid references stream,
  opened_on date not null,
  changed_on date not null,
  unique (institution_id, number)
);
create index case_file_root on case_file (root_id);
create index case_file_list on case_file (institution_id, procedure, opened_on desc, id);

create table case_subject (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null references stream,
  register text not null,
  record_id uuid not null,
  role text not null
);
create index case_subject_record on case_subject (record_id);
create index case_subject_case on case_subject (case_id);

create table case_member (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null references stream,
  person_id uuid not null references person,
  role text not null,
  unique (case_id, person_id, role)
);
create index case_member_person on case_member (person_id);

create table step (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null references stream,
  route text not null,
  step text not null,
  title text not null,
  does text not null,
  after text[] not null,
  settings jsonb not null,
  clauses text[] not null,
  ordinal integer not null,
  child_id uuid not null references stream,
  state text not null check (state in ('open', 'done', 'refused')),
  done_on date,
  attempt integer not null default 1,
  unique (case_id, route, step)
);
create index step_child on step (child_id);

create table hold (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null references stream,
  register text not null,
  record_id uuid not null,
  claim text not null,
  since date not null,
  released_on date
);
create unique index hold_once on hold (register, record_id, claim) where released_on is null;

create table obligation (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null references stream,
  duty text not null,
  owner_role text,
  owner_person uuid references person,
  due_on date,
  due_at timestamptz,
  provisional boolean not null default false,
  met_by text[] not null,
  -- Which of several that owe the same: only an event that names it meets this one.
  whose text,
  moves text,
  clauses text[] not null,
  force text not null,
  state text not null check (state in ('owed', 'met', 'passed', 'void')),
  started_on date not null,
  ended_on date
);
create index obligation_case on obligation (case_id) where state = 'owed';
create index obligation_moves on obligation (due_at) where state = 'owed' and moves is not null;
create index obligation_owed on obligation (institution_id, owner_role, due_on) where state = 'owed';

create table finding (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null references stream,
  code text not null,
  clauses text[] not null,
  facts jsonb not null,
  owner_role text not null,
  opened_on date not null,
  state text not null check (state in ('open', 'closed')),
  closed_on date,
  closed_by uuid references person,
  paper_id uuid,
  explanation text
);
create index finding_case on finding (case_id);
create index finding_open on finding (institution_id) where state = 'open';

create table correction (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null references stream,
  tbl text not null,
  row_id uuid not null,
  field text not null,
  old_value text not null,
  new_value text not null,
  reason text not null,
  asked_by uuid not null references person,
  asked_on date not null,
  state text not null check (state in ('asked', 'approved', 'declined')),
  decided_by uuid references person,
  decided_on date,
  check (decided_by <> asked_by)
);
create index correction_case on correction (case_id);

-- ── Books, papers, documents ──────────────────────────────────────────────────────────────────────────────────────

-- Amounts in fen. The lines of one event balance; a line is never edited, only reversed.
create table ledger_entry (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null references stream,
  seq integer not null,
  on_day date not null,
  account text not null,
  debit bigint not null default 0 check (debit >= 0),
  credit bigint not null default 0 check (credit >= 0),
  about text,
  reverses uuid references ledger_entry unique,
  check ((debit = 0) <> (credit = 0))
);
create index ledger_entry_case on ledger_entry (case_id);

create table file_content (
  sha256 text primary key,
  bytes bytea not null
);

create table paper (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null references stream,
  seq integer not null,
  kind text not null check (kind in ('minutes', 'scan', 'picture', 'recording', 'agreement', 'report', 'other')),
  title text not null,
  media_type text not null,
  size integer not null,
  sha256 text not null,
  filed_at timestamptz not null,
  filed_by uuid references person
);
create index paper_case on paper (case_id);

create table document (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null references stream,
  seq integer not null,
  kind text not null,
  version integer not null,
  title text not null,
  model jsonb not null,
  state text not null check (state in ('issued', 'superseded')),
  issued_on date not null,
  docx_sha256 text,
  pdf_sha256 text,
  unique (case_id, kind, version)
);

create table counter (
  institution_id uuid not null references institution,
  key text not null,
  value integer not null,
  primary key (institution_id, key)
);

create table setting (
  key text primary key,
  value text not null
);

-- ── Sign-in: not told by events, because secrets have no place in a chain ─────────────────────────────────────────

create table account (
  id uuid primary key,
  login text not null unique,
  secret text not null,
  disabled_at timestamptz
);
create table membership (
  account_id uuid not null references account,
  person_id uuid not null references person,
  institution_id uuid not null references institution,
  primary key (account_id, person_id)
);
create table session (
  token_hash text primary key,
  account_id uuid not null references account,
  person_id uuid not null references person,
  institution_id uuid not null references institution,
  started_at timestamptz not null,
  expires_at timestamptz not null
);
create index session_account on session (account_id);
create unlogged table sign_in_failure (
  login text not null,
  at timestamptz not null
);
create index sign_in_failure_login on sign_in_failure (login, at);
