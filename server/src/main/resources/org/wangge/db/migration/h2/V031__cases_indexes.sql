create spatial index case_event_geom on case_event (geom);
