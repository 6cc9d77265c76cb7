create spatial index party_assignment_geom on party_assignment (geom);
