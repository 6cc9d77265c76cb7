create index on heat_point using gist (geom);
analyze heat_point;
create temporary table frame as
select ?::float8 as west, ?::float8 as south, ?::float8 as w, ?::float8 as h, ?::int as side, ?::float8 as sigma;
