-- Who sees little sees besides what asks for his opinion; the session says so itself as it opens, so that what is read in one go with
-- it is read with all that he may see.
create or replace function session_open(p_token_hash text, p_wall timestamptz, p_today date, p_wide_roles text[]) returns jsonb
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
  if not wide then perform session_asked(p_today); end if;
  return jsonb_build_object('person', s.person_id, 'institution', s.institution_id, 'account', s.account_id, 'roles', to_jsonb(held),
    'wide', wide);
end $$;
