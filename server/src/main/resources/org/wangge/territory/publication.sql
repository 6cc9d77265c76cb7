-- #count
select count(*) from publication

-- #insert-settings
insert into district_setting
  (id, code, name, metric_srid, code_pattern, level_names, time_zone, synthetic, identity_share)
values (1, :code, :name, :srid, :pattern, :levels, :timeZone, :synthetic, :identityShare)

-- #select-settings
select code, name, metric_srid, code_pattern, level_names, time_zone, synthetic, identity_share
from district_setting where id = 1

-- #select-time-zone
select time_zone from district_setting where id = 1

-- #insert-unit
insert into unit (code, level, name, kind, parent, valid_from, valid_to, position)
values (:code, :level, :name, :kind, :parent, :from, :to, :position)

-- #select-units
select code, level, name, kind, parent, valid_from, valid_to from unit
where valid_from <= :day and (valid_to is null or valid_to > :day)
order by position, code

-- #insert-publication
insert into publication
  (number, effective, recorded, base, previous_hash, hash, fabric, kind, document, author, note)
values (:number, :effective, :recorded, :base, :previous, :hash, :fabric, :kind, :document, :author, :note)

-- #select-publications
select number, effective, recorded, base, previous_hash, hash, fabric, kind, document, author, note
from publication order by effective, number

-- #insert-grid
insert into grid (id, code) values (:id, :code)

-- #insert-grid-version
insert into grid_version
  (grid, valid_from, valid_to, recorded_from, recorded_to, code, name, community, kind, geom, stats, publication)
values
  (:grid, :from, null, :recorded, null, :code, :name, :community, :kind, :geom, :stats, :publication)

-- #insert-publication-grid
insert into publication_grid (publication, zone, grid, in_pieces) values (:publication, :zone, :grid, :inPieces)

-- #select-grids
select p.zone, p.grid, p.in_pieces, v.code, v.name, v.community, v.kind
from publication_grid p join grid_version v on v.grid = p.grid
where p.publication = :publication
  and v.valid_from <= :day and (v.valid_to is null or v.valid_to > :day)
  and v.recorded_from <= :recorded and (v.recorded_to is null or v.recorded_to > :recorded)
order by p.zone

-- #insert-assignment
insert into block_assignment (fabric, face, grid, valid_from, valid_to, publication)
values (:fabric, :face, :grid, :from, null, :publication)

-- #select-zones
select grid, zone from grid_version
where valid_from <= :day and (valid_to is null or valid_to > :day) and recorded_to is null

-- #select-assignments
select face, grid from block_assignment
where fabric = :fabric and publication <= :publication
  and (until_publication is null or until_publication > :publication)

-- #insert-event
insert into change_event (id, kind, effective, recorded, publication, document, author, note, grid)
values (:id, :kind, :effective, :recorded, :publication, :document, :author, :note, :grid)

-- #insert-role
insert into role_slot (grid, line, role, holder) values (:grid, :line, :role, :holder)

-- #select-roles
select grid, line, role, holder from role_slot order by grid, line

-- #insert-exclusion
insert into exclusion (id, name, kind, geom) values (:id, :name, :kind, :geom)

-- #select-exclusions
select name, kind, geom from exclusion order by id

-- #insert-building
insert into building
  (id, position, name, address, fabric, face, x, y, geom, households, people, floors)
values
  (:id, :position, :name, :address, :fabric, :face, :x, :y, :geom, :households, :people, :floors)

-- #select-buildings
select id, name, address, fabric, face, x, y, households, people, floors from building order by position
