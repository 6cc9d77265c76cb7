package org.wangge.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;
import org.wangge.territory.Grid;
import org.wangge.territory.Projection;
import org.wangge.territory.Unit;
import org.wangge.web.GeoJsonWriter;
import org.wangge.web.JsonBytes;

/**
 * Writes a dirty twin as four GeoJSON files, longitude and latitude with 8 decimals (about a
 * millimetre): {@code grids.geojson}, {@code communities.geojson}, {@code domain.geojson} and
 * {@code planted.geojson}, the answers.
 */
public final class TwinFiles {

  /** One feature before it is written. */
  private record Row(Geometry metric, Map<String, Object> properties) {}

  private final Projection projection;

  public TwinFiles(Projection projection) {
    this.projection = projection;
  }

  /**
   * Writes into a directory that is made when it is missing; files of these names are overwritten.
   */
  public void write(DirtyTwin twin, Path directory) throws IOException {
    Files.createDirectories(directory);
    write(directory.resolve("grids.geojson"), grids(twin));
    write(directory.resolve("communities.geojson"), communities(twin));
    write(
        directory.resolve("domain.geojson"),
        List.of(new Row(twin.domain(), Map.of("name", "雨湖区责任范围（示意）"))));
    write(directory.resolve("planted.geojson"), planted(twin));
  }

  private static List<Row> grids(DirtyTwin twin) {
    List<Row> rows = new ArrayList<>();
    for (int z = 0; z < twin.grids().size(); z++) {
      Grid grid = twin.grids().get(z);
      rows.add(
          new Row(
              twin.shapes().get(z),
              properties(
                  "code", grid.code(), "name", grid.name(), "parent", grid.communityCode())));
    }
    return rows;
  }

  private static List<Row> communities(DirtyTwin twin) {
    List<Row> rows = new ArrayList<>();
    for (int c = 0; c < twin.communities().size(); c++) {
      Unit unit = twin.communities().get(c);
      String parent = unit.parent() == null ? "" : unit.parent();
      rows.add(
          new Row(
              twin.communityShapes().get(c),
              properties("code", unit.code(), "name", unit.name(), "parent", parent)));
    }
    return rows;
  }

  private static List<Row> planted(DirtyTwin twin) {
    List<Row> rows = new ArrayList<>();
    for (int n = 0; n < twin.planted().size(); n++) {
      Planted planted = twin.planted().get(n);
      rows.add(
          new Row(
              planted.ground(),
              properties(
                  "n",
                  n + 1,
                  "kind",
                  planted.kind().key(),
                  "note",
                  planted.note(),
                  "grids",
                  String.join(" ", planted.codes()))));
    }
    return rows;
  }

  private static Map<String, Object> properties(Object... pairs) {
    Map<String, Object> properties = new TreeMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      properties.put((String) pairs[i], pairs[i + 1]);
    }
    return properties;
  }

  private void write(Path file, List<Row> rows) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      JsonBytes json = new JsonBytes(out);
      json.beginObject().name("type").text("FeatureCollection").name("features").beginArray();
      rows.forEach(row -> feature(json, row));
      json.endArray().endObject().flush();
    }
  }

  private void feature(JsonBytes json, Row row) {
    json.beginObject().name("type").text("Feature").name("properties").beginObject();
    row.properties.forEach((name, value) -> json.name(name).value(value));
    json.endObject().name("geometry");
    GeoJsonWriter.lonLat(json).geometry(projection.toLonLat(row.metric));
    json.endObject();
  }
}
