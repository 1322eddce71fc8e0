-- What an opinion says of each aspect that the text wants looked at (责、权、利).

alter table opinion add column aspects jsonb;
