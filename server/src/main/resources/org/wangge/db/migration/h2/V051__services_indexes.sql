create spatial index service_point_geom on service_point (geom);
