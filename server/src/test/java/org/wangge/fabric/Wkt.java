package org.wangge.fabric;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Test input as WKT in metres. */
public final class Wkt {
  private Wkt() {}

  public static Geometry geometry(String wkt) {
    try {
      return new WKTReader().read(wkt);
    } catch (ParseException e) {
      throw new IllegalArgumentException(wkt, e);
    }
  }

  /** Local streets, one per line of the (multi)linestring. */
  public static List<BoundaryLine> lines(String wkt) {
    return lines(wkt, ArcClass.LOCAL, "");
  }

  public static List<BoundaryLine> lines(String wkt, ArcClass arcClass, String name) {
    return lines(geometry(wkt), arcClass, name, 0);
  }

  public static List<BoundaryLine> lines(
      Geometry geometry, ArcClass arcClass, String name, int layer) {
    List<BoundaryLine> lines = new ArrayList<>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      Coordinate[] points = geometry.getGeometryN(i).getCoordinates();
      long[] xs = new long[points.length];
      long[] ys = new long[points.length];
      for (int k = 0; k < points.length; k++) {
        xs[k] = Math.round(points[k].x * 1000);
        ys[k] = Math.round(points[k].y * 1000);
      }
      lines.add(new BoundaryLine(xs, ys, arcClass, name, 0, layer, false));
    }
    return lines;
  }

  /** A fabric without water, with the default options. */
  public static FabricBuild build(String domain, List<BoundaryLine> lines) {
    return FabricBuilder.build(
        lines, geometry(domain), List.of(), FabricOptions.defaults(), Progress.none());
  }

  public static FabricBuild build(String domain, String lines) {
    return build(domain, lines(lines));
  }
}
