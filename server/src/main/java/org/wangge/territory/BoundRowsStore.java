package org.wangge.territory;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.wangge.db.BatchInsert;
import org.wangge.db.Database;
import org.wangge.db.RowReader;
import org.wangge.db.Sql;
import org.wangge.db.Where;
import org.wangge.fabric.Fabric;
import org.wangge.zoning.FaceMap;

/**
 * The rows of one table that are bound to blocks: it has the columns {@code id, fabric, face, x, y}
 * and an index on {@code face}.
 */
public final class BoundRowsStore implements FaceBound {

  /**
   * Where a row is.
   *
   * @param fabric since which it has this face: also of every later one
   * @param x millimetres
   * @param y millimetres
   */
  public record Bound(int fabric, int face, long x, long y) {}

  /** A row with the block it was bound to and the one it shall be bound to. */
  private record Stale(Object id, int before, long x, long y, int face) {
    Stale at(int newFace) {
      return new Stale(id, before, x, y, newFace);
    }
  }

  private final Database database;
  private final String table;

  /**
   * @param table a name of the program's own, never one that somebody sent
   */
  public BoundRowsStore(Database database, String table) {
    this.database = database;
    this.table = table;
  }

  private String named(String part) {
    return Sql.of(BoundRowsStore.class, "bound#" + part).replace("<table>", table);
  }

  /** Where the rows are that keep the conditions, in no order. */
  public List<Bound> list(Where where) {
    return database.read(handle -> list(handle, where));
  }

  private List<Bound> list(Handle handle, Where where) {
    List<Bound> bound = new ArrayList<>();
    RowReader.each(
        where.applyTo(handle.createQuery(named("select-places"))),
        (row, at) ->
            bound.add(new Bound(row.getInt(1), row.getInt(2), row.getLong(3), row.getLong(4))));
    return bound;
  }

  /**
   * For whoever adds rows, at the end of the same transaction: makes sure that they are bound to
   * the latest fabric, also when somebody published while they were prepared. Publications wait for
   * the end of the transaction from here on.
   *
   * @param fabric to which the added rows are bound
   */
  public void settle(Handle handle, int fabric) {
    NextPublicationStore.lock(handle);
    int latest = NextPublicationStore.lastFabric(handle);
    if (fabric < latest) {
      Fabric blocks = new FabricStore(handle).get(latest);
      List<Stale> older = list(handle.createQuery(named("select-older")).bind("fabric", latest));
      move(
          handle,
          latest,
          older.stream()
              .map(row -> row.at(blocks.faceAt(row.x(), row.y())))
              .filter(row -> row.before() != row.face())
              .toList());
    }
  }

  /** Rows in split blocks go by their place; those in blocks that got another number, by block. */
  @Override
  public void rebind(int fabric, FaceMap faces) {
    database.useTransaction(
        handle -> {
          split(handle, fabric, faces);
          renumbered(handle, fabric, faces);
        });
  }

  private void split(Handle handle, int fabric, FaceMap faces) {
    int[] split =
        IntStream.range(0, faces.before().faceCount()).filter(f -> !faces.isWhole(f)).toArray();
    List<Stale> rows = list(handle.createQuery(named("select-split")).bind("faces", split));
    move(
        handle,
        fabric,
        rows.stream().map(row -> row.at(faces.follow(row.before(), row.x(), row.y()))).toList());
  }

  private void move(Handle handle, int fabric, List<Stale> rows) {
    BatchInsert.run(
        handle,
        named("rebind-row"),
        rows.stream(),
        (batch, row) -> batch.bind("fabric", fabric).bind("face", row.face()).bind("id", row.id()));
  }

  private static List<Stale> list(Query query) {
    List<Stale> rows = new ArrayList<>();
    RowReader.each(
        query,
        (row, at) ->
            rows.add(
                new Stale(row.getObject(1), row.getInt(3), row.getLong(4), row.getLong(5), -1)));
    return rows;
  }

  private void renumbered(Handle handle, int fabric, FaceMap faces) {
    int[] parents = faces.parents();
    IntStream changed =
        IntStream.range(0, parents.length)
            .filter(f -> parents[f] != f && faces.isWhole(parents[f]));
    BatchInsert.run(
        handle,
        named("rebind-face"),
        changed.boxed(),
        (batch, face) ->
            batch
                .bind("fabric", fabric)
                .bind("face", face.intValue())
                .bind("parent", parents[face]));
  }
}
