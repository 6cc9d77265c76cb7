package org.wangge.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.wangge.exchange.CrsGuess;
import org.wangge.exchange.Layer;
import org.wangge.exchange.LayerFiles;
import org.wangge.exchange.LineLayers;
import org.wangge.exchange.MetricFrame;
import org.wangge.exchange.Projections;
import org.wangge.exchange.ReadException;
import org.wangge.exchange.StreetLines;
import org.wangge.fabric.ArcClass;
import org.wangge.founding.FieldMap;
import org.wangge.founding.FoundingInput;
import org.wangge.founding.LevelLayer;
import picocli.CommandLine.Option;

/**
 * The options of {@code wangge import} that name files and what is in them; reads them into one
 * frame of metres.
 */
final class ImportFiles {
  private static final List<String> LEVELS =
      List.of("streets", "townships", "communities", "grids", "buildings");

  @Option(
      names = "--streets",
      required = true,
      paramLabel = "FILE",
      description = "Lines, or .osm.pbf.")
  Path streets = Path.of("");

  @Option(
      names = "--domain",
      required = true,
      paramLabel = "FILE",
      description = "Coverage domain (责任范围).")
  Path domain = Path.of("");

  @Option(
      names = "--townships",
      required = true,
      paramLabel = "FILE",
      description = "Second level.")
  Path townships = Path.of("");

  @Option(
      names = "--communities",
      required = true,
      paramLabel = "FILE",
      description = "Third level.")
  Path communities = Path.of("");

  @Option(names = "--grids", required = true, paramLabel = "FILE", description = "Grids.")
  Path grids = Path.of("");

  @Option(names = "--buildings", paramLabel = "FILE", description = "Points or areas.")
  @Nullable Path buildings;

  @Option(
      names = "--map",
      paramLabel = "LEVEL:field=COLUMN,…",
      description = "Where our fields are; see below.")
  List<String> maps = new ArrayList<>();

  @Option(
      names = "--street-class",
      paramLabel = "VALUE=CLASS",
      split = ",",
      description = "What a value of the street class column means: ${COMPLETION-CANDIDATES}.")
  Map<String, ArcClass> streetClasses = new HashMap<>();

  /**
   * Reads everything.
   *
   * @param read gets a line about each file
   */
  FoundingInput read(ImportSettings settings, List<String> read) {
    Map<String, String> mapping = mapping();
    Layer domainLayer = open(domain, read);
    MetricFrame frame = frame(settings, domainLayer);
    StreetLines lines = lines(metres(open(streets, read), frame), mapping);
    lines.notes().forEach(note -> read.add("  " + note));
    return new FoundingInput(
        settings.settings(frame.metricSrid()),
        lines,
        area(metres(domainLayer, frame)),
        level("townships", townships, frame, mapping, read),
        level("communities", communities, frame, mapping, read),
        level("grids", grids, frame, mapping, read),
        buildings == null ? null : level("buildings", buildings, frame, mapping, read),
        settings.snapMetres,
        settings.strict,
        settings.effective(),
        "imported");
  }

  private Map<String, String> mapping() {
    Map<String, String> mapping = new HashMap<>();
    for (String map : maps) {
      String[] sides = map.split(":", 2);
      if (sides.length != 2 || !LEVELS.contains(sides[0].strip().toLowerCase(Locale.ROOT))) {
        throw new IllegalArgumentException(
            "--map " + map + ": write LEVEL:field=COLUMN with a level of " + LEVELS);
      }
      mapping.merge(sides[0].strip().toLowerCase(Locale.ROOT), sides[1], (a, b) -> a + "," + b);
    }
    return mapping;
  }

  private static Layer open(Path file, List<String> read) {
    Layer layer = new LayerFiles().read(file);
    read.add(
        "%s: %d features, %s"
            .formatted(layer.name(), layer.features().size(), layer.crs().describe()));
    CrsGuess.of(layer).warnings().forEach(warning -> read.add("! " + warning));
    return layer;
  }

  private static Layer metres(Layer layer, MetricFrame frame) {
    return frame.toMetres(layer, CrsGuess.of(layer));
  }

  private static MetricFrame frame(ImportSettings settings, Layer domain) {
    return settings.srid() > 0
        ? MetricFrame.of(Projections.of(settings.srid()))
        : MetricFrame.suiting(domain, CrsGuess.of(domain));
  }

  private StreetLines lines(Layer metres, Map<String, String> mapping) {
    Map<String, String> fields = new HashMap<>();
    for (String pair : mapping.getOrDefault("streets", "").split(",")) {
      String[] sides = pair.split("=", 2);
      if (sides.length == 2) {
        fields.put(sides[0].strip().toLowerCase(Locale.ROOT), sides[1].strip());
      }
    }
    return LineLayers.of(
        metres,
        new LineLayers.Fields(
            fields.get("class"), fields.get("name"), streetClasses, ArcClass.LOCAL));
  }

  private static LevelLayer level(
      String what, Path file, MetricFrame frame, Map<String, String> mapping, List<String> read) {
    String fields = mapping.get(what);
    return new LevelLayer(
        what,
        metres(open(file, read), frame),
        fields == null ? FieldMap.usual() : FieldMap.parse(fields));
  }

  private static Geometry area(Layer metres) {
    List<Geometry> areas =
        metres.features().stream()
            .map(feature -> feature.geometry())
            .filter(geometry -> geometry.getDimension() == 2)
            .map(geometry -> geometry.isValid() ? geometry : GeometryFixer.fix(geometry))
            .toList();
    if (areas.isEmpty()) {
      throw new ReadException(
          "reading the domain " + metres.name(),
          "there is no polygon in it",
          "all its features",
          "give a polygon layer");
    }
    return areas.size() == 1 ? areas.get(0) : OverlayNGRobust.union(areas);
  }
}
