-- Cases: one row an event, bound to the block under its place (fabric and face), so that its grid follows every redraw.
-- x and y are millimetres in the district's metric CRS, lon and lat degrees; geom is the same point for the spatial index.
-- Restricted cases (group 26) are kept here and shown nowhere.

create table case_event (
  id bigint primary key,
  code varchar not null unique,
  category varchar not null,
  restricted boolean not null,
  title varchar not null,
  description varchar not null,
  channel varchar not null,
  status varchar not null,
  reported_at timestamp with time zone not null,
  due_at timestamp with time zone,
  closed_at timestamp with time zone,
  on_time boolean,
  fabric integer not null,
  face integer not null,
  lon double precision not null,
  lat double precision not null,
  x bigint not null,
  y bigint not null,
  geom geometry(geometry, 4326) not null
);

create index case_event_reported_at on case_event (reported_at);
create index case_event_face on case_event (face);
create index case_event_category on case_event (category);

-- Where the demo put more than chance would: what a heat map must find.
create table case_planted_spot (
  id integer primary key,
  name varchar not null,
  category varchar not null,
  lon double precision not null,
  lat double precision not null,
  spread_metres double precision not null,
  cases integer not null
);
