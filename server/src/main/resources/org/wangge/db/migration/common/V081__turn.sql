-- What is numbered on from the last row: one row each, locked by the transaction that adds (see Turn).

create table turn (name varchar primary key);

insert into turn (name) values ('cases'), ('party'), ('services'), ('checks'), ('drafts');
