package org.wangge.exchange;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.wangge.fabric.BoundaryLine;

/**
 * What a file gives to a fabric.
 *
 * @param lines boundary lines in millimetres of the metric frame
 * @param waterMetres water areas in metres: Polygon or MultiPolygon
 * @param notes how classes and names were found, and what was left out
 */
public record StreetLines(
    List<BoundaryLine> lines, List<Geometry> waterMetres, List<String> notes) {
  public StreetLines {
    lines = List.copyOf(lines);
    waterMetres = List.copyOf(waterMetres);
    notes = List.copyOf(notes);
  }
}
