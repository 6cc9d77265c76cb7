create index service_point_geom on service_point using gist (geom);
