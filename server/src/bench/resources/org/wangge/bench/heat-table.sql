set max_parallel_workers_per_gather = 0;
set jit = off;
set work_mem = '256MB';
create temporary table heat_point (geom geometry(Point, 3857));
