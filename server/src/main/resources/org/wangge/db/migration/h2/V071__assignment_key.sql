-- A correction assigns a block again from the same day.
create index block_assignment_face on block_assignment (fabric, face);
alter table block_assignment drop primary key;
alter table block_assignment add primary key (fabric, face, publication);
