create spatial index grid_version_geom on grid_version (geom);
create spatial index building_geom on building (geom);
