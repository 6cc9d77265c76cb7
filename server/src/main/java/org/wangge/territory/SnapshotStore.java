package org.wangge.territory;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.db.GeometryColumn;
import org.wangge.db.RowReader;
import org.wangge.db.Sql;
import org.wangge.fabric.Fabric;

/** Reads publications back. */
final class SnapshotStore {
  private final Handle handle;
  private final IntFunction<Projection> projections;

  SnapshotStore(Handle handle, IntFunction<Projection> projections) {
    this.handle = handle;
    this.projections = projections;
  }

  /**
   * In the order in which they come into force; of several from one day the last recorded comes
   * last.
   */
  List<Publication> listPublications() {
    return query("select-publications").map((row, context) -> publication(row)).list();
  }

  private static Publication publication(ResultSet row) throws SQLException {
    return new Publication(
        row.getInt("number"),
        row.getDate("effective").toLocalDate(),
        row.getObject("recorded", OffsetDateTime.class).toInstant(),
        row.getString("hash"),
        row.getInt("fabric"));
  }

  /**
   * A publication as it is in force on its first day.
   *
   * @param known gives a fabric that is in memory already, so that it is not read again
   */
  InForce get(Publication publication, Function<Integer, Optional<Fabric>> known) {
    int fabricNumber = publication.fabric();
    FabricStore fabrics = new FabricStore(handle);
    Fabric fabric = known.apply(fabricNumber).orElseGet(() -> fabrics.get(fabricNumber));
    DistrictSettings settings = getSettings();
    List<Building> buildings = new ArrayList<>();
    int[] faces = readBuildings(fabricNumber, buildings);
    LocalDate day = publication.effective();
    return new InForce(
        new SnapshotParts(
            publication,
            settings,
            onDay("select-units", day).map((row, context) -> unit(row)).list(),
            fabric,
            fabrics.listInterior(fabricNumber),
            readZones(fabricNumber, fabric.faceCount(), day),
            onDay("select-grids", day).map((row, context) -> grid(row)).list(),
            query("select-roles").map((row, context) -> role(row)).list(),
            buildings,
            faces,
            query("select-exclusions").map((row, context) -> exclusion(row)).list(),
            Set.copyOf(query("select-in-pieces").mapTo(String.class).list()),
            projections.apply(settings.metricSrid())));
  }

  /** Where the days of the district begin; empty when there is no district yet. */
  Optional<ZoneId> findTimeZone() {
    return query("select-time-zone").mapTo(String.class).findOne().map(ZoneId::of);
  }

  private DistrictSettings getSettings() {
    return query("select-settings").map((row, context) -> settings(row)).one();
  }

  private static DistrictSettings settings(ResultSet row) throws SQLException {
    return new DistrictSettings(
        row.getString("code"),
        row.getString("name"),
        row.getInt("metric_srid"),
        row.getString("code_pattern"),
        List.of(row.getString("level_names").split("\n")),
        ZoneId.of(row.getString("time_zone")),
        row.getBoolean("synthetic"));
  }

  private static Unit unit(ResultSet row) throws SQLException {
    Date to = row.getDate("valid_to");
    return new Unit(
        row.getString("code"),
        UnitLevel.valueOf(row.getString("level")),
        row.getString("name"),
        row.getString("kind"),
        row.getString("parent"),
        row.getDate("valid_from").toLocalDate(),
        to == null ? null : to.toLocalDate());
  }

  private static Grid grid(ResultSet row) throws SQLException {
    return new Grid(
        row.getInt("zone"),
        row.getString("code"),
        row.getString("name"),
        row.getString("community"),
        row.getString("kind"));
  }

  private static RoleSlot role(ResultSet row) throws SQLException {
    return new RoleSlot(
        row.getString("code"),
        Line.valueOf(row.getString("line")),
        row.getString("role"),
        row.getString("holder"));
  }

  private static Exclusion exclusion(ResultSet row) throws SQLException {
    return new Exclusion(
        row.getString("name"), row.getString("kind"), GeometryColumn.get(row, "geom"));
  }

  /**
   * Joined here and not in SQL: right after a publication PostgreSQL has no statistics of the new
   * rows and would join them by nested loops, which took seconds.
   */
  private int[] readZones(int fabric, int faces, LocalDate day) {
    Map<Integer, Integer> zoneOfGrid = new HashMap<>();
    RowReader.each(
        onDay("select-zones", day), (row, at) -> zoneOfGrid.put(row.getInt(1), row.getInt(2)));
    int[] zone = new int[faces];
    Arrays.fill(zone, -1);
    RowReader.each(
        onDay("select-assignments", day).bind("fabric", fabric),
        (row, at) -> zone[row.getInt(1)] = zoneOfGrid.getOrDefault(row.getInt(2), -1));
    return zone;
  }

  private int[] readBuildings(int fabric, List<Building> into) {
    List<Integer> faces = new ArrayList<>();
    RowReader.each(
        query("select-buildings").bind("fabric", fabric),
        (row, at) -> {
          into.add(building(row));
          faces.add(row.getInt("face"));
        });
    return faces.stream().mapToInt(Integer::intValue).toArray();
  }

  private static Building building(ResultSet row) throws SQLException {
    return new Building(
        row.getString("id"),
        row.getString("name"),
        row.getString("address"),
        new Coordinate(
            Millimetres.toMetres(row.getLong("x")), Millimetres.toMetres(row.getLong("y"))),
        row.getInt("households"),
        row.getInt("people"),
        row.getInt("floors"));
  }

  private Query onDay(String part, LocalDate day) {
    return query(part).bind("day", day);
  }

  private Query query(String part) {
    return handle.createQuery(Sql.of(PublicationStore.class, "publication#" + part));
  }
}
