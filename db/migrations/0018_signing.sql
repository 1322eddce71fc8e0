-- The agreement of a cooperation is signed on one version of its plan.

alter table plan_version
  add column signed_on date,
  add column agreement_id uuid references paper;
