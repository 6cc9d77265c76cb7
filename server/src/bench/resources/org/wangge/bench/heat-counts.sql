with bin as (
  select floor((st_x(geom) - west) / w)::int as x, floor((st_y(geom) - south) / h)::int as y, count(*) as n
  from heat_point, frame
  where geom && st_makeenvelope(west, south, west + w * side, south + h * side, 3857)
  group by 1, 2)
select gx, gy, coalesce(n, 0)::float8
from frame
cross join generate_series(0, side - 1) as gx
cross join generate_series(0, side - 1) as gy
left join bin on bin.x = gx and bin.y = gy
