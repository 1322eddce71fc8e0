-- 补充协议: a signed amendment is the contract's next version from its own day; the contract as it was signed is never changed.

create table contract_amendment (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null references stream unique,
  agreement_id uuid not null references stream,
  changes text not null,
  -- While it is drafted null where it leaves the price; once it is signed the price from its day on.
  price bigint check (price >= 0),
  effective_on date not null,
  version integer,
  number text,
  signed_on date,
  paper_id uuid references paper,
  unique (agreement_id, version),
  check ((signed_on is null) = (version is null) and (signed_on is null or (price is not null and paper_id is not null)))
);
create index contract_amendment_agreement on contract_amendment (agreement_id);
call protect_case_table('contract_amendment');
grant select, insert, update on contract_amendment to tongtu_app;

-- Every version of a contract with the day it is in force from: on a day the last one whose day has come.
create view agreement_version with (security_invoker = true) as
select a.id as agreement_id, a.conversion_id, 1 as version, a.signed_on as effective_on, a.price from agreement a
union all
select m.agreement_id, a.conversion_id, m.version, m.effective_on, m.price
from contract_amendment m join agreement a on a.id = m.agreement_id where m.signed_on is not null;
grant select on agreement_version to tongtu_app;
