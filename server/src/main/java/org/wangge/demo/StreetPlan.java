package org.wangge.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.demo.Sketch.SketchLine;
import org.wangge.fabric.ArcClass;

/** Draws the main streets, the railway and the small rivers of the sketch. */
final class StreetPlan {
  private static final double STEP_METRES = 110;
  private static final String[] KINDS = {
    "EXPRESSWAY", "ARTERIAL", "COLLECTOR", "RIVER", "RAIL", "CUT"
  };

  private final List<StreetLine> lines = new ArrayList<>();
  private long nextId = 1;

  private StreetPlan() {}

  /** All lines, one or two a street; streets are numbered from 1. */
  static List<StreetLine> draw(Sketch sketch, Pen pen) {
    StreetPlan plan = new StreetPlan();
    sketch.lines().stream()
        .filter(line -> Arrays.asList(KINDS).contains(line.kind()))
        .forEach(line -> plan.add(line, pen));
    return plan.lines;
  }

  private void add(SketchLine line, Pen pen) {
    ArcClass arcClass = ArcClass.valueOf(line.kind());
    List<Coordinate> middle = pen.curve(line.kilometres(), STEP_METRES, shake(arcClass));
    long id = nextId++;
    if (line.widthMetres() == 0) {
      lines.add(new StreetLine(middle, arcClass, line.name(), id));
    } else {
      addDual(middle, line.widthMetres() / 2, new StreetLine(middle, arcClass, line.name(), id));
    }
  }

  private static double shake(ArcClass arcClass) {
    return switch (arcClass) {
      case RIVER -> 90;
      case COLLECTOR -> 35;
      case CUT -> 0;
      default -> 22;
    };
  }

  /** Two carriageways, joined at both ends so that the ground between them is closed. */
  private void addDual(List<Coordinate> middle, double half, StreetLine street) {
    List<Coordinate> left = Pen.round(Curves.beside(middle, half));
    List<Coordinate> right = Pen.round(Curves.beside(middle, -half));
    lines.add(street.with(left));
    lines.add(street.with(right));
    lines.add(street.with(List.of(left.get(0), right.get(0))));
    lines.add(street.with(List.of(left.get(left.size() - 1), right.get(right.size() - 1))));
  }
}
