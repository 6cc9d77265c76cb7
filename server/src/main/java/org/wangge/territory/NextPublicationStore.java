package org.wangge.territory;

import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.wangge.db.BatchInsert;
import org.wangge.db.Sql;
import org.wangge.zoning.Lineage.Flow;

/** Writes a publication that follows another: what changed, and nothing that did not. */
final class NextPublicationStore {
  private final Handle handle;
  private final NextPlan plan;
  private final OffsetDateTime recorded;
  private final int fabric;
  private final int[] gridBefore;
  private final int[] gridAfter;

  /**
   * @param recorded later than that of the publication before
   */
  NextPublicationStore(Handle handle, NextPlan plan, OffsetDateTime recorded) {
    this.handle = handle;
    this.plan = plan;
    this.recorded = recorded;
    this.fabric =
        plan.hasNewFabric() ? lastFabric(handle) + 1 : plan.before().publication().fabric();
    this.gridBefore = gridIds(plan.before().publication().number());
    this.gridAfter = new int[plan.after().grids().size()];
  }

  /** One publication at a time, on all servers: held until the transaction ends. */
  static void lock(Handle handle) {
    handle.createQuery(sql("lock")).mapTo(Integer.class).findOne();
  }

  static int lastFabric(Handle handle) {
    return handle.createQuery(sql("last-fabric")).mapTo(Integer.class).one();
  }

  private int last(String part) {
    return handle.createQuery(sql(part)).mapTo(Integer.class).one();
  }

