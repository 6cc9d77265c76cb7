package org.wangge.territory;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
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
   * @param x millimetres
   * @param y millimetres
   */
  public record Bound(int fabric, int face, long x, long y) {}

  private record Stale(Object id, int fabric, int face, long x, long y) {}

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
    if (fabric != latest) {
      Fabric blocks = new FabricStore(handle).get(latest);
      FaceMap unchanged = FaceMap.of(blocks, blocks);
      rows(handle, latest, latest, unchanged);
    }
  }

  /**
   * Rows in split blocks go by their place; those in blocks that were only numbered anew block by
   * block; the rest, nearly all, in one statement.
   */
  @Override
  public void rebind(int fabric, FaceMap faces) {
    int before = fabric - 1;
    database.useTransaction(
        handle -> {
          rows(handle, fabric, before, faces);
          renumbered(handle, fabric, before, faces);
          rest(handle, fabric, before);
        });
  }

  private void rows(Handle handle, int fabric, int before, FaceMap faces) {
    int[] split =
        IntStream.range(0, faces.before().faceCount()).filter(f -> !faces.isWhole(f)).toArray();
    List<Stale> stale = stale(handle, fabric, before, split);
    BatchInsert.run(
        handle,
        named("rebind-row"),
        stale.stream(),
        (batch, row) ->
            batch
                .bind("fabric", fabric)
                .bind("face", follow(row, before, faces))
                .bind("id", row.id()));
  }

  private static int follow(Stale row, int before, FaceMap faces) {
    if (row.face() < 0) {
      return row.face();
    }
    return row.fabric() == before
        ? faces.follow(row.face(), row.x(), row.y())
        : faces.after().faceAt(row.x(), row.y());
  }

  private List<Stale> stale(Handle handle, int fabric, int before, int[] split) {
    List<Stale> stale = new ArrayList<>();
    RowReader.each(
        handle
            .createQuery(named("select-stale"))
            .bind("fabric", fabric)
            .bind("before", before)
            .bind("split", split),
        (row, at) ->
            stale.add(
                new Stale(
                    row.getObject(1),
                    row.getInt(2),
                    row.getInt(3),
                    row.getLong(4),
                    row.getLong(5))));
    return stale;
  }

  private void renumbered(Handle handle, int fabric, int before, FaceMap faces) {
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
                .bind("before", before)
                .bind("parent", parents[face]));
  }

  private void rest(Handle handle, int fabric, int before) {
    handle
        .createUpdate(named("rebind-rest"))
        .bind("fabric", fabric)
        .bind("before", before)
        .execute();
  }
}
