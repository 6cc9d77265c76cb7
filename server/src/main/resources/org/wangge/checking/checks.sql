-- #next-id
select coalesce(max(id), 0) + 1 from check_run

-- #insert-run
insert into check_run (id, subject, name, checked_at, publication, polygons, proved_clean, tolerated, crs, sources,
  warnings, apart, ground)
values (:id, :subject, :name, :checkedAt, :publication, :polygons, :provedClean, :tolerated, :crs, :sources,
  :warnings, :apart, :ground)

-- #insert-finding
insert into finding (check_run, number, kind, cover, area_square_metres, width_metres, parts, parties, lon, lat, action,
  suggestion, suggestion_english, explanation, explanation_english, confidence, geom)
values (:run, :number, :kind, :cover, :area, :width, :parts, :parties, :lon, :lat, :action,
  :suggestion, :suggestionEnglish, :explanation, :explanationEnglish, :confidence, :geom)

-- #drop-old
delete from check_run where subject = :subject and id not in (
  select id from check_run where subject = :subject order by id desc limit :kept)

-- #latest
select max(id) from check_run where subject = :subject

-- #select-run
select id, subject, name, checked_at, publication, polygons, proved_clean, tolerated, crs, sources, warnings, apart,
  ground
from check_run where id = :id

-- #select-findings
select number, kind, cover, area_square_metres, width_metres, parts, parties, lon, lat, action,
  suggestion, suggestion_english, explanation, explanation_english, confidence, geom
from finding where check_run = :run order by number
