-- Who says yes to a draft, one after another: JSON as ReviewStep reads and writes it.

alter table review_setting add column steps varchar not null default '[{"name":"审核","level":"unit"}]';
