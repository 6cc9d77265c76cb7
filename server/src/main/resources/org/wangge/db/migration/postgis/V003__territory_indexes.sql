create index grid_version_geom on grid_version using gist (geom);
create index building_geom on building using gist (geom);

-- Seamless in time too: a block never belongs to two grids on one day. Needs btree_gist; where an administrator has not
-- allowed it, the store goes without this second guard and the server's own checks stand alone.
do $$
begin
  if exists (select 1 from pg_extension where extname = 'btree_gist') then
    alter table block_assignment add constraint block_assignment_once
      exclude using gist (fabric with =, face with =, daterange(valid_from, valid_to, '[)') with &&);
    alter table grid_version add constraint grid_version_once
      exclude using gist (grid with =, daterange(valid_from, valid_to, '[)') with &&)
      where (recorded_to is null);
  end if;
end
$$;
