package org.wangge.documents;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wangge.catalogue.Item;
import org.wangge.exchange.Crs;
import org.wangge.exchange.CrsInfo;
import org.wangge.exchange.Feature;
import org.wangge.exchange.GeoPackageWriter;
import org.wangge.exchange.KmlWriter;
import org.wangge.exchange.Layer;
import org.wangge.exchange.ShapefileWriter;
import org.wangge.territory.Grid;
import org.wangge.territory.InForce;
import org.wangge.territory.Unit;
import org.wangge.web.GeoJsonWriter;
import org.wangge.web.JsonBytes;

/**
 * The grids as a layer of polygons in the formats that other programs read: longitude and latitude
 * (WGS 84) of eight decimals, neighbours with identical vertices. In GeoJSON all grids of the
 * district are what a certificate is proved with.
 */
final class GridLayer {
  private static final int CHARACTERS = 84;
  private static final int MOST_PARTS = 3;

  private final Subject subject;
  private final InForce inForce;

  private GridLayer(Subject subject) {
    this.subject = subject;
    this.inForce = subject.after();
  }

  static byte[] geoJson(Subject subject) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JsonBytes json = new JsonBytes(out);
    GridLayer layer = new GridLayer(subject);
    GeoJsonWriter writer = GeoJsonWriter.lonLat(json);
    json.beginObject().name("type").text("FeatureCollection");
    json.name("name").text(layer.name());
    json.name("publication").value(layer.publication());
    json.name("features").beginArray();
    subject.grids().forEach(grid -> writer.feature(layer.item(grid)));
    json.endArray().endObject().flush();
    return out.toByteArray();
  }

  private Map<String, Object> publication() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("number", inForce.publication().number());
    members.put("effective", inForce.publication().effective());
    members.put("hash", inForce.publication().hash());
    members.put("label", subject.label());
    return members;
  }

  private Item item(Grid grid) {
    return new Item(grid.code(), inForce.gridShape(grid.zone()), properties(grid));
  }

  private Map<String, @Nullable Object> properties(Grid grid) {
    Unit township = inForce.townshipOf(grid);
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("code", grid.code());
    all.put("name", grid.name());
    all.put("kind", grid.kind());
    all.put("communityCode", grid.communityCode());
    all.put("communityName", inForce.communityOf(grid).name());
    all.put("townshipCode", township.code());
    all.put("townshipName", township.name());
    all.put("districtCode", inForce.settings().code());
    all.put("households", inForce.plan().households(grid.zone()));
    all.put("people", inForce.plan().people(grid.zone()));
    all.put("buildings", inForce.buildings().countIn(grid.zone()));
    all.put("hectares", Math.rint(subject.hectares(grid) * 1e4) / 1e4);
    all.put("onStreetShare", share(grid));
    all.put("boundaryText", subject.boundary(grid).brief());
    all.put("dataLabel", subject.label());
    return all;
  }

  private double share(Grid grid) {
    return Math.rint(inForce.measures().onGroundShare(grid.zone()) * 1e4) / 1e4;
  }

  static byte[] shapefile(Subject subject) {
    GridLayer layer = new GridLayer(subject);
    return ShapefileWriter.zip(layer.layer(true), "grids");
  }

  static byte[] geoPackage(Subject subject) {
    return GeoPackageWriter.write(new GridLayer(subject).layer(false), "grids");
  }

  static byte[] kml(Subject subject) {
    return KmlWriter.write(new GridLayer(subject).layer(false), "name", "boundaryText");
  }

  private String name() {
    return subject.placeName()
        + "网格"
        + (subject.label().isEmpty() ? "" : "（" + subject.label() + "）");
  }

  private Layer layer(boolean shortNames) {
    List<Feature> features = new ArrayList<>();
    for (Grid grid : subject.grids()) {
      features.add(
          new Feature(
              features.size(),
              grid.code(),
              inForce.gridShape(grid.zone()).lonLat(),
              shortNames ? shortened(properties(grid)) : properties(grid)));
    }
    CrsInfo crs = CrsInfo.given(Crs.epsg(4326));
    return new Layer(name(), features, crs, List.of(), List.of());
  }

  /** The names of a shapefile have at most ten letters. */
  private static Map<String, @Nullable Object> shortened(Map<String, @Nullable Object> all) {
    Map<String, String> names =
        Map.ofEntries(
            Map.entry("communityCode", "comm_code"),
            Map.entry("communityName", "comm_name"),
            Map.entry("townshipCode", "town_code"),
            Map.entry("townshipName", "town_name"),
            Map.entry("districtCode", "dist_code"),
            Map.entry("onStreetShare", "on_street"),
            Map.entry("boundaryText", "boundary1"),
            Map.entry("dataLabel", "data_label"));
    Map<String, @Nullable Object> shorter = new LinkedHashMap<>();
    all.forEach((name, value) -> shorter.put(names.getOrDefault(name, name), value));
    String text = String.valueOf(all.get("boundaryText"));
    for (int part = 1; part <= MOST_PARTS; part++) {
      shorter.put("boundary" + part, part(text, part - 1));
    }
    return shorter;
  }

  /** A field of a shapefile holds 84 Chinese characters: a long text goes on in the next. */
  private static String part(String text, int index) {
    int from = Math.min(text.length(), index * CHARACTERS);
    return text.substring(from, Math.min(text.length(), from + CHARACTERS));
  }
}
