package org.wangge.topology;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.wangge.fabric.Progress;

/** Small layers written as WKT. Polygons are called A, B, C … */
final class Layers {
  private Layers() {}

  static List<LayerPolygon> of(String... wkt) {
    List<LayerPolygon> polygons = new ArrayList<>();
    for (String one : wkt) {
      String id = String.valueOf((char) ('A' + polygons.size()));
      polygons.add(new LayerPolygon(polygons.size(), id, geometry(one)));
    }
    return polygons;
  }

  static Geometry geometry(String wkt) {
    try {
      return new WKTReader().read(wkt);
    } catch (ParseException unreadable) {
      throw new IllegalArgumentException(wkt, unreadable);
    }
  }

  static String box(double x0, double y0, double x1, double y1) {
    return String.format(
        java.util.Locale.ROOT,
        "POLYGON((%1$s %2$s, %3$s %2$s, %3$s %4$s, %1$s %4$s, %1$s %2$s))",
        x0,
        y0,
        x1,
        y1);
  }

  static CheckReport check(List<LayerPolygon> polygons, @Nullable String domain) {
    return check(polygons, domain, List.of());
  }

  static CheckReport check(
      List<LayerPolygon> polygons, @Nullable String domain, List<LayerPolygon> parents) {
    return CoverageCheck.check(
        polygons,
        domain == null ? null : geometry(domain),
        parents,
        CheckOptions.defaults(),
        Progress.none());
  }

  /** Kind, cover, area rounded to centimetres squared and parties of each finding, sorted. */
  static List<String> lines(CheckReport report) {
    return report.findings().stream().map(Layers::line).sorted().toList();
  }

  private static String line(Finding finding) {
    String parties =
        String.join(
            "",
            finding.parties().stream()
                .map(party -> party.role() == Party.Role.DOMAIN ? "*" : party.id())
                .sorted()
                .toList());
    return String.format(
        java.util.Locale.ROOT, "%s %.2f %s", finding.kind(), finding.areaSquareMetres(), parties);
  }
}
