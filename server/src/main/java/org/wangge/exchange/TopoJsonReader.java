package org.wangge.exchange;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * TopoJSON, plain or gzipped, quantised or not. One object of the topology is one layer: the wanted
 * one, else the first. Geometries that are null, empty or collapse under quantisation are named as
 * bad.
 */
public final class TopoJsonReader implements LayerReader {

  @Override
  public Layer read(DataSource source, ReadOptions options) {
    String attempted = "reading " + source.name() + " as TopoJSON";
    return JsonText.parse(
        source,
        options.limits(),
        attempted,
        parser -> layer(readTopology(parser), source, options, attempted));
  }

  private static Topology readTopology(JsonParser parser) throws IOException {
    Topology topology = new Topology();
    parser.nextToken();
    while (parser.nextToken() != JsonToken.END_OBJECT && parser.currentToken() != null) {
      String name = parser.currentName();
      parser.nextToken();
      if (name.equals("arcs") && parser.currentToken() == JsonToken.START_ARRAY) {
        readArcs(parser, topology.arcs);
      } else if (name.equals("objects") || name.equals("transform")) {
        Object value = JsonValues.read(parser);
        (name.equals("objects") ? topology.objects : topology.transform).putAll(asMap(value));
      } else {
        parser.skipChildren();
      }
    }
    return topology;
  }

  private static void readArcs(JsonParser parser, List<@Nullable CoordinateTree> arcs)
      throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      GeoJsonNode node = new GeoJsonNode();
      CoordinateTree arc = new CoordinateParser(parser, node).read();
      arcs.add(node.complaint == null ? arc : null);
    }
  }

  private static Layer layer(
      Topology topology, DataSource source, ReadOptions options, String attempted) {
    if (topology.objects.isEmpty()) {
      throw new ReadException(
          attempted, "it has no objects", "member objects", "check that it is TopoJSON");
    }
    String name = options.findLayer().orElse(topology.objects.keySet().iterator().next());
    if (!topology.objects.containsKey(name)) {
      throw new ReadException(
          attempted,
          "there is no object '" + name + "'",
          "member objects",
          "choose one of " + topology.objects.keySet());
    }
    FeatureCollector collector = new FeatureCollector(attempted, options.limits());
    if (topology.objects.size() > 1) {
      collector.note(
          "objects in it: %s; read %s"
              .formatted(String.join(", ", topology.objects.keySet()), name));
    }
    new TopoJsonObjects(topology.decodedArcs(), topology.quantisation(), collector)
        .add(asMap(topology.objects.get(name)));
    CrsInfo crs =
        options.crs() == null ? collector.degreesBy("TopoJSON") : CrsInfo.given(options.crs());
    return collector.toLayer(name, crs);
  }

  static Map<String, @Nullable Object> asMap(@Nullable Object value) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> members) {
      members.forEach((key, member) -> map.put(String.valueOf(key), member));
    }
    return map;
  }

  /** scale x, scale y, translate x, translate y. */
  record Quantisation(double scaleX, double scaleY, double translateX, double translateY) {}

  private static final class Topology {
    private final List<@Nullable CoordinateTree> arcs = new ArrayList<>();
    private final Map<String, @Nullable Object> objects = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> transform = new LinkedHashMap<>();

    @Nullable Quantisation quantisation() {
      if (transform.get("scale") instanceof List<?> scale
          && transform.get("translate") instanceof List<?> translate
          && scale.size() == 2
          && translate.size() == 2) {
        return new Quantisation(
            number(scale.get(0)),
            number(scale.get(1)),
            number(translate.get(0)),
            number(translate.get(1)));
      }
      return null;
    }

    private static double number(@Nullable Object value) {
      return value instanceof Number ? ((Number) value).doubleValue() : Double.NaN;
    }

    List<double @Nullable []> decodedArcs() {
      @Nullable Quantisation quantisation = quantisation();
      List<double @Nullable []> decoded = new ArrayList<>();
      for (CoordinateTree arc : arcs) {
        decoded.add(arc == null || arc.depth() != 1 ? null : decode(arc.toArray(), quantisation));
      }
      return decoded;
    }

    private static double[] decode(double[] xy, @Nullable Quantisation quantisation) {
      if (quantisation == null) {
        return xy;
      }
      Quantisation q = Objects.requireNonNull(quantisation);
      double x = 0;
      double y = 0;
      for (int i = 0; i < xy.length; i += 2) {
        x += xy[i];
        y += xy[i + 1];
        xy[i] = x * q.scaleX() + q.translateX();
        xy[i + 1] = y * q.scaleY() + q.translateY();
      }
      return xy;
    }
  }
}
