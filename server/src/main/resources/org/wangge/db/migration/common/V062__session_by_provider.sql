-- Whether the identity provider of the district proved who it is. A one-time password need not be changed in such a
-- session: it was not used.

alter table login_session add column by_provider boolean not null default false;
