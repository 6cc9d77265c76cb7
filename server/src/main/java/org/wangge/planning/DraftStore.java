package org.wangge.planning;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;
import org.locationtech.jts.geom.Geometry;
import org.wangge.db.BatchInsert;
import org.wangge.db.Database;
import org.wangge.db.GeometryColumn;
import org.wangge.db.Sql;
import org.wangge.db.Turn;
import org.wangge.web.JsonOut;
import org.wangge.zoning.Band;

/**
 * Keeps drafts. Everything that changes one asks for the version it was read with and makes it one
 * greater, in the same transaction: of two who change it at once one is told.
 */
final class DraftStore {
  private final Database database;

  DraftStore(Database database) {
    this.database = database;
  }

  /** Notice days, band of new drafts, and the approvals a draft needs. */
  record Setting(int noticeDays, Band band, List<ReviewStep> steps) {}

  /** An operation as it is stored. */
  record Logged(int seq, String op, String effect, String text, String actor, Instant at) {}

  /** Who took the draft on, and why. */
  record Decision(String decision, String actor, Instant at, String why, double[] place) {}

  private static String sql(String part) {
    return Sql.of(DraftStore.class, "planning#" + part);
  }

  private static Query query(Handle handle, String part) {
    return handle.createQuery(sql(part));
  }

