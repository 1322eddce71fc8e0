-- An institution revises a text of its own: the text's files as they then are, known by their hash, and the day from which they answer.

create table text_revision (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null,
  text_id text not null,
  revision text not null,
  from_on date not null,
  basis text not null,
  files jsonb not null
);
create index text_revision_text on text_revision (institution_id, text_id);
grant select, insert on text_revision to tongtu_app;
call protect_register('text_revision');

-- Which text binds whom, and what the institution has made of it since. A party's adoption is of the text as it was issued.
create view adopted with (security_invoker = true) as
  select a.*, case when a.party_id is null then
    (select jsonb_agg(jsonb_build_object('from', r.from_on, 'revision', r.revision) order by r.id)
     from text_revision r where r.institution_id = a.institution_id and r.text_id = a.text_id) end as revisions
  from adoption a;
grant select on adopted to tongtu_app;

-- As before, and each adoption says how it was revised. Step 2 of a command: sets who asks, locks the root of the case's tree (parents before children, always the same way),
-- and answers all that the engine needs of it in one round trip.
create or replace function command_open(p_person uuid, p_institution uuid, p_case uuid, p_key text, p_at timestamptz, p_counter text, p_refs jsonb)
returns jsonb language plpgsql as $$
declare root uuid; tree uuid[]; today date := (p_at at time zone 'Asia/Shanghai')::date; number integer; seen command_receipt%rowtype;
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
  tree := array(select id from case_file where root_id = root);
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
              from case_file c join stream s on s.id = c.id where c.id = any (tree)),
    'steps', (select jsonb_agg(to_jsonb(t) order by t.ordinal) from step t where t.case_id = any (tree)),
    'due', (select jsonb_agg(jsonb_build_object('id', o.id, 'case', o.case_id, 'moves', o.moves, 'due_on', o.due_on, 'due_at', o.due_at)
                             order by o.due_at, o.id)
            from obligation o where o.case_id = any (tree) and o.state = 'owed' and o.moves is not null and o.due_at <= p_at),
    'duties', (select jsonb_agg(jsonb_build_object('id', o.id, 'case', o.case_id, 'met_by', o.met_by, 'whose', o.whose))
            from obligation o where o.case_id = any (tree) and o.state = 'owed'),
    'members', (select jsonb_agg(jsonb_build_object('case', m.case_id, 'person', m.person_id, 'role', m.role))
            from case_member m where m.case_id = any (tree)),
    'issued', (select jsonb_agg(jsonb_build_object('id', d.id, 'case', d.case_id, 'kind', d.kind, 'version', d.version, 'state', d.state))
            from document d where d.case_id = any (tree)),
    'holds', (select jsonb_agg(jsonb_build_object('id', h.id, 'register', h.register, 'record', h.record_id, 'claim', h.claim))
            from hold h where h.case_id = any (tree) and h.released_on is null),
    'entries', (select jsonb_agg(jsonb_build_object('id', l.id, 'case', l.case_id, 'account', l.account, 'debit', l.debit::text,
                                                    'credit', l.credit::text, 'about', l.about) order by l.id)
            from ledger_entry l
            where l.case_id = any (tree) and l.reverses is null and not exists (select from ledger_entry r where r.reverses = l.id)),
    'roles', to_jsonb(roles_of(p_person, today)),
    'adoptions', (select jsonb_agg(jsonb_build_object('text', a.text_id, 'from', a.from_on, 'to', a.to_on, 'basis', a.basis,
                                                      'party', a.party_id, 'revisions', a.revisions) order by a.id) from adopted a),
    'person', (select jsonb_build_object('id', p.id, 'name', p.name) from person p where p.id = p_person));
end $$;
