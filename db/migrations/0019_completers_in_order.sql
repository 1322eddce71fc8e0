-- A notice names the completers in the order of the disclosure, and two persons of one name are two.
create or replace view notice_matter with (security_invoker = true) as
select c.id as root_id, jsonb_build_object(
  'issuer', i.title, 'number', c.number,
  'titles', coalesce((select jsonb_agg(a.title order by a.title) from case_subject s join achievement a on a.id = s.record_id
                      where s.case_id = c.id and s.register = 'achievements'), '[]'),
  'price', (select yuan(p.price) from pricing p join case_file f on f.id = p.case_id where f.root_id = c.id and not f.withdrawn),
  'method', (select p.method from pricing p join case_file f on f.id = p.case_id where f.root_id = c.id and not f.withdrawn),
  'completers', coalesce((
    select jsonb_agg(x.name order by x.place)
    from (select n.id, n.name, min(array[a.title, to_char(k.rank, 'FM000000')]) as place
          from case_subject s join achievement a on a.id = s.record_id join contributor k on k.achievement_id = a.id
          join person n on n.id = k.person_id
          where s.case_id = c.id and s.register = 'achievements' group by n.id, n.name) x), '[]'),
  'counterparty', (select t.title from party t where t.id = v.counterparty_id)) as matter
from case_file c join conversion v on v.case_id = c.id join institution i on i.id = c.institution_id;
