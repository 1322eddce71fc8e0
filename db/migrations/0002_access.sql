-- What the application role may do, row by row, and the doors through which every request comes in.

-- Tables that only grow: no update, no delete, ever.
grant select, insert on event, row_version, decision, mention, ledger_entry, file_content, command_receipt to tongtu_app;
grant select, insert, update on institution, person, post, assignment, body, seat, adoption, party, stream, case_file, case_subject,
  case_member, step, hold, obligation, finding, correction, paper, document, counter to tongtu_app;
grant select on setting to tongtu_app;

create procedure protect(tbl regclass, visible text) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', tbl);
  execute format('create policy seen on %s for select to tongtu_app using (institution_id = (select app_institution()) and (%s))', tbl, visible);
  execute format('create policy added on %s for insert to tongtu_app with check (institution_id = (select app_institution()) and (select app_wide()))', tbl);
  execute format('create policy changed on %s for update to tongtu_app using (institution_id = (select app_institution()) and (select app_wide()))', tbl);
end $$;

-- A narrow reader sees the cases he takes part in. Register rows that everybody in the institution needs to choose from are open inside it.
create procedure protect_case_table(tbl regclass) language sql as
  $$ call protect(tbl, '(select app_wide()) or case_id = any ((select app_cases())::uuid[])') $$;
create procedure protect_register(tbl regclass) language sql as $$ call protect(tbl, 'true') $$;

do $$
declare t regclass;
begin
  foreach t in array array['decision', 'mention', 'case_subject', 'case_member', 'step', 'hold', 'obligation', 'finding',
    'correction', 'ledger_entry', 'paper', 'document']::regclass[] loop
    call protect_case_table(t);
  end loop;
  foreach t in array array['person', 'post', 'assignment', 'body', 'seat', 'adoption', 'party', 'counter', 'command_receipt']::regclass[] loop
    call protect_register(t);
  end loop;
  call protect('case_file', '(select app_wide()) or id = any ((select app_cases())::uuid[])');
  call protect('stream', '(select app_wide()) or id = any ((select app_cases())::uuid[])');
  call protect('event', '(select app_wide()) or stream_id = any ((select app_cases())::uuid[])');
  call protect('row_version', '(select app_wide())');
end $$;

alter table institution enable row level security;
create policy seen on institution for select to tongtu_app using (id = (select app_institution()));
create policy added on institution for insert to tongtu_app with check (id = (select app_institution()) and (select app_wide()));
create policy changed on institution for update to tongtu_app using (id = (select app_institution()) and (select app_wide()));

-- A file is seen through a paper or a document that is seen; the hash is not a key to it.
alter table file_content enable row level security;
create policy seen on file_content for select to tongtu_app using (
  exists (select from paper p where p.sha256 = file_content.sha256)
  or exists (select from document d where file_content.sha256 in (d.docx_sha256, d.pdf_sha256)));
create policy added on file_content for insert to tongtu_app with check ((select app_wide()));
create index paper_sha256 on paper (sha256);
create index document_docx on document (docx_sha256);
create index document_pdf on document (pdf_sha256);

-- ── Doors ─────────────────────────────────────────────────────────────────────────────────────────────────────────

-- Roles a person holds on a day, in the institution.
create function roles_of(p_person uuid, p_day date) returns text[] language sql stable as
  $$ select coalesce(array_agg(distinct role order by role), '{}') from assignment
     where person_id = p_person and from_on <= p_day and (to_on is null or to_on >= p_day) $$;

-- Opens a read for a signed-in person: finds the session, sets who asks, and says who that is. Null: no such session, or nobody's
-- any more: his account was closed, or he has left.
create function session_open(p_token_hash text, p_wall timestamptz, p_today date, p_wide_roles text[]) returns jsonb
language plpgsql security definer set search_path = public, pg_temp as $$
declare s session%rowtype; held text[]; own uuid[]; wide boolean;
begin
  select x.* into s from session x join account a on a.id = x.account_id join person p on p.id = x.person_id
    where x.token_hash = p_token_hash and x.expires_at > p_wall and a.disabled_at is null and (p.left_on is null or p.left_on >= p_today);
  if not found then
    perform set_config('app.institution', '', false), set_config('app.person', '', false), set_config('app.scope', '', false),
      set_config('app.cases', '', false);
    return null;
  end if;
  held := roles_of(s.person_id, p_today);
  wide := held && p_wide_roles;
  if not wide then select array_agg(distinct case_id) into own from case_member where person_id = s.person_id; end if;
  perform set_config('app.institution', s.institution_id::text, false), set_config('app.person', s.person_id::text, false),
    set_config('app.scope', case when wide then 'wide' else 'narrow' end, false),
    set_config('app.cases', coalesce(array_to_string(own, ','), ''), false);
  return jsonb_build_object('person', s.person_id, 'institution', s.institution_id, 'account', s.account_id, 'roles', to_jsonb(held),
    'wide', wide);
