-- #insert-member
insert into party_member (id, code, name, branch, community)
values (:id, :code, :name, :branch, :community)

-- #insert-assignment
insert into party_assignment (id, member, building, step, valid_from, valid_to, displayed_on, pledged_on, fulfilled_on,
  pledge, fabric, face, lon, lat, x, y, geom)
values (:id, :member, :building, :step, :from, :to, :displayed, :pledged, :fulfilled,
  :pledge, :fabric, :face, :lon, :lat, :x, :y, :geom)

-- #last-member
select coalesce(max(id), 0) from party_member

-- #last-assignment
select coalesce(max(id), 0) from party_assignment

-- #fingerprint
select (select count(*) from party_member) as members, count(*) as n, coalesce(max(id), 0) as last,
  min(valid_from) as earliest, min(lon) as west, min(lat) as south, max(lon) as east, max(lat) as north
from party_assignment

-- #list
select a.id, a.member, m.code, m.name, m.branch, a.building, a.step, a.valid_from, a.valid_to, a.displayed_on, a.pledged_on,
  a.fulfilled_on, a.pledge, a.fabric, a.face, a.lon, a.lat, a.x, a.y
from party_assignment a join party_member m on m.id = a.member where true <where> order by a.id limit :limit offset :offset

-- #count
select count(*) from party_assignment a join party_member m on m.id = a.member where true <where>

-- #buildings
select building, max(step) as step, count(*) as members
from party_assignment where valid_from <= :day and (valid_to is null or valid_to > :day) group by building

-- #members
select m.id, m.code from party_member m

-- #by-id
and a.id = :id

-- #by-from
and (a.valid_to is null or a.valid_to > :first)

-- #by-to
and a.valid_from <= :last

-- #by-standing
and valid_from <= :day and (valid_to is null or valid_to > :day)

-- #by-step
and a.step = :step

-- #by-building
and a.building = :building

-- #by-branch
and m.branch = :branch

-- #by-area
and a.face = any(:area)

-- #by-face
and a.face = any(:faces)
