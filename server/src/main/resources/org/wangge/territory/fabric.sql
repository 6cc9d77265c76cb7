-- #insert-fabric
insert into fabric (id, hash, metric_srid, nodes, arcs, faces, recorded)
values (:id, :hash, :srid, :nodes, :arcs, :faces, :recorded)

-- #insert-node
insert into node (fabric, node, x, y) values (:fabric, :node, :x, :y)

-- #insert-name
insert into fabric_name (fabric, name_index, name) values (:fabric, :index, :name)

-- #insert-arc
insert into arc (fabric, arc, from_node, to_node, arc_class, name_index, street, flags, geom)
values (:fabric, :arc, :from, :to, :class, :name, :street, :flags, :geom)

-- #insert-face
insert into face (fabric, face, kind, households, people, parent_face)
values (:fabric, :face, :kind, :households, :people, :parent)

-- #insert-interior
insert into interior_line (fabric, line, arc_class, name, street, layer, reason, geom)
values (:fabric, :line, :class, :name, :street, :layer, :reason, :geom)

-- #select-fabric
select hash, nodes, arcs, faces from fabric where id = :fabric

-- #select-nodes
select x, y from node where fabric = :fabric order by node

-- #select-names
select name from fabric_name where fabric = :fabric order by name_index

-- #select-arcs
select from_node, to_node, arc_class, name_index, street, flags, geom from arc where fabric = :fabric order by arc

-- #select-faces
select kind, households, people, parent_face from face where fabric = :fabric order by face

-- #select-interior
select arc_class, name, street, layer, reason, geom from interior_line where fabric = :fabric order by line
