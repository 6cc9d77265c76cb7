-- Checks and what they found. A check is stored whole or not at all; its items are numbered from 1, worst first.
-- subject is 'plan' (the plan in force, or what was imported as it) or 'file' (layers somebody sent).
-- Words stand in both languages, parties as JSON; geom is longitude and latitude, null for what could not be read.

create table check_run (
  id bigint primary key,
  subject varchar not null check (subject in ('plan', 'file')),
  name varchar not null,
  checked_at timestamp with time zone not null,
  publication integer,
  polygons integer not null,
  proved_clean boolean not null,
  tolerated integer not null,
  crs varchar not null,
  sources varchar not null,
  warnings varchar not null,
  apart varchar
);

create table finding (
  check_run bigint not null references check_run (id) on delete cascade,
  number integer not null,
  kind varchar not null,
  cover varchar not null,
  area_square_metres double precision not null,
  width_metres double precision not null,
  parts integer not null,
  parties varchar not null,
  lon double precision,
  lat double precision,
  action varchar not null,
  suggestion varchar not null,
  suggestion_english varchar not null,
  explanation varchar not null,
  explanation_english varchar not null,
  confidence double precision not null,
  geom geometry(geometry, 4326),
  primary key (check_run, number)
);

create index check_run_subject on check_run (subject, id);
create index finding_kind on finding (check_run, kind);
