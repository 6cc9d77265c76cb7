package org.wangge.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * OpenStreetMap extracts (.osm.pbf): every tagged way as a line (closed ways that stand for an area
 * as a polygon), every multipolygon and boundary relation whose ways are all in the file as an
 * area; the tags are the properties, the ids are {@code way/123} and {@code relation/45}. Single
 * nodes are not features. Ways that leave the extract end at its edge.
 *
 * <p>The decoder is our own: the wire format is small and no maintained light library exists.
 */
public final class OsmReader implements LayerReader {
  private static final Set<String> AREA_KEYS =
      Set.of(
          "building",
          "landuse",
          "natural",
          "leisure",
          "amenity",
          "water",
          "boundary",
          "place",
          "tourism",
          "shop");
  private static final Set<String> AREA_RELATIONS = Set.of("multipolygon", "boundary");

  @Override
  public Layer read(DataSource source, ReadOptions options) {
    String attempted = "reading " + source.name() + " as OSM PBF";
    Gathering gathering = new Gathering(new FeatureCollector(attempted, options.limits()));
    new OsmPbf(source, attempted).read(gathering);
    if (gathering.incomplete > 0) {
      gathering.collector.note(
          gathering.incomplete + " relations have members outside the file and were left out");
    }
    return gathering.collector.toLayer(source.baseName(), CrsInfo.format("OSM PBF"));
  }

  private static final class Gathering implements OsmHandler {
    private final FeatureCollector collector;
    private final NodePlaces nodes = new NodePlaces();
    private final Map<Long, long[]> ways = new HashMap<>();
    private final GeometryAssembler assembler;
    private int incomplete;

    Gathering(FeatureCollector collector) {
      this.collector = collector;
      this.assembler = collector.assembler();
    }

    @Override
    public void node(long id, int lon, int lat) {
      nodes.put(id, lon, lat);
    }

    @Override
    public void way(long id, long[] refs, Map<String, String> tags) {
      ways.put(id, refs);
      if (!tags.isEmpty()) {
        add("way/" + id, tags, () -> isArea(refs, tags) ? area(refs) : line(refs));
      }
    }

    private void add(
        String id, Map<String, String> tags, java.util.function.Supplier<Geometry> geometry) {
      Map<String, @Nullable Object> properties = new LinkedHashMap<>();
      properties.putAll(tags);
      collector.add(id, properties, id, geometry);
    }

    private static boolean isArea(long[] refs, Map<String, String> tags) {
      if (refs.length < 4 || refs[0] != refs[refs.length - 1] || "no".equals(tags.get("area"))) {
        return false;
      }
      return "yes".equals(tags.get("area")) || tags.keySet().stream().anyMatch(AREA_KEYS::contains);
    }

    private Geometry area(long[] refs) {
      CoordinateTree polygon = new CoordinateTree();
      polygon.add(places(refs));
      return assembler.assemble("Polygon", polygon);
    }

    private LineString line(long[] refs) {
      return assembler.line(places(refs));
    }

    private CoordinateTree places(long[] refs) {
      CoordinateTree places = new CoordinateTree();
      for (long ref : refs) {
        if (nodes.contains(ref)) {
          places.add(nodes.lon(ref), nodes.lat(ref));
        }
      }
      return places;
    }

    @Override
    public void relation(
        long id, long[] members, long[] types, String[] roles, Map<String, String> tags) {
      if (!AREA_RELATIONS.contains(tags.getOrDefault("type", ""))) {
        return;
      }
      List<LineString> rings = new ArrayList<>();
      for (int i = 0; i < members.length; i++) {
        if (types[i] == 1) {
          long[] refs = ways.get(members[i]);
          if (refs == null || places(refs).size() < 2) {
            incomplete++;
            return;
          }
          rings.add(line(refs));
        }
      }
      if (!rings.isEmpty()) {
        add("relation/" + id, tags, () -> areaOf(rings));
      }
    }

    private static Geometry areaOf(List<LineString> rings) {
      Polygonizer polygonizer = new Polygonizer(true);
      polygonizer.add(rings);
      Geometry area = polygonizer.getGeometry();
      if (area.isEmpty()) {
        throw new BadGeometryException("its ways do not close to a ring", "");
      }
      return area;
    }
  }
}
