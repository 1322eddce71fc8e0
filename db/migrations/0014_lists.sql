-- What lists and loaders look up by: found wanting with 20,000 conversions.

-- My day: the cases that run and changed last, of all that stand alone.
create index case_file_recent on case_file (institution_id, settled, changed_on desc, id desc) where parent_id is null;
-- The money of a deal, and the agreements of a party.
create index agreement_conversion on agreement (conversion_id);
create index agreement_counterparty on agreement (counterparty_id);
create index receipt_conversion on receipt (conversion_id);
create index distribution_conversion on distribution (conversion_id);
create index distribution_receipt on distribution (receipt_id);
-- The achievement of a disclosure.
create index achievement_case on achievement (case_id);

-- Who sees little may yet take part in hundreds of cases: whether a row is of one of them is looked up by hash, not along the list.
create or replace procedure protect_case_table(tbl regclass) language sql as
  $$ call protect(tbl, '(select app_wide()) or case_id in (select unnest(app_cases()))') $$;
do $$
declare p record; own text;
begin
  for p in select tablename, substring(qual from '(\w+) = ANY \(\( SELECT app_cases\(\)') as own from pg_policies
           where schemaname = 'public' and policyname = 'seen' and qual like '%app_cases()%' loop
    execute format('alter policy seen on %I using (institution_id = (select app_institution()) and ((select app_wide()) or %I in (select unnest(app_cases()))))',
      p.tablename, p.own);
  end loop;
end $$;

-- What asks for his opinion is found at every opening of his session: among the opinions that are owed, not among all duties.
create index obligation_opinion on obligation (institution_id, owner_role) where state = 'owed' and duty in ('opinion.give', 'counsel.give');
create or replace function session_asked(p_today date) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare me uuid := app_person(); home uuid := app_institution(); of_leader constant text := 'unit:of-project-leader'; named text[]; seen uuid[];
begin
  if me is null or app_wide() then return; end if;
  named := speaks_for(me, null, p_today);
  select array_agg(distinct f.id) into seen from (
      select d.root_id from (
          select id from obligation where institution_id = home and state = 'owed' and duty in ('opinion.give', 'counsel.give')
            and owner_role = any (named || of_leader)
          union all select id from obligation where owner_person = me and state = 'owed' and duty in ('opinion.give', 'counsel.give')) o
        join duty_list d on d.id = o.id
        where d.unblocked
          and (d.owner_role is distinct from of_leader or 'unit:' || unit_meant(of_leader, d.root_id) = any (named))
      union select c.root_id from opinion o join case_file c on c.id = o.case_id where o.person_id = me
      union select c.root_id from counsel k join case_file c on c.id = k.case_id where k.person_id = me) t
    join case_file f on f.root_id = t.root_id
    where f.id = t.root_id or exists (select from case_member m where m.case_id = f.id);
  perform set_config('app.cases', coalesce(array_to_string(app_cases() || seen, ','), ''), false);
end $$;
