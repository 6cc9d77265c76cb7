package org.wangge.exchange;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One pass over GeoJSON text. */
final class GeoJsonParse {
  private final JsonParser parser;
  private final DataSource source;
  private final ReadOptions options;
  private final Set<String> memberNames;
  private final FeatureCollector collector;
  private final Map<String, Layer> members = new LinkedHashMap<>();
  private @Nullable String crsText;
  private boolean sawGeoJson;

  GeoJsonParse(JsonParser parser, DataSource source, ReadOptions options, Set<String> memberNames) {
    this.parser = parser;
    this.source = source;
    this.options = options;
    this.memberNames = memberNames;
    this.collector =
        new FeatureCollector("reading " + source.name() + " as GeoJSON", options.limits());
  }

  void readRoots() throws IOException {
    while (parser.nextToken() != null) {
      readRoot();
    }
    if (!sawGeoJson) {
      throw problem("the file is empty", "send a file with features in it");
    }
  }

  private void readRoot() throws IOException {
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      readFeatures();
    } else if (parser.currentToken() == JsonToken.START_OBJECT) {
      take(readNode(true));
    } else {
      throw problem("a bare %s instead of an object".formatted(parser.getText()), "send GeoJSON");
    }
    sawGeoJson = true;
  }

  private void take(GeoJsonNode node) {
    if (node.collection || node.type.equals("FeatureCollection")) {
      return;
    }
    if (node.type.isEmpty() || node.type.equals("Topology")) {
      throw problem(
          "an object of type '%s'".formatted(node.type),
          "GeoJSON has \"type\": \"FeatureCollection\"");
    }
    addFeature(node);
  }

  private void addFeature(GeoJsonNode node) {
    collector.add(node.id, node.properties, node.where, () -> node.assemble(collector.assembler()));
  }

  private GeoJsonNode readNode(boolean outermost) throws IOException {
    GeoJsonNode node = new GeoJsonNode();
    node.where = here();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      if (outermost && memberNames.contains(name)) {
        readMember(name);
      } else {
        readMember(node, name);
      }
    }
    return node;
  }

  private void readMember(String name) throws IOException {
    GeoJsonParse inner = new GeoJsonParse(parser, source, options, Set.of());
    if (parser.currentToken() != JsonToken.VALUE_NULL) {
      inner.readRoot();
      members.put(name, inner.layer());
    }
  }

  private void readMember(GeoJsonNode node, String name) throws IOException {
    switch (name) {
      case "type" -> node.type = text();
      case "id" -> node.id = idText();
      case "features" -> {
        node.collection = true;
        readFeatures();
      }
      case "geometry" -> node.geometry = readChild(node, "geometry");
      case "geometries" -> node.geometries = readGeometries(node);
      case "coordinates" -> node.coordinates = readCoordinates(node);
      case "properties" -> node.properties = readProperties();
      case "crs" -> readCrs();
      default -> parser.skipChildren();
    }
  }

  private String text() throws IOException {
    String text = parser.currentToken().isScalarValue() ? parser.getText() : "";
    parser.skipChildren();
    return text;
  }

  private @Nullable String idText() throws IOException {
    String text = text();
    return text.isEmpty() || text.equals("null") ? null : text;
  }

  private void readFeatures() throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw problem("\"features\" is not an array", "GeoJSON wants \"features\": [ … ]");
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() == JsonToken.START_OBJECT) {
        addFeature(readNode(false));
      } else {
        refuseFeature();
      }
    }
  }

  private void refuseFeature() throws IOException {
    String where = here();
    String what = "it is not an object but " + parser.currentToken();
    parser.skipChildren();
    collector.add(
        null,
        Map.of(),
        where,
        () -> {
          throw new BadGeometryException(what, "");
        });
  }

  private @Nullable GeoJsonNode readChild(GeoJsonNode parent, String name) throws IOException {
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      return readNode(false);
    }
    if (parser.currentToken() != JsonToken.VALUE_NULL) {
      parent.complain("its %s is not an object".formatted(name), here());
    }
    parser.skipChildren();
    return null;
  }

  private List<GeoJsonNode> readGeometries(GeoJsonNode parent) throws IOException {
    List<GeoJsonNode> nodes = new ArrayList<>();
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      parent.complain("its geometries are not an array", here());
      parser.skipChildren();
      return nodes;
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      GeoJsonNode child = readChild(parent, "geometry");
      if (child != null) {
        nodes.add(child);
      }
    }
    return nodes;
  }

  private @Nullable CoordinateTree readCoordinates(GeoJsonNode node) throws IOException {
    CoordinateParser coordinates = new CoordinateParser(parser, node);
    CoordinateTree tree = coordinates.read();
    if (coordinates.sawHeight()) {
      collector.note("heights were dropped: everything is flat");
    }
    return tree;
  }

  private Map<String, @Nullable Object> readProperties() throws IOException {
    Object value = JsonValues.read(parser);
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, entry) -> properties.put(String.valueOf(key), entry));
    }
    return properties;
  }

  private void readCrs() throws IOException {
    if (JsonValues.read(parser) instanceof Map<?, ?> crs
        && crs.get("properties") instanceof Map<?, ?> properties) {
      Object name =
          Optional.<Object>ofNullable(properties.get("name")).orElse(properties.get("code"));
      crsText = name == null ? null : name.toString();
    }
  }

  private String here() {
    return "line %d, column %d"
        .formatted(
            parser.currentTokenLocation().getLineNr(), parser.currentTokenLocation().getColumnNr());
  }

  private ReadException problem(String value, String remedy) {
    return new ReadException(collector.attempted(), value, here(), remedy);
  }

  Map<String, Layer> members() {
    return members;
  }

  Layer layer() {
    return collector.toLayer(source.baseName(), crs());
  }

  private CrsInfo crs() {
    if (options.crs() != null) {
      return CrsInfo.given(options.crs());
    }
    if (crsText == null) {
      return collector.degreesBy("GeoJSON");
    }
    try {
      return CrsInfo.file(Crs.parse(crsText), "the file's crs member says " + crsText);
    } catch (CrsException e) {
      throw new ReadException(
          new ReadProblem(
              collector.attempted(),
              String.valueOf(e.getMessage()),
              "member crs",
              "give the coordinate system with the request"),
          e);
    }
  }
}