end $$;

create function sign_in_look_up(p_login text, p_at timestamptz) returns jsonb
language sql security definer set search_path = public, pg_temp as $$
  select jsonb_build_object(
    'account', a.id, 'secret', a.secret,
    'memberships', (select jsonb_agg(jsonb_build_object('person', m.person_id, 'institution', m.institution_id) order by m.institution_id)
                    from membership m join person p on p.id = m.person_id
                    where m.account_id = a.id and (p.left_on is null or p.left_on >= (p_at at time zone 'Asia/Shanghai')::date)),
    'failures', (select count(*) from sign_in_failure f where f.login = p_login and f.at > p_at - interval '15 minutes'))
  from (select 1) as always left join account a on a.login = p_login and a.disabled_at is null $$;

create function session_start(p_token_hash text, p_account uuid, p_person uuid, p_at timestamptz, p_expires timestamptz) returns void
language sql security definer set search_path = public, pg_temp as $$
  insert into session (token_hash, account_id, person_id, institution_id, started_at, expires_at)
  select p_token_hash, m.account_id, m.person_id, m.institution_id, p_at, p_expires
  from membership m where m.account_id = p_account and m.person_id = p_person $$;
create function session_end(p_token_hash text) returns void
language sql security definer set search_path = public, pg_temp as $$ delete from session where token_hash = p_token_hash $$;
create function sign_in_failed(p_login text, p_at timestamptz) returns void
language sql security definer set search_path = public, pg_temp as $$
  delete from sign_in_failure where at < p_at - interval '1 day';
  insert into sign_in_failure (login, at) values (p_login, p_at) $$;

