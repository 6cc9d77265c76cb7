package org.wangge.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.wangge.exchange.CrsGuess;
import org.wangge.exchange.Gcj02;
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
      names = "--from-gcj02",
      paramLabel = "LEVEL",
      split = ",",
      description =
          "Which files are in the coordinates of Chinese web maps (GCJ-02) and are converted: levels"
              + " as for --map, or domain.")
  List<String> fromGcj02 = new ArrayList<>();

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
    fromGcj02.forEach(ImportFiles::requireFile);
    Layer domainLayer = open("domain", domain, read);
    warn(CrsGuess.of(domainLayer), read);
    MetricFrame frame = frame(settings, domainLayer);
    Envelope place = MetricFrame.lonLatExtent(domainLayer, CrsGuess.of(domainLayer));
    Reading reading = new Reading(frame, place, mapping(), read);
    StreetLines lines = lines(metres("streets", streets, reading), reading.mapping);
    lines.notes().forEach(note -> read.add("  " + note));
    return new FoundingInput(
        settings.settings(frame.metricSrid()),
        lines,
        area(frame.toMetres(domainLayer, CrsGuess.of(domainLayer))),
        level("townships", townships, reading),
        level("communities", communities, reading),
        level("grids", grids, reading),
        buildings == null ? null : level("buildings", buildings, reading),
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

  private static void requireFile(String level) {
    if (!level.equals("domain") && !LEVELS.contains(level)) {
      throw new IllegalArgumentException(
          "--from-gcj02 " + level + ": write domain or a level of " + LEVELS);
    }
  }

  private Layer open(String what, Path file, List<String> read) {
    Layer asRead = new LayerFiles().read(file);
    Layer layer = fromGcj02.contains(what) ? Gcj02.toWgs84(asRead) : asRead;
    read.add(
        "%s: %d features, %s"
            .formatted(layer.name(), layer.features().size(), layer.crs().describe()));
    return layer;
  }

  /** What all files after the domain are read with; place is the domain's, in degrees. */
  private record Reading(
      MetricFrame frame, Envelope place, Map<String, String> mapping, List<String> said) {}

  private Layer metres(String what, Path file, Reading reading) {
    Layer layer = open(what, file, reading.said);
    CrsGuess guess = CrsGuess.of(layer, reading.place);
    warn(guess, reading.said);
    return reading.frame.toMetres(layer, guess);
  }

  private static void warn(CrsGuess guess, List<String> said) {
    guess.warnings().forEach(warning -> said.add("! " + warning));
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

  private LevelLayer level(String what, Path file, Reading reading) {
    String fields = reading.mapping.get(what);
    return new LevelLayer(
        what,
        metres(what, file, reading),
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
