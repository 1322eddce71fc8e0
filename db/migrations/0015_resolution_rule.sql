-- By what rule a meeting carried its resolution, where no text says and it was not the usual one.

alter table resolution add column majority text;
