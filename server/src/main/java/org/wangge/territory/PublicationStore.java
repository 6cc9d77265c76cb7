package org.wangge.territory;

import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Update;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.wangge.db.BatchInsert;
import org.wangge.db.Sql;
import org.wangge.zoning.Plan;
import org.wangge.zoning.ZonePolygons;

/**
 * Writes publications: units, grids with their versions, assignments, roles, buildings, exclusions.
 */
final class PublicationStore {
  private final Handle handle;

  PublicationStore(Handle handle) {
    this.handle = handle;
  }

  boolean isEmpty() {
    return handle.createQuery(sql("count")).mapTo(Integer.class).one() == 0;
  }

  /** Writes everything as publication 1 on fabric 1. */
  void insertFirst(
      FirstPublication first, Plan plan, String hash, Projection projection, Clock clock) {
    OffsetDateTime recorded = OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
    settings(first.settings());
    units(first.units());
    new FabricStore(handle)
        .insert(1, first.fabric(), first.interior(), first.settings().metricSrid(), recorded);
    publication(first, hash, recorded);
    exceptions(first, recorded);
    grids(first, plan, shapes(plan, projection), recorded);
    assignments(first);
    roles(first);
    exclusions(first.exclusions());
    buildings(first, projection);
  }

  private void settings(DistrictSettings settings) {
    update("insert-settings")
        .bind("code", settings.code())
        .bind("name", settings.name())
        .bind("srid", settings.metricSrid())
        .bind("pattern", settings.codePattern())
        .bind("levels", String.join("\n", settings.levelNames()))
        .bind("timeZone", settings.timeZone().getId())
        .bind("synthetic", settings.synthetic())
        .bind("identityShare", settings.identityShare())
        .execute();
  }

  private void units(List<Unit> units) {
    rows(
        "insert-unit",
        units.size(),
        (batch, i) -> {
          Unit unit = units.get(i);
          batch
              .bind("code", unit.code())
              .bind("level", unit.level().name())
              .bind("name", unit.name())
              .bind("kind", unit.kind())
              .bind("parent", unit.parent())
              .bind("from", unit.from())
              .bind("to", unit.to())
              .bind("position", i);
        });
  }

  private void publication(FirstPublication first, String hash, OffsetDateTime recorded) {
    update("insert-publication")
        .bind("number", 1)
        .bind("effective", first.effective())
        .bind("recorded", recorded)
        .bindNull("base", Types.INTEGER)
        .bind("previous", "")
        .bind("hash", hash)
        .bind("fabric", 1)
        .bind("kind", Decision.FIRST)
        .bind("document", "")
        .bind("author", "")
        .bind("note", first.note())
        .execute();
    event(first, recorded, 1, "create", first.note());
  }

  private void exceptions(FirstPublication first, OffsetDateTime recorded) {
    int id = 2;
    for (String code : new TreeSet<>(first.inPieces())) {
      event(first, recorded, id++, "in-pieces", code);
    }
  }

  private void event(
      FirstPublication first, OffsetDateTime recorded, int id, String kind, String note) {
    update("insert-event")
        .bind("id", id)
        .bind("kind", kind)
        .bind("effective", first.effective())
        .bind("recorded", recorded)
        .bind("publication", 1)
        .bind("document", "")
        .bind("author", "")
        .bind("note", note)
        .bindNull("grid", Types.INTEGER)
        .execute();
  }

  private static Geometry[] shapes(Plan plan, Projection projection) {
    return Arrays.stream(ZonePolygons.of(plan)).map(projection::toLonLat).toArray(Geometry[]::new);
  }

  private void grids(
      FirstPublication first, Plan plan, Geometry[] shapes, OffsetDateTime recorded) {
    List<Grid> grids = first.grids();
    rows(
        "insert-grid",
        grids.size(),
        (batch, z) -> batch.bind("id", z + 1).bind("code", grids.get(z).code()));
    rows(
        "insert-grid-version",
        grids.size(),
        (batch, z) ->
            grid(batch, grids.get(z))
                .bind("from", first.effective())
                .bind("recorded", recorded)
                .bindByType("geom", shapes[z], Geometry.class)
                .bind("stats", stats(plan, z)));
    rows(
        "insert-publication-grid",
        grids.size(),
        (batch, z) ->
            batch
                .bind("publication", 1)
                .bind("zone", z)
                .bind("grid", z + 1)
                .bind("inPieces", first.inPieces().contains(grids.get(z).code())));
  }

  private static PreparedBatch grid(PreparedBatch batch, Grid grid) {
    return batch
        .bind("grid", grid.zone() + 1)
        .bind("code", grid.code())
        .bind("name", grid.name())
        .bind("community", grid.communityCode())
        .bind("kind", grid.kind())
        .bind("publication", 1);
  }

  static String stats(Plan plan, int zone) {
    return "{\"households\":%d,\"people\":%d,\"blocks\":%d}"
        .formatted(plan.households(zone), plan.people(zone), plan.faces(zone).length);
  }

  private void assignments(FirstPublication first) {
    rows(
        "insert-assignment",
        first.zone().length,
        (batch, face) ->
            batch
                .bind("fabric", 1)
                .bind("face", face)
                .bind("grid", first.zone()[face] + 1)
                .bind("from", first.effective())
                .bind("publication", 1));
  }

  private void roles(FirstPublication first) {
    Map<String, Integer> ids = new HashMap<>();
    first.grids().forEach(grid -> ids.put(grid.code(), grid.zone() + 1));
    rows(
        "insert-role",
        first.roles().size(),
        (batch, i) -> {
          RoleSlot slot = first.roles().get(i);
          batch
              .bind("grid", ids.get(slot.gridCode()))
              .bind("line", slot.line().name())
              .bind("role", slot.role())
              .bind("holder", slot.holder());
        });
  }

  private void exclusions(List<Exclusion> exclusions) {
    rows(
        "insert-exclusion",
        exclusions.size(),
        (batch, i) ->
            batch
                .bind("id", i + 1)
                .bind("name", exclusions.get(i).name())
                .bind("kind", exclusions.get(i).kind())
                .bindByType("geom", exclusions.get(i).metric(), Geometry.class));
  }

  private void buildings(FirstPublication first, Projection projection) {
    rows(
        "insert-building",
        first.buildings().size(),
        (batch, i) -> {
          Building building = first.buildings().get(i);
          batch
              .bind("position", i)
              .bind("fabric", 1)
              .bind("face", FaceOf.building(first.fabric(), building));
          building(batch, building, projection);
        });
  }

  private static void building(PreparedBatch batch, Building building, Projection projection) {
    Geometry point = new GeometryFactory().createPoint(building.position());
    batch
        .bind("id", building.id())
        .bind("name", building.name())
        .bind("address", building.address())
        .bind("x", Millimetres.of(building.position().x))
        .bind("y", Millimetres.of(building.position().y))
        .bindByType("geom", projection.toLonLat(point), Geometry.class)
        .bind("households", building.households())
        .bind("people", building.people())
        .bind("floors", building.floors());
  }

  private Update update(String part) {
    return handle.createUpdate(sql(part));
  }

  private void rows(String part, int count, ObjIntConsumer<PreparedBatch> binder) {
    BatchInsert.run(handle, sql(part), IntStream.range(0, count).boxed(), binder::accept);
  }

  private static String sql(String part) {
    return Sql.of(PublicationStore.class, "publication#" + part);
  }
}
