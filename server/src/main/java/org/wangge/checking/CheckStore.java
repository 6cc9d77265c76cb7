package org.wangge.checking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.wangge.checking.CheckItem.CheckParty;
import org.wangge.checking.CheckRun.Subject;
import org.wangge.db.BatchInsert;
import org.wangge.db.Database;
import org.wangge.db.Sql;
import org.wangge.db.Turn;
import org.wangge.topology.ApartNotice;
import org.wangge.topology.FindingKind;
import org.wangge.topology.Words;
import org.wangge.web.JsonOut;

/** Keeps checks with their items, each whole or not at all; of every subject only the last ones. */
final class CheckStore {
  private static final int KEPT_OF_EACH_SUBJECT = 20;
  private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};
  private static final TypeReference<List<CheckParty>> PARTIES = new TypeReference<>() {};

  private final Database database;

  CheckStore(Database database) {
    this.database = database;
  }

  private static String sql(String part) {
    return Sql.of(CheckStore.class, "checks#" + part);
  }

  CheckRun insert(
      Subject subject, String name, Instant at, @Nullable Integer publication, Check check) {
    return database.inTransaction(handle -> insert(handle, subject, name, at, publication, check));
  }

  private CheckRun insert(
      Handle handle,
      Subject subject,
      String name,
      Instant at,
      @Nullable Integer publication,
      Check check) {
    Turn.take(handle, "checks");
    long id = handle.createQuery(sql("next-id")).mapTo(Long.class).one();
    CheckRun run = new CheckRun(id, subject, name, at, publication, check);
    insertRun(handle, run);
    BatchInsert.run(
        handle,
        sql("insert-finding"),
        check.items().stream(),
        (batch, item) -> bind(batch, id, item));
    handle
        .createUpdate(sql("drop-old"))
        .bind("subject", key(subject))
        .bind("kept", KEPT_OF_EACH_SUBJECT)
        .execute();
    return run;
  }

  private static void insertRun(Handle handle, CheckRun run) {
    Check check = run.check();
    handle
        .createUpdate(sql("insert-run"))
        .bind("id", run.id())
        .bind("subject", key(run.subject()))
        .bind("name", run.name())
        .bind("checkedAt", OffsetDateTime.ofInstant(run.checkedAt(), ZoneOffset.UTC))
        .bind("publication", run.publication())
        .bind("polygons", check.polygons())
        .bind("provedClean", check.provedClean())
        .bind("tolerated", check.tolerated())
        .bind("crs", check.crs())
        .bind("sources", JsonOut.text(check.sources()))
        .bind("warnings", JsonOut.text(check.warnings()))
        .bind("apart", check.findApart().map(JsonOut::text).orElse(null))
        .bind("ground", check.findGround().map(JsonOut::text).orElse(null))
        .execute();
  }

  private static void bind(PreparedBatch batch, long run, CheckItem item) {
    Coordinate place = item.place();
    batch
        .bind("run", run)
        .bind("number", item.number())
        .bind("kind", item.kind().key())
        .bind("cover", item.cover())
        .bind("area", item.areaSquareMetres())
        .bind("width", item.widthMetres())
        .bind("parts", item.parts())
        .bind("parties", JsonOut.text(item.parties()))
        .bind("lon", place == null ? null : (Double) place.x)
        .bind("lat", place == null ? null : (Double) place.y)
        .bind("action", item.action())
        .bind("suggestion", item.suggestion().chinese())
        .bind("suggestionEnglish", item.suggestion().english())
        .bind("explanation", item.explanation().chinese())
        .bind("explanationEnglish", item.explanation().english())
        .bind("confidence", item.confidence())
        .bindByType("geom", item.geometry(), Geometry.class);
  }

  Optional<Long> findLatestId(Subject subject) {
    return database.read(
        handle ->
            handle
                .createQuery(sql("latest"))
                .bind("subject", key(subject))
                .mapTo(Long.class)
                .findOne());
  }

  Optional<CheckRun> find(long id) {
    return database.read(handle -> find(handle, id));
  }

  private static Optional<CheckRun> find(Handle handle, long id) {
    List<CheckItem> items =
        handle.createQuery(sql("select-findings")).bind("run", id).map(CheckStore::item).list();
    return handle
        .createQuery(sql("select-run"))
        .bind("id", id)
        .map(row -> run(row, items))
        .findOne();
  }

  private static CheckRun run(RowView row, List<CheckItem> items) {
    String apart = row.getColumn("apart", String.class);
    String ground = row.getColumn("ground", String.class);
    Check check =
        new Check(
            read(row.getColumn("sources", String.class), TEXTS),
            read(row.getColumn("warnings", String.class), TEXTS),
            row.getColumn("crs", String.class),
            row.getColumn("polygons", Integer.class),
            items,
            apart == null ? null : read(apart, new TypeReference<ApartNotice>() {}),
            row.getColumn("proved_clean", Boolean.class),
            row.getColumn("tolerated", Integer.class),
            ground == null ? null : read(ground, new TypeReference<CheckGround>() {}));
    return new CheckRun(
        row.getColumn("id", Long.class),
        Subject.valueOf(row.getColumn("subject", String.class).toUpperCase(Locale.ROOT)),
        row.getColumn("name", String.class),
        row.getColumn("checked_at", Instant.class),
        row.getColumn("publication", Integer.class),
        check);
  }

  private static CheckItem item(RowView row) {
    Double lon = row.getColumn("lon", Double.class);
    Double lat = row.getColumn("lat", Double.class);
    return new CheckItem(
        row.getColumn("number", Integer.class),
        FindingKind.valueOf(row.getColumn("kind", String.class).toUpperCase(Locale.ROOT)),
        row.getColumn("cover", String.class),
        row.getColumn("area_square_metres", Double.class),
        row.getColumn("width_metres", Double.class),
        row.getColumn("parts", Integer.class),
        read(row.getColumn("parties", String.class), PARTIES),
        lon == null || lat == null ? null : new Coordinate(lon, lat),
        row.getColumn("geom", Geometry.class),
        row.getColumn("action", String.class),
        words(row, "suggestion"),
        words(row, "explanation"),
        row.getColumn("confidence", Double.class));
  }

  private static Words words(RowView row, String column) {
    return new Words(
        row.getColumn(column, String.class), row.getColumn(column + "_english", String.class));
  }

  private static <T> T read(String json, TypeReference<T> type) {
    try {
      return JsonOut.mapper().readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("a stored check cannot be read", e);
    }
  }

  private static String key(Subject subject) {
    return subject.name().toLowerCase(Locale.ROOT);
  }
}
