package org.wangge.territory;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.wangge.db.RowReader;
import org.wangge.db.Sql;

/** Reads what became of grids. */
final class HistoryStore {
  private final Handle handle;

  HistoryStore(Handle handle) {
    this.handle = handle;
  }

  /**
   * As it was known at an instant; empty when no grid had the code by then.
   *
   * @param known what was recorded later does not count
   */
  Optional<GridHistory> find(String code, Instant known) {
    return query("select-grid")
        .bind("code", code)
        .bind("known", known.atOffset(ZoneOffset.UTC))
        .mapTo(Integer.class)
        .findFirst()
        .map(grid -> get(code, grid, known.atOffset(ZoneOffset.UTC)));
  }

  /** What happened to grids by a publication. */
  List<GridHistory.Event> listEvents(int publication) {
    Map<Integer, String> codes = codes();
    return query("select-publication-events")
        .bind("publication", publication)
        .map((row, context) -> event(row, codes))
        .list();
  }

  int countGrids(int publication) {
    return query("count-grids").bind("publication", publication).mapTo(Integer.class).one();
  }

  private GridHistory get(String code, int grid, OffsetDateTime known) {
    Map<Integer, String> codes = codes();
    return new GridHistory(
        code,
        of("select-versions", grid, known).map((row, context) -> version(row)).list(),
        of("select-events", grid, known).map((row, context) -> event(row, codes)).list(),
        of("select-lineage", grid, known).map((row, context) -> step(row, codes)).list());
  }

  private Query of(String part, int grid, OffsetDateTime known) {
    return query(part).bind("grid", grid).bind("known", known);
  }

  /** The code each grid had last. */
  private Map<Integer, String> codes() {
    Map<Integer, String> codes = new HashMap<>();
    RowReader.each(
        query("select-last-codes"), (row, at) -> codes.put(row.getInt(1), row.getString(2)));
    return codes;
  }

  private static GridHistory.Version version(ResultSet row) throws SQLException {
    Date to = row.getDate("valid_to");
    String stats = row.getString("stats");
    return new GridHistory.Version(
        row.getDate("valid_from").toLocalDate(),
        to == null ? null : to.toLocalDate(),
        row.getString("code"),
        row.getString("name"),
        row.getString("community"),
        row.getString("kind"),
        number(stats, "households"),
        number(stats, "people"),
        row.getInt("publication"));
  }

  /** The store writes flat objects of whole numbers. */
  private static int number(String stats, String name) {
    Matcher found = Pattern.compile("\"" + name + "\":(\\d+)").matcher(stats);
    return found.find() ? Integer.parseInt(found.group(1)) : 0;
  }

  private static GridHistory.Event event(ResultSet row, Map<Integer, String> codes)
      throws SQLException {
    return new GridHistory.Event(
        ChangeKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        codes.getOrDefault(row.getInt("grid"), ""),
        row.getDate("effective").toLocalDate(),
        row.getObject("recorded", OffsetDateTime.class).toInstant(),
        row.getInt("publication"),
        row.getString("document"),
        row.getString("author"),
        row.getString("note"));
  }

  private static GridHistory.Step step(ResultSet row, Map<Integer, String> codes)
      throws SQLException {
    return new GridHistory.Step(
        codes.getOrDefault(row.getInt("from_grid"), ""),
        codes.getOrDefault(row.getInt("to_grid"), ""),
        row.getInt("moved_households"),
        row.getInt("moved_people"),
        row.getDouble("moved_area_square_metres"),
        row.getDouble("share"),
        row.getDate("effective").toLocalDate(),
        row.getInt("publication"));
  }

  private Query query(String part) {
    return handle.createQuery(Sql.of(HistoryStore.class, "history#" + part));
  }
}
