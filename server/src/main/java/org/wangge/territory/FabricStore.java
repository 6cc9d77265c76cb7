package org.wangge.territory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.PrecisionModel;
import org.wangge.db.BatchInsert;
import org.wangge.db.GeometryColumn;
import org.wangge.db.RowReader;
import org.wangge.db.Sql;
import org.wangge.fabric.ArcClass;
import org.wangge.fabric.Fabric;
import org.wangge.fabric.FabricData;
import org.wangge.fabric.InteriorLine;

/**
 * Keeps fabrics: every number comes back as it went in, so that the hash of what is read is that of
 * what was stored.
 */
final class FabricStore {
  private final Handle handle;

  FabricStore(Handle handle) {
    this.handle = handle;
  }

  void insert(
      int id, Fabric fabric, List<InteriorLine> interior, int srid, OffsetDateTime recorded) {
    handle
        .createUpdate(Sql.of(FabricStore.class, "fabric#insert-fabric"))
        .bind("id", id)
        .bind("hash", fabric.hash())
        .bind("srid", srid)
        .bind("nodes", fabric.nodeCount())
        .bind("arcs", fabric.arcCount())
        .bind("faces", fabric.faceCount())
        .bind("recorded", recorded)
        .execute();
    GeometryFactory factory = new GeometryFactory(new PrecisionModel(), srid);
    FabricData data = fabric.data();
    rows("insert-node", data.nodeCount(), (batch, i) -> node(batch.bind("fabric", id), data, i));
    rows("insert-name", data.names().length, (batch, i) -> name(batch.bind("fabric", id), data, i));
    rows(
        "insert-arc",
        data.arcCount(),
        (batch, i) -> arc(batch.bind("fabric", id), data, i, factory));
    rows("insert-face", data.faceCount(), (batch, i) -> face(batch.bind("fabric", id), data, i));
    rows(
        "insert-interior",
        interior.size(),
        (batch, i) -> interior(batch.bind("fabric", id).bind("line", i), interior.get(i), factory));
  }

  private void rows(String part, int count, ObjIntConsumer<PreparedBatch> binder) {
    BatchInsert.run(
        handle,
        Sql.of(FabricStore.class, "fabric#" + part),
        IntStream.range(0, count).boxed(),
        binder::accept);
  }

  private static void node(PreparedBatch batch, FabricData data, int i) {
    batch.bind("node", i).bind("x", data.nodeX()[i]).bind("y", data.nodeY()[i]);
  }

  private static void name(PreparedBatch batch, FabricData data, int i) {
    batch.bind("index", i).bind("name", data.names()[i]);
  }

  private static void arc(PreparedBatch batch, FabricData data, int i, GeometryFactory factory) {
    batch
        .bind("arc", i)
        .bind("from", data.arcFrom()[i])
        .bind("to", data.arcTo()[i])
        .bind("class", data.arcClass()[i])
        .bind("name", data.arcName()[i])
        .bind("street", data.streetId()[i])
        .bind("flags", data.arcFlags()[i])
        .bindByType(
            "geom",
            line(
                data.pointX(),
                data.pointY(),
                data.pointStart()[i],
                data.pointStart()[i + 1],
                factory),
            Geometry.class);
  }

  private static void face(PreparedBatch batch, FabricData data, int i) {
    batch
        .bind("face", i)
        .bind("kind", data.faceKind()[i])
        .bind("households", data.households()[i])
        .bind("people", data.people()[i])
        .bind("parent", data.parentFace()[i]);
  }

  private static void interior(PreparedBatch batch, InteriorLine line, GeometryFactory factory) {
    batch
        .bind("class", line.arcClass().ordinal())
        .bind("name", line.name())
        .bind("street", line.streetId())
        .bind("layer", line.layer())
        .bind("reason", line.reason().name())
        .bindByType(
            "geom", line(line.xs(), line.ys(), 0, line.xs().length, factory), Geometry.class);
  }

  private static LineString line(long[] xs, long[] ys, int from, int to, GeometryFactory factory) {
    Coordinate[] points = new Coordinate[to - from];
    for (int i = 0; i < points.length; i++) {
      points[i] =
          new Coordinate(Millimetres.toMetres(xs[from + i]), Millimetres.toMetres(ys[from + i]));
    }
    return factory.createLineString(points);
  }

  /**
   * @throws IllegalStateException when what is stored no longer has the hash it was stored with
   */
  Fabric get(int id) {
    FabricRowsStore rows =
        query("select-fabric", id).map((row, context) -> FabricRowsStore.sizedBy(row)).one();
    RowReader.each(query("select-nodes", id), rows::node);
    RowReader.each(query("select-names", id), rows::name);
    RowReader.each(query("select-arcs", id), rows::arc);
    RowReader.each(query("select-faces", id), rows::face);
    Fabric fabric = Fabric.of(rows.data());
    if (!rows.hash().equals(fabric.hash())) {
      throw new IllegalStateException(
          "fabric " + id + " is damaged: stored as " + rows.hash() + ", read as " + fabric.hash());
    }
    return fabric;
  }

  List<InteriorLine> listInterior(int id) {
    return query("select-interior", id).map((row, context) -> interior(row)).list();
  }

  private Query query(String part, int id) {
    return handle.createQuery(Sql.of(FabricStore.class, "fabric#" + part)).bind("fabric", id);
  }

  private static InteriorLine interior(ResultSet row) throws SQLException {
    CoordinateSequence points =
        ((LineString) GeometryColumn.get(row, "geom")).getCoordinateSequence();
    return new InteriorLine(
        IntStream.range(0, points.size()).mapToLong(i -> Millimetres.of(points.getX(i))).toArray(),
        IntStream.range(0, points.size()).mapToLong(i -> Millimetres.of(points.getY(i))).toArray(),
        ArcClass.ofOrdinal(row.getInt("arc_class")),
        row.getString("name"),
        row.getLong("street"),
        row.getInt("layer"),
        InteriorLine.Reason.valueOf(row.getString("reason")));
  }
}
