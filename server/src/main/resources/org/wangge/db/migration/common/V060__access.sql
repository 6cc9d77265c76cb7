-- Who may sign in, with what, and what was done. Secrets are never here: a password only as its Argon2id hash, session
-- identifiers and token secrets only as SHA-256.

create table account (
  id bigint primary key,
  name varchar not null unique,
  display_name varchar not null,
  password_hash varchar not null,
  must_change boolean not null,
  disabled boolean not null,
  created_at timestamp with time zone not null,
  signed_in_at timestamp with time zone,
  version integer not null
);

-- scope is the code of a unit or grid.
create table account_grant (
  account bigint not null references account (id),
  role varchar not null,
  scope varchar not null,
  primary key (account, role, scope)
);

create table login_session (
  id_hash varchar primary key,
  account bigint not null references account (id),
  csrf varchar not null,
  started_at timestamp with time zone not null,
  seen_at timestamp with time zone not null
);

create index login_session_account on login_session (account);

create table api_token (
  id varchar primary key,
  secret_hash varchar not null,
  name varchar not null,
  role varchar not null,
  scope varchar not null,
  created_by varchar not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  used_at timestamp with time zone
);

-- One row for every Idempotency-Key within a day: the request it came with was carried out once. status is null while
-- it is under way.
create table idempotency (
  key_hash varchar primary key,
  at timestamp with time zone not null,
  status integer,
  location varchar
);

-- The audit trail: rows are only added, each carries the hash of the one before it. The head is locked while a row is
-- added, so that there is one chain.
create table audit_event (
  seq bigint primary key,
  at timestamp with time zone not null,
  actor varchar not null,
  actor_kind varchar not null,
  roles varchar not null,
  action varchar not null,
  subject varchar not null,
  outcome varchar not null,
  before_text varchar not null,
  after_text varchar not null,
  why varchar not null,
  address varchar not null,
  previous_hash varchar not null,
  hash varchar not null
);

create index audit_event_actor on audit_event (actor);
create index audit_event_at on audit_event (at);

create table audit_head (
  id integer primary key check (id = 1),
  seq bigint not null,
  hash varchar not null
);

insert into audit_head (id, seq, hash) values (1, 0, '');
