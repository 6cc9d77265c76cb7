package org.wangge.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/**
 * A table of text with a header row: points from a longitude and a latitude column (lon, lng, x, 经度
 * … and lat, y, 纬度 …), or any geometry from a WKT column. Comma, semicolon, tab or bar; quotes as
 * in RFC 4180; UTF-8 or GBK, plain or gzipped. Values stay text.
 */
public final class CsvReader implements LayerReader {
  private static final List<String> LONGITUDE =
      List.of("lon", "lng", "long", "longitude", "x", "经度", "东经");
  private static final List<String> LATITUDE = List.of("lat", "latitude", "y", "纬度", "北纬");
  private static final List<String> WKT = List.of("wkt", "geometry", "geom", "the_geom");

  @Override
  public Layer read(DataSource source, ReadOptions options) {
    String attempted = "reading " + source.name() + " as CSV";
    CsvRows rows = CsvRows.of(source, options.limits(), attempted);
    Columns columns = Columns.of(rows.header(), attempted);
    FeatureCollector collector = new FeatureCollector(attempted, options.limits());
    rows.forEach(
        (line, values) ->
            collector.add(
                null,
                properties(rows.header(), values, columns),
                "line " + line,
                columns.geometry(values)));
    CrsInfo crs = options.crs() == null ? crs(collector, columns) : CrsInfo.given(options.crs());
    return collector.toLayer(source.baseName(), crs);
  }

  private static CrsInfo crs(FeatureCollector collector, Columns columns) {
    CrsInfo degrees = collector.degreesBy("CSV");
    return degrees.findCrs().isEmpty()
        ? CrsInfo.unknown("a table does not say in which coordinates it is")
        : new CrsInfo(
            Crs.CRS84,
            CrsInfo.Source.FORMAT,
            "the columns %s hold degrees".formatted(columns.names()));
  }

  private static Map<String, @Nullable Object> properties(
      List<String> header, List<String> values, Columns columns) {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    for (int i = 0; i < header.size() && i < values.size(); i++) {
      if (i != columns.wkt) {
        properties.put(header.get(i), values.get(i));
      }
    }
    return properties;
  }

  /** Which columns hold the place; -1 when absent. */
  private record Columns(int lon, int lat, int wkt, String names) {

    static Columns of(List<String> header, String attempted) {
      int lon = find(header, LONGITUDE);
      int lat = find(header, LATITUDE);
      int wkt = find(header, WKT);
      if (wkt < 0 && (lon < 0 || lat < 0)) {
        throw new ReadException(
            attempted,
            "no column holds a place; the columns are " + header,
            "line 1",
            "name two columns lon and lat (经度, 纬度), or one wkt");
      }
      return new Columns(
          lon, lat, wkt, wkt >= 0 ? header.get(wkt) : header.get(lon) + " and " + header.get(lat));
    }

    private static int find(List<String> header, List<String> names) {
      for (int i = 0; i < header.size(); i++) {
        if (names.contains(header.get(i).strip().toLowerCase(Locale.ROOT))) {
          return i;
        }
      }
      return -1;
    }

    Supplier<Geometry> geometry(List<String> values) {
      return wkt >= 0
          ? () -> fromWkt(cell(values, wkt))
          : () -> point(cell(values, lon), cell(values, lat));
    }

    private static String cell(List<String> values, int column) {
      return column < values.size() ? values.get(column).strip() : "";
    }

    private static Geometry point(String lon, String lat) {
      return new GeometryAssembler()
          .assemble("Point", CoordinateTree.position(number(lon), number(lat)));
    }

    private static double number(String text) {
      try {
        return GeometryAssembler.checked(Double.parseDouble(text));
      } catch (NumberFormatException e) {
        throw new BadGeometryException(
            text.isEmpty() ? "its place is missing" : "'%s' is not a coordinate".formatted(text),
            text);
      }
    }

    private static Geometry fromWkt(String text) {
      try {
        Geometry geometry = new WKTReader().read(text);
        if (geometry.isEmpty()) {
          throw new BadGeometryException("its geometry is empty", text);
        }
        return geometry;
      } catch (ParseException | IllegalArgumentException e) {
        throw new BadGeometryException("its WKT cannot be read: " + e.getMessage(), "");
      }
    }
  }
}
