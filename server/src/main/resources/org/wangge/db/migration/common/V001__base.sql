-- The district and its units. Texts are varchar without a length on purpose: both engines keep them alike.
-- Dates are valid time, half-open: valid_to is the first day on which the row no longer holds, null while it does.
-- recorded_from and recorded_to are when this store knew it, half-open too.

create table district_setting (
  id integer primary key check (id = 1),
  code varchar not null,
  name varchar not null,
  metric_srid integer not null,
  code_pattern varchar not null,
  level_names varchar not null,
  synthetic boolean not null
);

create table unit (
  code varchar not null,
  level varchar not null,
  name varchar not null,
  kind varchar not null,
  parent varchar,
  valid_from date not null,
  valid_to date,
  position integer not null,
  primary key (code, valid_from)
);

create table unit_alias (
  code varchar not null,
  alias varchar not null,
  primary key (code, alias)
);
