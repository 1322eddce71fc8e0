-- An agreement that touches key core technology is flagged so.

alter table agreement add column core_technology boolean;
