-- #accounts
select a.*, g.role, g.scope
from account a left join account_grant g on g.account = a.id
where 1 = 1 <where>
order by a.name, g.role, g.scope

-- #by-id
and a.id = :id

-- #by-name
and a.name = :name

-- #display-names
select name, display_name from account where name = any(:names)

-- #last-account
select coalesce(max(id), 0) from account

-- #insert-account
insert into account (id, name, display_name, password_hash, must_change, disabled, created_at, signed_in_at, version)
values (:id, :name, :displayName, :passwordHash, :mustChange, :disabled, :createdAt, null, 1)

-- #update-account
update account set display_name = :displayName, disabled = :disabled, version = version + 1
where id = :id and version = :version

-- #set-password
update account set password_hash = :passwordHash, must_change = :mustChange, version = version + 1 where id = :id

-- #rehash
update account set password_hash = :passwordHash where id = :id

-- #signed-in
update account set signed_in_at = :at where id = :id

-- #delete-grants
delete from account_grant where account = :account

-- #insert-grant
insert into account_grant (account, role, scope) values (:account, :role, :scope)

-- #lock-accounts
select id from account order by id for update

-- #insert-session
insert into login_session (id_hash, account, by_provider, csrf, started_at, seen_at)
values (:idHash, :account, :byProvider, :csrf, :at, :at)

-- #session
select * from login_session where id_hash = :idHash

-- #touch-session
update login_session set seen_at = :at where id_hash = :idHash

-- #delete-session
delete from login_session where id_hash = :idHash

-- #delete-sessions-of
delete from login_session where account = :account

-- #delete-stale-sessions
delete from login_session where started_at < :started or seen_at < :seen

-- #tokens
select * from api_token order by created_at desc, id

-- #token
select * from api_token where id = :id

-- #insert-token
insert into api_token (id, secret_hash, name, role, scope, created_by, created_at, expires_at, revoked_at, used_at)
values (:id, :secretHash, :name, :role, :scope, :createdBy, :createdAt, :expiresAt, null, null)

-- #revoke-token
update api_token set revoked_at = :at where id = :id and revoked_at is null

-- #used-token
update api_token set used_at = :at where id = :id

-- #insert-key
insert into idempotency (key_hash, at, status, location) values (:keyHash, :at, null, null)

-- #key
select * from idempotency where key_hash = :keyHash

-- #finish-key
update idempotency set status = :status, location = :location where key_hash = :keyHash

-- #delete-key
delete from idempotency where key_hash = :keyHash

-- #delete-old-keys
delete from idempotency where at < :at
