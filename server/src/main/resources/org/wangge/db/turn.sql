select name from turn where name = :name for update
