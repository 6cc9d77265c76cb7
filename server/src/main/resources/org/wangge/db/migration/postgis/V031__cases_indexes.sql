create index case_event_geom on case_event using gist (geom);
