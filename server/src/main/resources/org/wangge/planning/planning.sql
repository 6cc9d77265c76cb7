-- #next-id
select coalesce(max(id), 0) + 1 from draft

-- #insert-draft
insert into draft (id, title, scope, state, base, version, done, author, created_at, updated_at, band_min, band_target, band_max, notice_until, publication)
values (:id, :title, :scope, :state, :base, 1, 0, :author, :at, :at, :min, :target, :max, null, null)

-- #select-drafts
select d.*, (select count(*) from draft_operation o where o.draft = d.id) as operations, p.effective
from draft d join publication p on p.number = d.base order by d.id desc

-- #select-draft
select d.*, (select count(*) from draft_operation o where o.draft = d.id) as operations, p.effective
from draft d join publication p on p.number = d.base where d.id = :id

-- #advance
update draft set version = version + 1, done = :done, updated_at = :at where id = :id and version = :version

-- #set-state
update draft set version = version + 1, state = :state, updated_at = :at, notice_until = :notice, publication = :publication
where id = :id and version = :version

-- #rebase
update draft set version = version + 1, base = :base, done = :done, updated_at = :at where id = :id and version = :version

-- #delete-after
delete from draft_operation where draft = :id and seq > :done

-- #delete-operations
delete from draft_operation where draft = :id

-- #insert-operation
insert into draft_operation (draft, seq, op, effect, text, actor, at) values (:id, :seq, :op, :effect, :text, :actor, :at)

-- #select-operations
select seq, op, effect, text, actor, at from draft_operation where draft = :id order by seq

-- #insert-decision
insert into draft_decision (draft, number, decision, actor, at, why, lon, lat)
values (:id, (select count(*) + 1 from draft_decision where draft = :id), :decision, :actor, :at, :why, :lon, :lat)

-- #select-decisions
select decision, actor, at, why, lon, lat from draft_decision where draft = :id order by number

-- #insert-comment
insert into draft_comment (draft, number, author, at, text, lon, lat, grid, arc, resolved)
values (:id, (select count(*) + 1 from draft_comment where draft = :id), :author, :at, :text, :lon, :lat, :grid, :arc, false)

-- #select-comments
select number, author, at, text, lon, lat, grid, arc, resolved from draft_comment where draft = :id order by number

-- #delete-polygons
delete from draft_polygon where draft = :id

-- #insert-polygon
insert into draft_polygon (draft, number, code, geom) values (:id, :number, :code, :geom)

-- #select-polygons
select code, geom from draft_polygon where draft = :id order by number

-- #select-setting
select notice_days, band_min, band_target, band_max, steps from review_setting where id = 1

-- #update-setting
update review_setting set notice_days = :days, band_min = :min, band_target = :target, band_max = :max,
  steps = :steps where id = 1

-- #select-codes
select code from grid
