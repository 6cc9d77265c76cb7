-- #insert
insert into service_point (id, code, kind, name, address, hours, phone, unit, fabric, face, lon, lat, x, y, geom)
values (:id, :code, :kind, :name, :address, :hours, :phone, :unit, :fabric, :face, :lon, :lat, :x, :y, :geom)

-- #last-id
select coalesce(max(id), 0) from service_point

-- #all
select id, code, kind, name, address, hours, phone, unit, fabric, face, lon, lat, x, y from service_point order by id
