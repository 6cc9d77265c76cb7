with bin as (
  select floor((st_x(geom) - west) / w)::int as x, floor((st_y(geom) - south) / h)::int as y, count(*) as n
  from heat_point, frame
  where geom && st_expand(st_makeenvelope(west, south, west + w * side, south + h * side, 3857), 3 * sigma)
  group by 1, 2),
across as (
  select x + d as x, y, sum(n * exp(-0.5 * (d * w / sigma) ^ 2)) as n
  from frame, bin, generate_series(-ceil(3 * sigma / w)::int, ceil(3 * sigma / w)::int) as d
  group by 1, 2),
smooth as (
  select x, y + d as y, sum(n * exp(-0.5 * (d * h / sigma) ^ 2)) as n
  from frame, across, generate_series(-ceil(3 * sigma / h)::int, ceil(3 * sigma / h)::int) as d
  group by 1, 2)
select gx, gy, coalesce(n, 0)::float8
from frame
cross join generate_series(0, side - 1) as gx
cross join generate_series(0, side - 1) as gy
left join smooth on smooth.x = gx and smooth.y = gy
