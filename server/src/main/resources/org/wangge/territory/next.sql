-- #lock
select id from district_setting where id = 1 for update

-- #select-codes
select code from grid union select code from grid_version

-- #select-grid-ids
select grid from publication_grid where publication = :publication order by zone

-- #last-grid
select coalesce(max(id), 0) from grid

-- #last-fabric
select coalesce(max(id), 0) from fabric

-- #last-event
select coalesce(max(id), 0) from change_event

-- #supersede-grid-version
update grid_version set recorded_to = :recorded where grid = :grid and recorded_to is null and valid_to is null

-- #insert-ended-grid-version
insert into grid_version
  (grid, valid_from, valid_to, recorded_from, recorded_to, code, name, community, kind, geom, stats, publication)
select grid, valid_from, cast(:day as date), cast(:recorded as timestamp with time zone), null, code, name, community, kind,
  geom, stats, publication
from grid_version where grid = :grid and recorded_to = :recorded and valid_to is null and valid_from < :day

-- #end-assignment
update block_assignment set valid_to = :day, until_publication = :publication
where fabric = :fabric and face = :face and until_publication is null

-- #end-fabric
update block_assignment set valid_to = :day, until_publication = :publication
where fabric = :fabric and until_publication is null

-- #insert-lineage
insert into lineage (event, from_grid, to_grid, moved_households, moved_people, moved_area_square_metres, share)
values (:event, :from, :to, :households, :people, :area, :share)
