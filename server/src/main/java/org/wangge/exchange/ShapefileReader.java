package org.wangge.exchange;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * ESRI Shapefile: a zip with one or more layers in it, or the loose files beside a .shp. Attributes
 * in GBK or UTF-8, told apart by the .cpg and by the bytes themselves; coordinates as the .prj
 * says. Rows marked as deleted are left out.
 */
public final class ShapefileReader implements LayerReader {
  private static final List<String> PARTS = List.of("shp", "dbf", "prj", "cpg");

  @Override
  public Layer read(DataSource source, ReadOptions options) {
    String attempted = "reading " + source.name() + " as Shapefile";
    Map<String, Map<String, byte[]>> layers =
        source.hasEnding(".shp") ? loose(source, attempted) : zipped(source, options);
    String name = choose(layers, options, attempted);
    Map<String, byte[]> parts = Objects.requireNonNull(layers.get(name));
    FeatureCollector collector = new FeatureCollector(attempted, options.limits());
    if (layers.size() > 1) {
      collector.note(
          "layers in it: %s; read %s".formatted(String.join(", ", layers.keySet()), name));
    }
    readRecords(parts, collector, attempted);
    return collector.toLayer(name, crs(parts, options, collector));
  }

  private static Map<String, Map<String, byte[]>> zipped(DataSource source, ReadOptions options) {
    Map<String, Map<String, byte[]>> layers = new LinkedHashMap<>();
    Map<String, byte[]> files =
        new ZipEntries(source, options.limits()).read(name -> PARTS.contains(ending(name)));
    files.forEach(
        (name, bytes) ->
            layers.computeIfAbsent(stem(name), key -> new HashMap<>()).put(ending(name), bytes));
    layers.values().removeIf(parts -> !parts.containsKey("shp"));
    return layers;
  }

  private static Map<String, Map<String, byte[]>> loose(DataSource source, String attempted) {
    Map<String, byte[]> parts = new HashMap<>();
    try {
      if (source.path() == null) {
        parts.put("shp", source.bytes());
      } else {
        readSiblings(source.path(), parts);
      }
    } catch (IOException e) {
      throw Unpacked.problem(attempted, e);
    }
    return Map.of(stem(source.name()), parts);
  }

  private static void readSiblings(Path shp, Map<String, byte[]> parts) throws IOException {
    String stem = stem(String.valueOf(shp.getFileName()));
    try (var siblings = Files.list(shp.toAbsolutePath().getParent())) {
      for (Path sibling : siblings.toList()) {
        String name = String.valueOf(sibling.getFileName());
        if (stem(name).equals(stem) && PARTS.contains(ending(name))) {
          parts.put(ending(name), Files.readAllBytes(sibling));
        }
      }
    }
  }

  private static String choose(Map<String, ?> layers, ReadOptions options, String attempted) {
    if (layers.isEmpty()) {
      throw new ReadException(
          attempted,
          "there is no .shp in it",
          "the zip",
          "pack .shp, .shx, .dbf and .prj together");
    }
    String wanted = options.findLayer().orElse(layers.keySet().iterator().next());
    if (!layers.containsKey(wanted)) {
      throw new ReadException(
          attempted,
          "there is no layer '" + wanted + "'",
          "the zip",
          "choose one of " + layers.keySet());
    }
    return wanted;
  }

  private static void readRecords(
      Map<String, byte[]> parts, FeatureCollector collector, String attempted) {
    ShapeRecords records =
        new ShapeRecords(parts.getOrDefault("shp", new byte[0]), attempted, collector.assembler());
    @Nullable DbfTable table = table(parts, collector, attempted);
    int deleted = 0;
    int index = 0;
    for (; records.hasNext(); index++) {
      ByteBuffer content = records.next(index);
      if (table != null && table.isDeleted(index)) {
        deleted++;
        continue;
      }
      Map<String, @Nullable Object> properties = new LinkedHashMap<>();
      if (table != null) {
        properties.putAll(table.row(index));
      }
      collector.add(null, properties, "record " + (index + 1), () -> records.geometry(content));
    }
    if (deleted > 0) {
      collector.note(deleted + " rows marked as deleted were left out");
    }
    if (table != null && table.rows() != index) {
      collector.note("%d shapes but %d rows of attributes".formatted(index, table.rows()));
    }
  }

  private static @Nullable DbfTable table(
      Map<String, byte[]> parts, FeatureCollector collector, String attempted) {
    byte[] bytes = parts.get("dbf");
    if (bytes == null) {
      collector.note("there is no .dbf: features have no attributes");
      return null;
    }
    @Nullable Charset declared = DbfTable.charsetOf(parts.get("cpg"));
    DbfTable table = DbfTable.of(bytes, declared, attempted);
    if (declared != null && !declared.equals(table.charset())) {
      collector.note("the .cpg says %s but the texts are %s".formatted(declared, table.charset()));
    } else if (declared == null && !table.charset().equals(StandardCharsets.UTF_8)) {
      collector.note("texts are read as GBK (GB 18030): they are not UTF-8 and there is no .cpg");
    }
    return table;
  }

  private static CrsInfo crs(
      Map<String, byte[]> parts, ReadOptions options, FeatureCollector collector) {
    if (options.crs() != null) {
      return CrsInfo.given(options.crs());
    }
    byte[] prj = parts.get("prj");
    if (prj == null) {
      return CrsInfo.unknown("there is no .prj");
    }
    try {
      return CrsInfo.file(Crs.parse(new String(prj, StandardCharsets.UTF_8)), "the .prj says so");
    } catch (CrsException e) {
      collector.note("the .prj cannot be read: " + e.getMessage());
      return CrsInfo.unknown("the .prj cannot be read");
    }
  }

  private static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private static String stem(String name) {
    String file = name.substring(name.lastIndexOf('/') + 1);
    int dot = file.lastIndexOf('.');
    return dot < 0 ? file : file.substring(0, dot);
  }
}
