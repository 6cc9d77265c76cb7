-- Drafts: a publication to start from, operations in order, and how many of them are in effect (the undo pointer).
-- An operation is kept as it was asked (op) and as what it did to the last block (effect): a replay needs no geometry.

create table draft (
  id bigint primary key,
  title varchar not null,
  scope varchar not null,
  state varchar not null,
  base integer not null references publication (number),
  version bigint not null,
  done integer not null,
  author varchar not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  band_min integer not null,
  band_target integer not null,
  band_max integer not null,
  notice_until date,
  publication integer references publication (number)
);

create table draft_operation (
  draft bigint not null references draft (id),
  seq integer not null,
  op varchar not null,
  effect varchar not null,
  text varchar not null,
  actor varchar not null,
  at timestamp with time zone not null,
  primary key (draft, seq)
);

-- Who took a draft from one state to another, and why; a place where the reason is on the map.
create table draft_decision (
  draft bigint not null references draft (id),
  number integer not null,
  decision varchar not null,
  actor varchar not null,
  at timestamp with time zone not null,
  why varchar not null,
  lon double precision,
  lat double precision,
  primary key (draft, number)
);

create table draft_comment (
  draft bigint not null references draft (id),
  number integer not null,
  author varchar not null,
  at timestamp with time zone not null,
  text varchar not null,
  lon double precision not null,
  lat double precision not null,
  grid varchar not null,
  arc integer,
  resolved boolean not null,
  primary key (draft, number)
);

-- Polygons that were sent in to be adopted, as they came, in metres.
create table draft_polygon (
  draft bigint not null references draft (id),
  number integer not null,
  code varchar not null,
  geom geometry not null,
  primary key (draft, number)
);

-- How a draft gets through: what the district decided about review.
create table review_setting (
  id integer primary key check (id = 1),
  notice_days integer not null,
  band_min integer not null,
  band_target integer not null,
  band_max integer not null
);

insert into review_setting (id, notice_days, band_min, band_target, band_max) values (1, 7, 300, 350, 500);
