with cell as (
  select gx, gy, st_setsrid(st_makepoint(west + (gx + 0.5) * w, south + (gy + 0.5) * h), 3857) as middle
  from frame
  cross join generate_series(8, side - 1, 16) as gx
  cross join generate_series(8, side - 1, 16) as gy)
select gx, gy, coalesce(sum(exp(-0.5 * (st_distance(geom, middle) / sigma) ^ 2)), 0)::float8
from frame
cross join cell
left join heat_point on st_dwithin(geom, middle, 3 * sigma)
group by gx, gy
