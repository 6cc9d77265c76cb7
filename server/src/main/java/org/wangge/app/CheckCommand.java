package org.wangge.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wangge.checking.Check;
import org.wangge.checking.CheckGeoJson;
import org.wangge.checking.CheckInput;
import org.wangge.checking.CheckJson;
import org.wangge.checking.CheckText;
import org.wangge.checking.LayerChecker;
import org.wangge.exchange.Crs;
import org.wangge.exchange.CrsException;
import org.wangge.exchange.CrsInfo;
import org.wangge.exchange.Gcj02;
import org.wangge.exchange.Layer;
import org.wangge.exchange.LayerFiles;
import org.wangge.exchange.ReadException;
import org.wangge.exchange.ReadOptions;
import org.wangge.topology.CheckOptions;
import org.wangge.web.JsonOut;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code wangge check}: checks polygon files for gaps, overlaps and everything else that is not
 * seamless.
 */
@Command(
    name = "check",
    description =
        "Checks a polygon layer: gaps, overlaps, slivers, invalid rings, detached parts, nesting.",
    mixinStandardHelpOptions = true,
    exitCodeOnExecutionException = Main.EXIT_BAD_INPUT,
    footer = {
      "",
      "Reads GeoJSON, TopoJSON (both also .gz), Shapefile (.shp or .zip), GeoPackage, KML, CSV with"
          + " WKT.",
      "Several files are checked together as one layer.",
      "Exit code 0: clean; 1: findings; 2: bad usage or unreadable input."
    })
public final class CheckCommand implements Callable<Integer> {
  enum Format {
    TEXT,
    JSON,
    GEOJSON
  }

  @Spec CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Polygon layers, checked together.")
  List<Path> files = new ArrayList<>();

  @Option(
      names = "--domain",
      paramLabel = "FILE",
      description = "What the polygons should cover exactly.")
  @Nullable Path domain;

  @Option(
      names = "--within",
      paramLabel = "FILE",
      description = "The upper level the polygons should nest in.")
  @Nullable Path within;

  @Option(
      names = "--crs",
      paramLabel = "EPSG:n",
      description = "Coordinate system of FILE when the file does not say, or says wrong.")
  @Nullable String crs;

  @Option(
      names = "--from-gcj02",
      description = "FILE is in the coordinates of Chinese web maps (GCJ-02): convert it first.")
  boolean fromGcj02;

  @Option(
      names = "--layer",
      paramLabel = "NAME",
      description = "Which layer of a file with several.")
  @Nullable String layer;

  @Option(
      names = "--tolerance",
      paramLabel = "METRES",
      description = "Ground thinner than this is no finding (default 0.005).")
  @Nullable Double toleranceMetres;

  @Option(names = "--format", description = "text, json or geojson (default ${DEFAULT-VALUE}).")
  Format format = Format.TEXT;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write the report there instead of to the screen.")
  @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    CheckOptions options = options();
    ProgressBar bar = ProgressBar.on(spec.commandLine().getErr());
    try {
      Check check = new LayerChecker().check(read(options), bar);
      bar.clear();
      write(render(check));
      return check.isClean() ? Main.EXIT_CLEAN : Main.EXIT_FINDINGS;
    } catch (ReadException | CrsException e) {
      bar.clear();
      spec.commandLine().getErr().println(e.getMessage());
      return Main.EXIT_BAD_INPUT;
    }
  }

  private CheckOptions options() {
    CheckOptions options =
        CheckOptions.defaults().withThreads(Runtime.getRuntime().availableProcessors());
    if (toleranceMetres == null) {
      return options;
    }
    if (!(toleranceMetres > 0 && toleranceMetres <= 1000)) {
      throw new ParameterException(
          spec.commandLine(),
          "--tolerance must be metres above 0 and up to 1000, was " + toleranceMetres);
    }
    return options.withToleranceMetres(toleranceMetres);
  }

  private CheckInput read(CheckOptions options) {
    LayerFiles reader = new LayerFiles();
    ReadOptions defaults = ReadOptions.defaults();
    Crs given = crs == null ? null : Crs.parse(crs);
    ReadOptions forFiles = new ReadOptions(given, layer, defaults.limits());
    List<Layer> layers =
        files.stream()
            .map(file -> reader.read(file, forFiles))
            .map(layer -> fromGcj02 ? Gcj02.toWgs84(layer) : layer)
            .toList();
    return new CheckInput(
        layers, readBeside(reader, domain, given), readBeside(reader, within, given), options);
  }

  /**
   * A given system is for FILE; the files beside it take it only when they do not say their own.
   */
  private static @Nullable Layer readBeside(
      LayerFiles reader, @Nullable Path file, @Nullable Crs given) {
    if (file == null) {
      return null;
    }
    Layer read = reader.read(file);
    return given != null && read.crs().findCrs().isEmpty()
        ? read.withCrs(CrsInfo.given(given))
        : read;
  }

  private String render(Check check) throws JsonProcessingException {
    return switch (format) {
      case TEXT -> new CheckText(Terminal.isChinese()).of(check);
      case JSON -> pretty(CheckJson.report(check));
      case GEOJSON -> JsonOut.text(CheckGeoJson.collection(check.items())) + "\n";
    };
  }

  private static String pretty(Object json) throws JsonProcessingException {
    return JsonOut.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
  }

  private void write(String report) throws IOException {
    if (out == null) {
      spec.commandLine().getOut().print(report);
      spec.commandLine().getOut().flush();
    } else {
      Files.writeString(out, report);
    }
  }
}
