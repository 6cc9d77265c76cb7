create index party_assignment_geom on party_assignment using gist (geom);
