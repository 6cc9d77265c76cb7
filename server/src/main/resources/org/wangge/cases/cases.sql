-- #insert
insert into case_event (id, code, category, restricted, title, description, channel, status, reported_at, due_at,
  closed_at, on_time, fabric, face, lon, lat, x, y, geom)
values (:id, :code, :category, :restricted, :title, :description, :channel, :status, :reported, :due,
  :closed, :onTime, :fabric, :face, :lon, :lat, :x, :y, :geom)

-- #last-id
select coalesce(max(id), 0) from case_event

-- #codes
select code from case_event

-- #fingerprint
select count(*) as n, coalesce(max(id), 0) as last, max(reported_at) as latest, min(reported_at) as earliest,
  min(lon) as west, min(lat) as south, max(lon) as east, max(lat) as north
from case_event where not restricted

-- #columns
select category, channel, status, reported_at, fabric, face, lon, lat
from case_event where not restricted order by id

-- #list
select id, code, category, title, description, channel, status, reported_at, due_at, closed_at, on_time,
  fabric, face, lon, lat, x, y
from case_event where <kind> <where> <order> limit :limit offset :offset

-- #count
select count(*) from case_event where <kind> <where>

-- #by-id
and id = :id

-- #by-from
and reported_at >= :from

-- #by-to
and reported_at <= :to

-- #by-before
and reported_at < :before

-- #by-category
and category = :category

-- #by-group
and substring(category from 1 for 2) = :group

-- #by-channel
and channel = :channel

-- #by-status
and status = :status

-- #by-code
and code = :code

-- #by-area
and face = any(:area)

-- #by-open
and not restricted and status not in ('已结案', '已作废')

-- #by-face
and face = any(:faces)

-- #insert-spot
insert into case_planted_spot (id, name, category, lon, lat, spread_metres, cases)
values (:id, :name, :category, :lon, :lat, :spread, :cases)

-- #spots
select name, category, lon, lat, spread_metres, cases from case_planted_spot order by id
