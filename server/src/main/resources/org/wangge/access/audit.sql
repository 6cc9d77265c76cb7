-- #lock-head
select seq, hash from audit_head where id = 1 for update

-- #head
select seq, hash from audit_head where id = 1

-- #move-head
update audit_head set seq = :seq, hash = :hash where id = 1

-- #insert
insert into audit_event (seq, at, actor, actor_kind, roles, action, subject, outcome, before_text, after_text, why,
  address, previous_hash, hash)
values (:seq, :at, :actor, :actorKind, :roles, :action, :subject, :outcome, :before, :after, :why,
  :address, :previousHash, :hash)

-- #list
select * from audit_event where 1 = 1 <where> order by seq desc limit :limit

-- #all
select * from audit_event order by seq

-- #by-actor
and actor = :actor

-- #by-action
and action = :action

-- #by-outcome
and outcome = :outcome

-- #by-subject
and subject like :subject escape '!'

-- #by-from
and at >= :from

-- #by-to
and at < :to

-- #by-before
and seq < :seq
