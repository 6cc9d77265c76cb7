-- Fabric, plan and history. Metric geometry is in the district's metric CRS (its SRID is in every value), whole
-- millimetres; lon_lat geometry is 4326. Numbers of nodes, arcs, faces and zones start at 0 and are those of the kernel.

create table fabric (
  id integer primary key,
  hash varchar not null,
  metric_srid integer not null,
  nodes integer not null,
  arcs integer not null,
  faces integer not null,
  recorded timestamp with time zone not null
);

create table node (
  fabric integer not null references fabric (id),
  node integer not null,
  x bigint not null,
  y bigint not null,
  primary key (fabric, node)
);

create table fabric_name (
  fabric integer not null references fabric (id),
  name_index integer not null,
  name varchar not null,
  primary key (fabric, name_index)
);

create table arc (
  fabric integer not null references fabric (id),
  arc integer not null,
  from_node integer not null,
  to_node integer not null,
  arc_class smallint not null,
  name_index integer not null,
  street bigint not null,
  flags integer not null,
  geom geometry not null,
  primary key (fabric, arc),
  foreign key (fabric, name_index) references fabric_name (fabric, name_index)
);

create table face (
  fabric integer not null references fabric (id),
  face integer not null,
  kind smallint not null,
  households integer not null,
  people integer not null,
  parent_face integer not null,
  primary key (fabric, face)
);

create table interior_line (
  fabric integer not null references fabric (id),
  line integer not null,
  arc_class smallint not null,
  name varchar not null,
  street bigint not null,
  layer integer not null,
  reason varchar not null,
  geom geometry not null,
  primary key (fabric, line)
);

create table exclusion (
  id integer primary key,
  name varchar not null,
  kind varchar not null,
  geom geometry not null
);

create table publication (
  number integer primary key,
  effective date not null,
  recorded timestamp with time zone not null,
  base integer references publication (number),
  previous_hash varchar not null,
  hash varchar not null,
  fabric integer not null references fabric (id),
  note varchar not null
);

create table grid (
  id integer primary key,
  code varchar not null unique
);

create table grid_version (
  grid integer not null references grid (id),
  zone integer not null,
  valid_from date not null,
  valid_to date,
  recorded_from timestamp with time zone not null,
  recorded_to timestamp with time zone,
  code varchar not null,
  name varchar not null,
  community varchar not null,
  kind varchar not null,
  geom geometry(geometry, 4326) not null,
  stats varchar not null,
  publication integer not null references publication (number),
  primary key (grid, valid_from, recorded_from)
);

create table block_assignment (
  fabric integer not null,
  face integer not null,
  grid integer not null references grid (id),
  valid_from date not null,
  valid_to date,
  publication integer not null references publication (number),
  primary key (fabric, face, valid_from),
  foreign key (fabric, face) references face (fabric, face)
);

create index block_assignment_grid on block_assignment (grid);

create table change_event (
  id integer primary key,
  kind varchar not null,
  effective date not null,
  recorded timestamp with time zone not null,
  publication integer not null references publication (number),
  document varchar not null,
  author varchar not null,
  note varchar not null
);

create table lineage (
  event integer not null references change_event (id),
  from_grid integer references grid (id),
  to_grid integer references grid (id),
  moved_households integer not null,
  moved_area_square_metres double precision not null,
  share double precision not null
);

create table role_slot (
  grid integer not null references grid (id),
  line varchar not null,
  role varchar not null,
  holder varchar,
  primary key (grid, line)
);

create table building (
  id varchar primary key,
  position integer not null,
  name varchar not null,
  address varchar not null,
  fabric integer not null,
  face integer not null,
  x bigint not null,
  y bigint not null,
  geom geometry(geometry, 4326) not null,
  households integer not null,
  people integer not null,
  floors integer not null,
  foreign key (fabric, face) references face (fabric, face)
);

create index building_face on building (fabric, face);