  private static Update update(Handle handle, String part) {
    return handle.createUpdate(sql(part));
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  Setting getSetting() {
    return database.read(
        handle -> query(handle, "select-setting").map((row, context) -> setting(row)).one());
  }

  private static Setting setting(ResultSet row) throws SQLException {
    return new Setting(
        row.getInt("notice_days"), band(row), ReviewStep.parse(row.getString("steps")));
  }

  private static Band band(ResultSet row) throws SQLException {
    return new Band(row.getInt("band_min"), row.getInt("band_target"), row.getInt("band_max"));
  }

  /** From now on; drafts that are there keep their band. */
  void set(Setting setting) {
    database.inTransaction(
        handle ->
            update(handle, "update-setting")
                .bind("days", setting.noticeDays())
                .bind("min", setting.band().min())
                .bind("target", setting.band().target())
                .bind("max", setting.band().max())
                .bind("steps", JsonOut.text(ReviewStep.json(setting.steps())))
                .execute());
  }

  /** From now on a notice lasts so many days. */
  void setNoticeDays(int days) {
    Setting before = getSetting();
    set(new Setting(days, before.band(), before.steps()));
  }

  /** All codes ever given to a grid. */
  Set<String> listCodes() {
    return database.read(
        handle -> Set.copyOf(query(handle, "select-codes").mapTo(String.class).list()));
  }

  Draft insert(String title, String scope, int base, String author, Band band, Instant now) {
    return database.inTransaction(
        handle -> {
          Turn.take(handle, "drafts");
          long id = query(handle, "next-id").mapTo(Long.class).one();
          update(handle, "insert-draft")
              .bind("id", id)
              .bind("title", title)
              .bind("scope", scope)
              .bind("state", DraftState.DRAFT.name())
              .bind("base", base)
              .bind("author", author)
              .bind("at", at(now))
              .bind("min", band.min())
              .bind("target", band.target())
              .bind("max", band.max())
              .execute();
          return find(handle, id).orElseThrow();
        });
  }

  List<Draft> list() {
    return database.read(
        handle -> query(handle, "select-drafts").map((row, context) -> draft(row)).list());
  }

  Optional<Draft> find(long id) {
    return database.read(handle -> find(handle, id));
  }

  private static Optional<Draft> find(Handle handle, long id) {
    return query(handle, "select-draft").bind("id", id).map((row, context) -> draft(row)).findOne();
  }

  private static Draft draft(ResultSet row) throws SQLException {
    Date notice = row.getDate("notice_until");
    int publication = row.getInt("publication");
    Optional<Integer> published = row.wasNull() ? Optional.empty() : Optional.of(publication);
    return new Draft(
        row.getLong("id"),
        row.getString("title"),
        row.getString("scope"),
        DraftState.valueOf(row.getString("state")),
        row.getInt("base"),
        row.getDate("effective").toLocalDate(),
        row.getLong("version"),
        row.getInt("operations"),
        row.getInt("done"),
        row.getString("author"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("updated_at", OffsetDateTime.class).toInstant(),
        band(row),
        Optional.ofNullable(notice).map(Date::toLocalDate),
        published);
  }

  /** A draft with everything that belongs to it, all of one version. */
  record Whole(Draft draft, List<Logged> log, Map<String, Geometry> polygons) {}

  /** Reads again when somebody changed the draft between the row and the log. */
  Optional<Whole> findWhole(long id) {
    return database.read(
        handle -> {
          Optional<Draft> draft = find(handle, id);
          while (draft.isPresent()) {
            Whole whole = new Whole(draft.get(), operations(handle, id), polygons(handle, id));
            draft = find(handle, id);
            if (draft.isPresent() && draft.get().version() == whole.draft().version()) {
              return Optional.of(whole);
            }
          }
          return Optional.empty();
        });
  }

  private static List<Logged> operations(Handle handle, long id) {
    return query(handle, "select-operations")
        .bind("id", id)
        .map((row, context) -> logged(row))
        .list();
  }

  private static Logged logged(ResultSet row) throws SQLException {
    return new Logged(
        row.getInt("seq"),
        row.getString("op"),
        row.getString("effect"),
        row.getString("text"),
        row.getString("actor"),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }

  /**
   * Puts an operation behind those that are done; what was undone is forgotten.
   *
   * @throws StaleDraftException when the draft was changed meanwhile
   */
  Draft append(Draft draft, String op, String effect, String text, String actor, Instant now) {
    return changing(
        draft,
        handle -> advance(handle, draft, draft.done() + 1, now),
        handle -> {
          update(handle, "delete-after")
              .bind("id", draft.id())
              .bind("done", draft.done())
              .execute();
          log(handle, draft, new Logged(draft.done() + 1, op, effect, text, actor, now));
        });
  }

  /** Moves the undo pointer. */
  Draft point(Draft draft, int done, Instant now) {
    return changing(draft, handle -> advance(handle, draft, done, now), handle -> {});
  }

  private static int advance(Handle handle, Draft draft, int done, Instant now) {
    return update(handle, "advance")
        .bind("id", draft.id())
        .bind("version", draft.version())
        .bind("done", done)
        .bind("at", at(now))
        .execute();
  }

  /** Takes a draft to another state, with who decided it and why. */
  Draft decide(
      Draft draft,
      DraftState state,
      Optional<LocalDate> notice,
      Optional<Integer> publication,
      Decision decision) {
    return changing(
        draft, handle -> decide(handle, draft, state, notice, publication, decision), handle -> {});
  }

  /**
   * The same on the transaction of somebody else.
   *
   * @return 0 when the draft was changed meanwhile
   */
  static int decide(
      Handle handle,
      Draft draft,
      DraftState state,
      Optional<LocalDate> notice,
      Optional<Integer> publication,
      Decision decision) {
    int changed =
        update(handle, "set-state")
            .bind("id", draft.id())
            .bind("version", draft.version())
            .bind("state", state.name())
            .bind("at", at(decision.at()))
            .bind("notice", notice.map(Date::valueOf).orElse(null))
            .bind("publication", publication.orElse(null))
            .execute();
    if (changed == 0) {
      return 0;
    }
    update(handle, "insert-decision")
        .bind("id", draft.id())
        .bind("decision", decision.decision())
        .bind("actor", decision.actor())
        .bind("at", at(decision.at()))
        .bind("why", decision.why())
        .bind("lon", decision.place().length == 2 ? (Double) decision.place()[0] : null)
        .bind("lat", decision.place().length == 2 ? (Double) decision.place()[1] : null)
        .execute();
    return changed;
  }

  /**
   * Puts the draft on another publication; the log starts anew with what came of it.
   *
   * @param again why it has to be approved again
   */
  Draft rebase(Draft draft, int base, Logged operation, Optional<Decision> again) {
    return changing(
        draft,
        handle ->
            update(handle, "rebase")
                .bind("id", draft.id())
                .bind("version", draft.version())
                .bind("base", base)
                .bind("done", 1)
                .bind("at", at(operation.at()))
                .execute(),
        handle -> {
          update(handle, "delete-operations").bind("id", draft.id()).execute();
          log(handle, draft, operation);
          again.ifPresent(decision -> submitAgain(handle, draft.id(), decision));
        });
  }

  private static void submitAgain(Handle handle, long id, Decision decision) {
    Draft draft = find(handle, id).orElseThrow();
    decide(handle, draft, DraftState.SUBMITTED, Optional.empty(), Optional.empty(), decision);
  }

  private static void log(Handle handle, Draft draft, Logged operation) {
    update(handle, "insert-operation")
        .bind("id", draft.id())
        .bind("seq", operation.seq())
        .bind("op", operation.op())
        .bind("effect", operation.effect())
        .bind("text", operation.text())
        .bind("actor", operation.actor())
        .bind("at", at(operation.at()))
        .execute();
  }

  /**
   * The version is asked first: of two writers the second waits for the first and is then told.
   *
   * @param version asks for the version and makes it greater; returns how many rows had it
   */
  private Draft changing(Draft draft, ToIntFunction<Handle> version, Consumer<Handle> work) {
    return database.inTransaction(
        handle -> {
          if (version.applyAsInt(handle) == 0) {
            throw new StaleDraftException(draft.id());
          }
          work.accept(handle);
          return find(handle, draft.id()).orElseThrow();
        });
  }

  /**
   * Keeps the layer that is adopted, in the place of one before, and the operation that does it.
   */
  Draft adopt(Draft draft, Map<String, Geometry> polygons, Logged operation) {
    return changing(
        draft,
        handle -> advance(handle, draft, 1, operation.at()),
        handle -> {
          update(handle, "delete-polygons").bind("id", draft.id()).execute();
          update(handle, "delete-operations").bind("id", draft.id()).execute();
          polygons(handle, draft, polygons);
          log(handle, draft, operation);
        });
  }

  private static void polygons(Handle handle, Draft draft, Map<String, Geometry> polygons) {
    int[] number = {0};
    BatchInsert.run(
        handle,
        sql("insert-polygon"),
        polygons.entrySet().stream(),
        (batch, entry) ->
            batch
                .bind("id", draft.id())
                .bind("number", ++number[0])
                .bind("code", entry.getKey())
                .bindByType("geom", entry.getValue(), Geometry.class));
  }

  private static Map<String, Geometry> polygons(Handle handle, long id) {
    Map<String, Geometry> polygons = new LinkedHashMap<>();
    query(handle, "select-polygons")
        .bind("id", id)
        .map((row, context) -> polygons.put(row.getString("code"), GeometryColumn.get(row, "geom")))
        .list();
    return polygons;
  }
}
