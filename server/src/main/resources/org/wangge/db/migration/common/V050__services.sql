-- Service points: where people go, put a letter or meet. Hours in the opening_hours form (Mo-Fr 09:00-12:00,13:30-17:00),
-- empty when unknown. A report box (举报箱) has a place here and nothing of what is put into it.

create table service_point (
  id bigint primary key,
  code varchar not null unique,
  kind varchar not null,
  name varchar not null,
  address varchar not null,
  hours varchar not null,
  phone varchar not null,
  unit varchar not null,
  fabric integer not null,
  face integer not null,
  lon double precision not null,
  lat double precision not null,
  x bigint not null,
  y bigint not null,
  geom geometry(geometry, 4326) not null
);

create index service_point_kind on service_point (kind);
create index service_point_face on service_point (face);