-- Opens an account for a person of the institution that asks; its secret never passes through an event.
create function account_open(p_account uuid, p_login text, p_secret text, p_person uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare home uuid;
begin
  select institution_id into home from person where id = p_person;
  if home is null or home <> app_institution() or not app_wide() then return false; end if;
  insert into account (id, login, secret) values (p_account, p_login, p_secret);
  insert into membership (account_id, person_id, institution_id) values (p_account, p_person, home);
  return true;
end $$;

-- Step 2 of a command: sets who asks, locks the root of the case's tree (parents before children, always the same way),
-- and answers all that the engine needs of it in one round trip.
create function command_open(p_person uuid, p_institution uuid, p_case uuid, p_key text, p_at timestamptz, p_counter text, p_refs jsonb)
returns jsonb language plpgsql as $$
declare root uuid; today date := (p_at at time zone 'Asia/Shanghai')::date; number integer; seen command_receipt%rowtype;
begin
  perform set_config('app.institution', p_institution::text, true), set_config('app.person', coalesce(p_person::text, ''), true),
    set_config('app.scope', 'wide', true), set_config('app.cases', '', true);
  if p_case is not null then
    select root_id into root from case_file where id = p_case;
    if root is null then return null; end if;
    perform from stream where id = root for update;
  end if;
  if p_key is not null then
    select * into seen from command_receipt where person_id = p_person and key = p_key;
    if found then return jsonb_build_object('receipt', jsonb_build_object('asked', seen.asked, 'result', seen.result)); end if;
  end if;
  if p_counter is not null then
    insert into counter (institution_id, key, value) values (p_institution, p_counter, 1)
      on conflict (institution_id, key) do update set value = counter.value + 1 returning value into number;
  end if;
  return jsonb_build_object(
    'number', number,
    -- records the input names that this institution does not have
    'missing', (select jsonb_agg(jsonb_build_object('register', x.register, 'id', x.id))
              from jsonb_to_recordset(p_refs) x(register text, id uuid)
              where not case x.register
                when 'people' then exists (select from person r where r.id = x.id)
                when 'parties' then exists (select from party r where r.id = x.id)
                when 'bodies' then exists (select from body r where r.id = x.id)
                when 'papers' then exists (select from paper r where r.id = x.id)
                when 'achievements' then exists (select from achievement r where r.id = x.id)
                when 'objections' then exists (select from objection r where r.id = x.id)
                when 'findings' then exists (select from finding r where r.id = x.id)
                when 'corrections' then exists (select from correction r where r.id = x.id)
                else false end),
    'cases', (select jsonb_agg(to_jsonb(c) || jsonb_build_object('seq', s.seq, 'head', s.head))
              from case_file c join stream s on s.id = c.id where c.root_id = root),
    'steps', (select jsonb_agg(to_jsonb(t) order by t.ordinal) from step t join case_file c on c.id = t.case_id where c.root_id = root),
    'due', (select jsonb_agg(jsonb_build_object('id', o.id, 'case', o.case_id, 'moves', o.moves, 'due_on', o.due_on, 'due_at', o.due_at)
                             order by o.due_at, o.id)
            from obligation o join case_file c on c.id = o.case_id
            where c.root_id = root and o.state = 'owed' and o.moves is not null and o.due_at <= p_at),
    'duties', (select jsonb_agg(jsonb_build_object('id', o.id, 'case', o.case_id, 'met_by', o.met_by, 'whose', o.whose))
            from obligation o join case_file c on c.id = o.case_id where c.root_id = root and o.state = 'owed'),
    'members', (select jsonb_agg(jsonb_build_object('case', m.case_id, 'person', m.person_id, 'role', m.role))
            from case_member m join case_file c on c.id = m.case_id where c.root_id = root),
    'issued', (select jsonb_agg(jsonb_build_object('id', d.id, 'case', d.case_id, 'kind', d.kind, 'version', d.version, 'state', d.state))
            from document d join case_file c on c.id = d.case_id where c.root_id = root),
    'holds', (select jsonb_agg(jsonb_build_object('id', h.id, 'register', h.register, 'record', h.record_id, 'claim', h.claim))
            from hold h join case_file c on c.id = h.case_id where c.root_id = root and h.released_on is null),
    'entries', (select jsonb_agg(jsonb_build_object('id', l.id, 'case', l.case_id, 'account', l.account, 'debit', l.debit::text,
                                                    'credit', l.credit::text, 'about', l.about) order by l.id)
            from ledger_entry l join case_file c on c.id = l.case_id
            where c.root_id = root and l.reverses is null and not exists (select from ledger_entry r where r.reverses = l.id)),
    'roles', to_jsonb(roles_of(p_person, today)),
    'adoptions', (select jsonb_agg(jsonb_build_object('text', a.text_id, 'from', a.from_on, 'to', a.to_on, 'basis', a.basis)) from adoption a),
    'person', (select jsonb_build_object('id', p.id, 'name', p.name) from person p where p.id = p_person));
end $$;

-- A file's bytes are kept once, by their hash; what it is a file of, a paper or a document says.
create function file_store(p_sha256 text, p_bytes bytea) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if app_institution() is null then raise exception 'nobody asks'; end if;
  if encode(sha256(p_bytes), 'hex') <> p_sha256 then raise exception 'the bytes are not those of the hash'; end if;
  insert into file_content (sha256, bytes) values (p_sha256, p_bytes) on conflict do nothing;
end $$;

create function file_known(p_sha256 text) returns boolean language sql stable security definer set search_path = public, pg_temp as
  $$ select exists (select from file_content where sha256 = p_sha256) $$;

-- For the sweeper, which serves every institution: which deadlines that move a case have passed.
create function deadlines_due(p_at timestamptz, p_most integer)
returns table (id uuid, "case" uuid, institution uuid, moves text, due_on date, due_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as
  $$ select o.id, o.case_id, o.institution_id, o.moves, o.due_on, o.due_at from obligation o
     where o.state = 'owed' and o.moves is not null and o.due_at <= p_at order by o.due_at, o.id limit p_most $$;

-- One event as it was written, inside one institution.
create function event_body(p_institution uuid, p_stream uuid, p_seq integer) returns text
language sql stable security definer set search_path = public, pg_temp as
  $$ select body from event where institution_id = p_institution and stream_id = p_stream and seq = p_seq $$;

-- A database of demonstration may run ahead of the wall clock; any other may not.
create function demonstration_forward(p_days integer) returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare ahead integer;
begin
  if not exists (select from setting where key = 'demonstration') then raise exception 'this is no database of demonstration'; end if;
  insert into setting (key, value) values ('demonstration.days-ahead', p_days::text)
    on conflict (key) do update set value = (setting.value::integer + p_days)::text returning value::integer into ahead;
  return ahead;
end $$;
-- The accounts a database of demonstration shows at its door.
create function demonstration_accounts() returns jsonb language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(jsonb_agg(jsonb_build_object('login', a.login, 'name', p.name, 'as', coalesce(s.value, ''), 'institution', i.title) order by i.id, a.id), '[]')
  from account a join membership m on m.account_id = a.id join person p on p.id = m.person_id join institution i on i.id = m.institution_id
  left join setting s on s.key = 'demonstration.as.' || a.login
  where exists (select from setting where key = 'demonstration') $$;

revoke execute on all functions in schema public from public;
grant execute on all functions in schema public to tongtu_app;
