-- #select-grid
select grid from grid_version where code = :code and recorded_from <= :known

-- #select-last-codes
select grid, code from grid_version order by valid_from, recorded_from

-- #select-versions
select valid_from, valid_to, code, name, community, kind, stats, publication from grid_version
where grid = :grid and recorded_from <= :known and (recorded_to is null or recorded_to > :known)
order by valid_from

-- #select-events
select kind, grid, effective, recorded, publication, document, author, note from change_event e
where recorded <= :known and kind <> 'in-pieces'
  and (grid = :grid
    or exists (select 1 from lineage l where l.event = e.id and (l.from_grid = :grid or l.to_grid = :grid)))
order by id

-- #select-lineage
select l.from_grid, l.to_grid, l.moved_households, l.moved_people, l.moved_area_square_metres, l.share,
  e.effective, e.publication
from lineage l join change_event e on e.id = l.event
where e.recorded <= :known and (l.from_grid = :grid or l.to_grid = :grid)
order by l.event, l.share desc, l.from_grid, l.to_grid

-- #select-publication-events
select kind, grid, effective, recorded, publication, document, author, note from change_event
where publication = :publication and kind <> 'in-pieces' order by id

-- #count-grids
select count(*) from publication_grid where publication = :publication
