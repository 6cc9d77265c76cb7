-- #count
select count(*) from publication

-- #insert-settings
insert into district_setting (id, code, name, metric_srid, code_pattern, level_names, time_zone, synthetic)
values (1, :code, :name, :srid, :pattern, :levels, :timeZone, :synthetic)

-- #select-settings
select code, name, metric_srid, code_pattern, level_names, time_zone, synthetic from district_setting where id = 1

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
insert into publication (number, effective, recorded, base, previous_hash, hash, fabric, note)
values (:number, :effective, :recorded, :base, :previous, :hash, :fabric, :note)

-- #select-publications
select number, effective, recorded, hash, fabric from publication order by effective, number

-- #insert-grid
insert into grid (id, code) values (:id, :code)

-- #insert-grid-version
insert into grid_version
  (grid, zone, valid_from, valid_to, recorded_from, recorded_to, code, name, community, kind, geom, stats, publication)
values
  (:grid, :zone, :from, null, :recorded, null, :code, :name, :community, :kind, :geom, :stats, :publication)

-- #select-grids
select zone, code, name, community, kind from grid_version
where valid_from <= :day and (valid_to is null or valid_to > :day) and recorded_to is null
order by zone

-- #insert-assignment
insert into block_assignment (fabric, face, grid, valid_from, valid_to, publication)
values (:fabric, :face, :grid, :from, null, :publication)

-- #select-zones
select grid, zone from grid_version
where valid_from <= :day and (valid_to is null or valid_to > :day) and recorded_to is null

-- #select-assignments
select face, grid from block_assignment
where fabric = :fabric and valid_from <= :day and (valid_to is null or valid_to > :day)

-- #insert-event
insert into change_event (id, kind, effective, recorded, publication, document, author, note)
values (:id, :kind, :effective, :recorded, :publication, '', '', :note)

-- #select-in-pieces
select note from change_event where kind = 'in-pieces'

-- #insert-role
insert into role_slot (grid, line, role, holder) values (:grid, :line, :role, :holder)

-- #select-roles
select g.code, r.line, r.role, r.holder from role_slot r join grid g on g.id = r.grid order by g.id, r.line

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
select id, name, address, face, x, y, households, people, floors from building where fabric = :fabric order by position
