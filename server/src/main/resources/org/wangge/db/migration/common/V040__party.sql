-- Members of the party and the buildings they stand for (党员进楼栋). One row of party_assignment is one member in one
-- building for a time (half-open); its step is the furthest reached and each step has its day.

create table party_member (
  id bigint primary key,
  code varchar not null unique,
  name varchar not null,
  branch varchar not null,
  community varchar not null
);

create table party_assignment (
  id bigint primary key,
  member bigint not null references party_member (id),
  building varchar not null,
  step integer not null check (step between 1 and 4),
  valid_from date not null,
  valid_to date,
  displayed_on date,
  pledged_on date,
  fulfilled_on date,
  pledge varchar not null,
  fabric integer not null,
  face integer not null,
  lon double precision not null,
  lat double precision not null,
  x bigint not null,
  y bigint not null,
  geom geometry(geometry, 4326) not null
);

create index party_assignment_building on party_assignment (building);
create index party_assignment_member on party_assignment (member);
create index party_assignment_face on party_assignment (face);
