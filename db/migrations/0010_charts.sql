-- Every chart that a case of this database was opened on. A case stays on its chart when a release brings another one, until it is moved.

create table chart_version (
  hash text primary key,
  procedure text not null,
  -- The chart as canonical text; its hash is the beginning of this text's SHA-256.
  def text not null
);
grant select on chart_version to tongtu_app;

-- A process says which charts it runs; those it finds of earlier releases it keeps beside them.
create function charts_keep(p_charts jsonb) returns setof chart_version
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into chart_version (hash, procedure, def)
    select x.hash, x.procedure, x.def from jsonb_to_recordset(p_charts) as x(hash text, procedure text, def text)
    where left(encode(sha256(convert_to(x.def, 'UTF8')), 'hex'), 16) = x.hash
    on conflict do nothing;
  return query select * from chart_version;
end $$;
