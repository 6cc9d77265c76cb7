-- Publications after the first. What held in publication n is found by numbers, exactly: an assignment holds from its
-- publication up to until_publication, the first in which it no longer does (null while it does). valid_from and
-- valid_to are the days, as known today: what a correction took back has an empty time.

alter table district_setting add column identity_share double precision not null default 0.6;

alter table publication add column kind varchar not null default 'first';
alter table publication add column document varchar not null default '';
alter table publication add column author varchar not null default '';

alter table block_assignment add column until_publication integer;

-- The grids of a publication in the order of its plan; in_pieces is a recorded exception.
create table publication_grid (
  publication integer not null references publication (number),
  zone integer not null,
  grid integer not null references grid (id),
  in_pieces boolean not null,
  primary key (publication, zone)
);

insert into publication_grid (publication, zone, grid, in_pieces)
select v.publication, v.zone, v.grid,
  exists (select 1 from change_event e where e.kind = 'in-pieces' and e.note = v.code)
from grid_version v;

alter table grid_version drop column zone;

alter table change_event add column grid integer references grid (id);
create index change_event_grid on change_event (grid);

alter table lineage add column moved_people integer not null default 0;
create index lineage_from on lineage (from_grid);
create index lineage_to on lineage (to_grid);
