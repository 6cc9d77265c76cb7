package org.wangge.territory;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
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
        row.getInt("fabric"),
        new Decision(
            row.getString("kind"),
            row.getString("document"),
            row.getString("author"),
            row.getString("note"),
            row.getInt("base"),
            row.getString("previous_hash")));
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
    int[] faces = readBuildings(fabricNumber, fabric, buildings);
    List<Listed> listed = listGrids(publication);
    return new InForce(
        new SnapshotParts(
            publication,
            settings,
            query("select-units")
                .bind("day", publication.effective())
                .map((row, context) -> unit(row))
                .list(),
            fabric,
            fabrics.listInterior(fabricNumber),
            readZones(publication, fabric.faceCount(), listed),
            listed.stream().map(Listed::grid).toList(),
            listRoles(listed),
            buildings,
            faces,
            query("select-exclusions").map((row, context) -> exclusion(row)).list(),
            listed.stream()
                .filter(Listed::inPieces)
                .map(each -> each.grid().code())
                .collect(Collectors.toSet()),
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
        row.getBoolean("synthetic"),
        row.getDouble("identity_share"));
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

  /** A grid of a publication with its number in the store. */
  private record Listed(int id, Grid grid, boolean inPieces) {
    static Listed of(ResultSet row) throws SQLException {
      return new Listed(
          row.getInt("grid"),
          new Grid(
              row.getInt("zone"),
              row.getString("code"),
              row.getString("name"),
              row.getString("community"),
              row.getString("kind")),
          row.getBoolean("in_pieces"));
    }
  }

  private List<Listed> listGrids(Publication publication) {
    return query("select-grids")
        .bind("publication", publication.number())
        .bind("day", publication.effective())
        .bind("recorded", publication.recorded().atOffset(ZoneOffset.UTC))
        .map((row, context) -> Listed.of(row))
        .list();
  }

  private List<RoleSlot> listRoles(List<Listed> listed) {
    Map<Integer, String> codes = new HashMap<>();
    listed.forEach(each -> codes.put(each.id(), each.grid().code()));
    List<RoleSlot> roles = new ArrayList<>();
    RowReader.each(
        query("select-roles"),
        (row, at) -> {
          if (codes.containsKey(row.getInt("grid"))) {
            roles.add(role(row, codes.get(row.getInt("grid"))));
          }
        });
    return roles;
  }

  private static RoleSlot role(ResultSet row, String code) throws SQLException {
    return new RoleSlot(
        code, Line.valueOf(row.getString("line")), row.getString("role"), row.getString("holder"));
  }

  private static Exclusion exclusion(ResultSet row) throws SQLException {
    return new Exclusion(
        row.getString("name"), row.getString("kind"), GeometryColumn.get(row, "geom"));
  }

  /**
   * Joined here and not in SQL: right after a publication PostgreSQL has no statistics of the new
   * rows and would join them by nested loops, which took seconds.
   */
  private int[] readZones(Publication publication, int faces, List<Listed> listed) {
    Map<Integer, Integer> zoneOfGrid = new HashMap<>();
    listed.forEach(each -> zoneOfGrid.put(each.id(), each.grid().zone()));
    int[] zone = new int[faces];
    Arrays.fill(zone, -1);
    RowReader.each(
        query("select-assignments")
            .bind("fabric", publication.fabric())
            .bind("publication", publication.number()),
        (row, at) -> zone[row.getInt(1)] = zoneOfGrid.getOrDefault(row.getInt(2), -1));
    return zone;
  }

  /** A building is bound to the latest fabric; in an older one it stands where its place says. */
  private int[] readBuildings(int number, Fabric fabric, List<Building> into) {
    List<Integer> faces = new ArrayList<>();
    RowReader.each(
        query("select-buildings"),
        (row, at) -> {
          Building building = building(row);
          into.add(building);
          boolean bound = row.getInt("fabric") <= number;
          faces.add(bound ? row.getInt("face") : FaceOf.building(fabric, building));
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

  private Query query(String part) {
    return handle.createQuery(Sql.of(PublicationStore.class, "publication#" + part));
  }
}
