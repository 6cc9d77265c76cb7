-- Rows of any table with the columns id, fabric, face, x and y. The names of tables are constants of the program.
-- A face is one of the latest fabric, and has been since the fabric that the row names: rows of blocks that neither
-- were split nor got another number need not be touched.

-- #select-split
select id, fabric, face, x, y from <table> where face = any(:faces)

-- #select-older
select id, fabric, face, x, y from <table> where fabric <> :fabric

-- #rebind-row
update <table> set fabric = :fabric, face = :face where id = :id

-- #rebind-face
update <table> set fabric = :fabric, face = :face where face = :parent and fabric <> :fabric

-- #select-places
select fabric, face, x, y from <table> where true <where>
