-- Every overlap and enclosed gap of a check on its own, as JSON; null when they were not looked at one by one.

alter table check_run add column ground varchar;
