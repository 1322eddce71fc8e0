-- 作价投资: what our side holds of a company for an achievement put in, and how it is allocated. A stake is counted in whole hundredths
-- of a percent of the company (0.01%, the precision of a register of shareholders), so that holdings sum to it exactly.
-- Its parts and its agreed shares stand in part_line and award_line, whose amounts are then in that unit.

create table stake (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null references stream unique,
  conversion_id uuid not null references stream,
  company_id uuid not null references party,
  -- What the achievement was put in at, in fen.
  value bigint not null check (value > 0),
  units bigint not null check (units between 1 and 10000),
  acquired_on date not null,
  paper_id uuid not null references paper,
  proposal integer not null default 0,
  approval_body text,
  approved_on date,
  allocated_on date
);
create index stake_conversion on stake (conversion_id);
create index stake_list on stake (institution_id, id);

-- A contributor whom a text bars from holding shares: nothing, or cash by the unit's measure with its approval.
create table cash_award (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null references stream,
  proposal integer not null,
  person_id uuid not null references person,
  amount bigint not null check (amount >= 0),
  measure text,
  approval_id uuid references paper
);
create index cash_award_case on cash_award (case_id);

-- The cap table: who holds what of the company. Of an earlier proposal than its stake's it is history.
create table holding (
  id uuid primary key,
  institution_id uuid not null references institution,
  case_id uuid not null references stream,
  proposal integer not null,
  ordinal integer not null,
  held_as text not null check (held_as in ('team', 'staff', 'part')),
  part text not null,
  holder text not null,
  person_id uuid references person,
  leader text not null,
  units bigint not null check (units >= 0),
  -- Its part of what the achievement was put in at.
  value bigint not null check (value >= 0)
);
create index holding_case on holding (case_id);

call protect_case_table('stake');
call protect_case_table('cash_award');
call protect_case_table('holding');
grant select, insert, update on stake, cash_award, holding to tongtu_app;

create view register_holdings with (security_invoker = true) as
select h.id, s.conversion_id as case_id, h.holder, h.held_as, t.title as company, yuan(h.units) || '%' as share, yuan(h.value) as value,
  s.allocated_on, c.title, c.number as conversion
from holding h join stake s on s.case_id = h.case_id and s.proposal = h.proposal join case_file c on c.id = s.conversion_id
  join party t on t.id = s.company_id
where s.allocated_on is not null;
grant select on register_holdings to tongtu_app;

-- The order in which the team listed its members: of equal remainders the one listed first is rounded up first.
alter table award_line add column ordinal integer;
