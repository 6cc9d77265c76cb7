package org.wangge.planning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.wangge.db.Database;
import org.wangge.db.Sql;
import org.wangge.db.Turn;

/** What is said about drafts: decisions as they were taken, and comments pinned to places. */
final class RemarkStore {
  private final Database database;

  RemarkStore(Database database) {
    this.database = database;
  }

  /** Something said about a place, a grid or a border. */
  record Comment(
      int number,
      String author,
      Instant at,
      String text,
      double lon,
      double lat,
      String grid,
      Optional<Integer> arc,
      boolean resolved) {}

  private static String sql(String part) {
    return Sql.of(RemarkStore.class, "planning#" + part);
  }

  private static Query query(Handle handle, String part) {
    return handle.createQuery(sql(part));
  }

  List<DraftStore.Decision> listDecisions(long id) {
    return database.read(
        handle ->
            query(handle, "select-decisions")
                .bind("id", id)
                .map((row, context) -> decision(row))
                .list());
  }

  private static DraftStore.Decision decision(ResultSet row) throws SQLException {
    double lon = row.getDouble("lon");
    double[] place = row.wasNull() ? new double[0] : new double[] {lon, row.getDouble("lat")};
    return new DraftStore.Decision(
        row.getString("decision"),
        row.getString("actor"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("why"),
        place);
  }

  void insertComment(long id, Comment comment) {
    database.inTransaction(handle -> insert(handle, id, comment));
  }

  private static int insert(Handle handle, long id, Comment comment) {
    Turn.take(handle, "drafts");
    return handle
        .createUpdate(sql("insert-comment"))
        .bind("id", id)
        .bind("author", comment.author())
        .bind("at", comment.at().atOffset(ZoneOffset.UTC))
        .bind("text", comment.text())
        .bind("lon", comment.lon())
        .bind("lat", comment.lat())
        .bind("grid", comment.grid())
        .bind("arc", comment.arc().orElse(null))
        .execute();
  }

  List<Comment> listComments(long id) {
    return database.read(
        handle ->
            query(handle, "select-comments")
                .bind("id", id)
                .map((row, context) -> comment(row))
                .list());
  }

  private static Comment comment(ResultSet row) throws SQLException {
    int arc = row.getInt("arc");
    Optional<Integer> ofArc = row.wasNull() ? Optional.empty() : Optional.of(arc);
    return new Comment(
        row.getInt("number"),
        row.getString("author"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("text"),
        row.getDouble("lon"),
        row.getDouble("lat"),
        row.getString("grid"),
        ofArc,
        row.getBoolean("resolved"));
  }
}
