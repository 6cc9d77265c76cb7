-- Rows follow their block by its number alone, whatever fabric they name (bound.sql): without this index every block of
-- a new fabric looked through all buildings.

create index building_by_face on building (face);
