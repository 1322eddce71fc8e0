-- Ballots. How somebody voted in a secret one is kept in `sealed`, which the application may fill through a door and never read:
-- it can be shown to nobody, because no question of the application reaches it. The choice stands apart from the event that says the
-- vote was cast; the version that the chain keeps of it is a hash with a salt drawn here, so that five choices cannot be tried out.
-- One door counts, without names, and only a ballot in which all have voted or whose last day is over. Who owns the database itself is
-- not kept out by any of this: where he is not trusted, a secret ballot belongs on paper, and its count into the minutes.

create table ballot (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null references stream unique,
  question text not null,
  matter text not null,
  secret boolean not null,
  opened_on date not null,
  closes_on date not null check (closes_on >= opened_on),
  closed_on date,
  result text check (result in ('passed', 'rejected')),
  outcome jsonb
);

create table ballot_voter (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null references stream,
  ordinal integer not null,
  person_id uuid not null references person,
  -- The party he votes for; without one he votes for himself.
  party_id uuid references party,
  weight text,
  secret boolean not null,
  voted_on date,
  vote text check (vote in ('for', 'against', 'abstain', 'blank', 'invalid')),
  recorded boolean not null default false,
  mandate_id uuid references paper,
  check (not secret or vote is null)
);
create index ballot_voter_case on ballot_voter (case_id);

create table sealed (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null references stream,
  seq integer not null,
  about uuid not null,
  says text not null,
  salt text not null
);
create index sealed_case on sealed (case_id);
alter table sealed enable row level security;

call protect_case_table('ballot');
call protect_case_table('ballot_voter');
grant select, insert, update on ballot, ballot_voter to tongtu_app;

-- Seals what was said, and answers only with the version the chain keeps of it.
create function seal(p_rows jsonb) returns table (t text, r text, h text)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if app_institution() is null or not app_wide() then raise exception 'nobody asks'; end if;
  return query
    insert into sealed as s (id, institution_id, case_id, seq, about, says, salt)
    select x.id, app_institution(), x.case_id, x.seq, x.about, x.says, gen_random_uuid()::text || gen_random_uuid()::text
    from jsonb_to_recordset(p_rows) x(id uuid, case_id uuid, seq integer, about uuid, says text)
    returning 'sealed'::text, s.id::text, row_hash(to_jsonb(s));
end $$;

-- How many chose what in a secret ballot; of several votes of one voter the last counts. Null while it may not be counted.
create function ballot_count(p_case uuid, p_today date) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select (select coalesce(jsonb_object_agg(c.says, c.n), '{}') from (
      select l.says, count(*)::int as n
      from (select distinct on (s.about) s.about, s.says from sealed s where s.case_id = b.id order by s.about, s.seq desc) l group by l.says) c)
  from ballot b
  where b.id = p_case and b.secret and b.institution_id = app_institution() and b.closed_on is null
    and (b.closes_on < p_today or not exists (select from ballot_voter v where v.case_id = b.id and v.voted_on is null)) $$;

-- A receipt holds a hash of what was asked, a vote included: it is its asker's alone.
drop policy seen on command_receipt;
create policy seen on command_receipt for select to tongtu_app
  using (institution_id = (select app_institution()) and person_id = (select app_person()));

revoke execute on function seal(jsonb), ballot_count(uuid, date) from public;
grant execute on function seal(jsonb), ballot_count(uuid, date) to tongtu_app;
