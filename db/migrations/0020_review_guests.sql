-- Whose opinion is asked for, or was, takes part in that review as a reviewer, whatever role he holds elsewhere. Asked in the statement that
-- opens a command, once that has locked the case: each of its own queries sees what is written by then.
create function review_guests(p_case uuid, p_person uuid, p_day date) returns text[] language plpgsql volatile as $$
begin
  return case when exists (
    select from opinion x join case_file c on c.id = x.case_id left join counsel k on k.opinion_id = x.id
    where x.case_id = p_case and (x.person_id = p_person or x.holder_id = p_person or k.person_id = p_person
      or x.reviewer = any (speaks_for(p_person, c.root_id, p_day)))) then array['RV'] else '{}'::text[] end;
end $$;
grant execute on function review_guests to tongtu_app;