  private int[] gridIds(int publication) {
    return handle
        .createQuery(sql("select-grid-ids"))
        .bind("publication", publication)
        .mapTo(Integer.class)
        .list()
        .stream()
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Codes of new grids that some grid had before. */
  List<String> listReusedCodes() {
    Set<String> used =
        new HashSet<>(handle.createQuery(sql("select-codes")).mapTo(String.class).list());
    return plan.after().grids().stream()
        .filter(grid -> plan.before().findGrid(grid.code()).isEmpty())
        .filter(grid -> plan.revived(grid.zone()) < 0 && used.contains(grid.code()))
        .map(Grid::code)
        .toList();
  }

  /** Writes everything; rows of features are not its business. */
  void insert() {
    newFabric();
    publication();
    grids();
    versions();
    assignments();
    events();
    roles();
  }

  int fabric() {
    return fabric;
  }

  private void newFabric() {
    if (plan.hasNewFabric()) {
      InForce after = plan.after();
      new FabricStore(handle)
          .insert(
              fabric,
              after.fabric(),
              after.interiorLines(),
              after.settings().metricSrid(),
              recorded);
    }
  }

  private void publication() {
    Decision decision = plan.decision();
    update(first("insert-publication"))
        .bind("number", plan.number())
        .bind("effective", plan.next().effective())
        .bind("recorded", recorded)
        .bind("base", decision.base())
        .bind("previous", decision.previousHash())
        .bind("hash", plan.hash())
        .bind("fabric", fabric)
        .bind("kind", decision.kind())
        .bind("document", decision.document())
        .bind("author", decision.author())
        .bind("note", decision.note())
        .execute();
  }

  private void grids() {
    int id = last("last-grid");
    int[] earlier = gridIds(plan.before().publication().number() - 1);
    for (int zone = 0; zone < gridAfter.length; zone++) {
      int old = plan.continued(zone);
      int revived = plan.revived(zone);
      gridAfter[zone] = old >= 0 ? gridBefore[old] : revived >= 0 ? earlier[revived] : ++id;
    }
    List<Grid> grids = plan.after().grids();
    rows(
        first("insert-grid"),
        unheardOf(),
        (batch, zone) -> batch.bind("id", gridAfter[zone]).bind("code", grids.get(zone).code()));
    rows(
        first("insert-publication-grid"),
        IntStream.range(0, gridAfter.length).toArray(),
        (batch, zone) ->
            batch
                .bind("publication", plan.number())
                .bind("zone", zone)
                .bind("grid", gridAfter[zone])
                .bind("inPieces", plan.after().mayLieInPieces(grids.get(zone))));
  }

  private int[] unheardOf() {
    return IntStream.of(plan.made()).filter(zone -> plan.revived(zone) < 0).toArray();
  }

  private void versions() {
    int[] changed = plan.changed();
    int[] ended =
        IntStream.concat(IntStream.of(plan.gone()), IntStream.of(changed).map(plan::continued))
            .toArray();
    rows(
        sql("supersede-grid-version"),
        ended,
        (batch, zone) -> batch.bind("recorded", recorded).bind("grid", gridBefore[zone]));
    rows(
        sql("insert-ended-grid-version"),
        ended,
        (batch, zone) ->
            batch
                .bind("recorded", recorded)
                .bind("grid", gridBefore[zone])
                .bind("day", plan.next().effective()));
    rows(
        first("insert-grid-version"),
        IntStream.concat(IntStream.of(plan.made()), IntStream.of(changed)).toArray(),
        this::version);
  }

  private void version(PreparedBatch batch, int zone) {
    InForce after = plan.after();
    Grid grid = after.grid(zone);
    batch
        .bind("grid", gridAfter[zone])
        .bind("from", plan.next().effective())
        .bind("recorded", recorded)
        .bind("code", grid.code())
        .bind("name", grid.name())
        .bind("community", grid.communityCode())
        .bind("kind", grid.kind())
        .bindByType("geom", after.gridShape(zone).lonLat(), Geometry.class)
        .bind("stats", PublicationStore.stats(after.plan(), zone))
        .bind("publication", plan.number());
  }

  private void assignments() {
    int[] faces = IntStream.range(0, plan.after().fabric().faceCount()).toArray();
    if (plan.hasNewFabric()) {
      ended(update(sql("end-fabric")));
      assign(faces);
    } else {
      int[] moved = IntStream.of(faces).filter(this::isMoved).toArray();
      rows(
          sql("end-assignment"),
          moved,
          (batch, face) ->
              batch
                  .bind("day", plan.next().effective())
                  .bind("publication", plan.number())
                  .bind("fabric", fabric)
                  .bind("face", face));
      assign(moved);
    }
  }

  private void ended(Update update) {
    update
        .bind("day", plan.next().effective())
        .bind("publication", plan.number())
        .bind("fabric", plan.before().publication().fabric())
        .execute();
  }

  private boolean isMoved(int face) {
    return gridBefore[plan.before().plan().zone(face)] != gridOf(face);
  }

  private int gridOf(int face) {
    return gridAfter[plan.after().plan().zone(face)];
  }

  private void assign(int[] faces) {
    rows(
        first("insert-assignment"),
        faces,
        (batch, face) ->
            batch
                .bind("fabric", fabric)
                .bind("face", face)
                .bind("grid", gridOf(face))
                .bind("from", plan.next().effective())
                .bind("publication", plan.number()));
  }

  private void events() {
    int id = last("last-event");
    for (ChangeEvent event : plan.events()) {
      event(++id, event);
      lineage(id, event);
    }
  }

  private void event(int id, ChangeEvent event) {
    update(first("insert-event"))
        .bind("id", id)
        .bind("kind", event.kind().code())
        .bind("effective", plan.next().effective())
        .bind("recorded", recorded)
        .bind("publication", plan.number())
        .bind("document", plan.next().document())
        .bind("author", plan.next().author())
        .bind("note", event.note())
        .bind("grid", gridOf(event))
        .execute();
  }

  private @Nullable Integer gridOf(ChangeEvent event) {
    if (event.before() >= 0) {
      return gridBefore[event.before()];
    }
    return event.after() >= 0 ? gridAfter[event.after()] : null;
  }

  private void lineage(int event, ChangeEvent of) {
    List<Flow> flows = of.flows();
    rows(
        sql("insert-lineage"),
        IntStream.range(0, flows.size()).toArray(),
        (batch, i) -> flow(batch.bind("event", event), flows.get(i)));
  }

  private void flow(PreparedBatch batch, Flow flow) {
    batch
        .bind("from", gridBefore[flow.from()])
        .bind("to", gridAfter[flow.to()])
        .bind("households", flow.households())
        .bind("people", flow.people())
        .bind("area", trueArea(flow))
        .bind("share", flow.share());
  }

  /** The plane of the CRS stretches a grid evenly enough. */
  private double trueArea(Flow flow) {
    InForce before = plan.before();
    double stretch =
        before.gridAreaSquareMetres(flow.from()) / before.plan().areaSquareMetres(flow.from());
    return Rounded.to(flow.areaSquareMetres() * stretch, 2);
  }

  /** New grids start with the same slots as the others, all of them open. */
  private void roles() {
    InForce before = plan.before();
    List<RoleSlot> pattern =
        before.grids().stream()
            .map(before::roles)
            .filter(roles -> !roles.isEmpty())
            .findFirst()
            .orElse(List.of());
    for (int zone : unheardOf()) {
      rows(
          first("insert-role"),
          IntStream.range(0, pattern.size()).toArray(),
          (batch, i) ->
              batch
                  .bind("grid", gridAfter[zone])
                  .bind("line", pattern.get(i).line().name())
                  .bind("role", pattern.get(i).role())
                  .bind("holder", (String) null));
    }
  }

  private Update update(String sql) {
    return handle.createUpdate(sql);
  }

  private void rows(String sql, int[] numbers, ObjIntConsumer<PreparedBatch> binder) {
    BatchInsert.run(handle, sql, IntStream.of(numbers).boxed(), binder::accept);
  }

  private static String sql(String part) {
    return Sql.of(NextPublicationStore.class, "next#" + part);
  }

  private static String first(String part) {
    return Sql.of(NextPublicationStore.class, "publication#" + part);
  }
}
