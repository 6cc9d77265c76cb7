-- A correction assigns a block again from the same day.
alter table block_assignment drop constraint block_assignment_pkey;
alter table block_assignment add primary key (fabric, face, publication);
