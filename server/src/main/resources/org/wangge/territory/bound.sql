-- Rows of any table with the columns id, fabric, face, x and y. The names of tables are constants of the program.

-- #select-stale
select id, fabric, face, x, y from <table> where (fabric <> :fabric and fabric <> :before) or (fabric = :before and face = any(:split))

-- #rebind-row
update <table> set fabric = :fabric, face = :face where id = :id

-- #rebind-face
update <table> set fabric = :fabric, face = :face where fabric = :before and face = :parent

-- #rebind-rest
update <table> set fabric = :fabric where fabric = :before

-- #select-places
select fabric, face, x, y from <table> where true <where>
