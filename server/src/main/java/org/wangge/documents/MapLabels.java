package org.wangge.documents;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.index.quadtree.Quadtree;
import org.locationtech.jts.linearref.LengthIndexedLine;
import org.wangge.documents.PdfPage.Ink;

/**
 * Sets names on a map so that none lies on another: who comes first keeps the place, who finds none
 * is left out.
 */
final class MapLabels {
  private static final double RISE = 0.36;
  private static final double AIR = 1.5;

  /** Where else a name may stand, in its own widths and heights. */
  private static final double[][] SHIFTS = {
    {0, 0},
    {0, 0.7},
    {0, -0.7},
    {0.4, 0},
    {-0.4, 0},
    {0, 1.4},
    {0, -1.4},
    {0.4, 1},
    {-0.4, 1},
    {0.4, -1},
    {-0.4, -1}
  };

  /** A street's name is written where the street is straight to this degree. */
  private static final double STRAIGHT = 0.985;

  private final PdfPage page;
  private final MapFrame frame;
  private final Quadtree taken = new Quadtree();

  MapLabels(PdfPage page, MapFrame frame) {
    this.page = page;
    this.frame = frame;
  }

  /** Keeps names away from something that is drawn there. */
  void block(Envelope box) {
    taken.insert(box, box);
  }

  /**
   * Lines of text around a place of the ground, moved a little when there is no room.
   *
   * @return whether there was room
   */
  boolean place(List<String> lines, Coordinate metric, Ink ink) {
    double x = frame.x(metric.x);
    double y = frame.y(metric.y);
    double leading = ink.size() * 1.2;
    double width =
        lines.stream().mapToDouble(line -> page.book().width(line, ink.size())).max().orElse(0);
    double height = leading * lines.size();
    for (double[] shift : SHIFTS) {
      Coordinate middle = new Coordinate(x + shift[0] * width, y + shift[1] * height);
      Envelope box = new Envelope(middle);
      box.expandBy(width / 2 + AIR, height / 2);
      if (isFree(box)) {
        block(box);
        write(lines, middle, leading, ink);
        return true;
      }
    }
    return false;
  }

  private void write(List<String> lines, Coordinate middle, double leading, Ink ink) {
    for (int i = 0; i < lines.size(); i++) {
      double base = middle.y + (lines.size() / 2.0 - i - 0.5) * leading - RISE * ink.size();
      double start = middle.x - page.book().width(lines.get(i), ink.size()) / 2;
      page.turned(lines.get(i), start, base, 0, ink, true);
    }
  }

  private boolean isFree(Envelope box) {
    Envelope inside =
        new Envelope(
            frame.left() + 2,
            frame.left() + frame.width() - 2,
            frame.bottom() + 2,
            frame.bottom() + frame.height() - 2);
    if (!inside.contains(box)) {
      return false;
    }
    for (Object other : taken.query(box)) {
      if (((Envelope) other).intersects(box)) {
        return false;
      }
    }
    return true;
  }

  /** A name along a line, again after every so many points. */
  void along(String name, LineString metric, Ink ink, double everyPoints) {
    double length = metric.getLength() * frame.pointsPerMetre();
    double width = page.book().width(name, ink.size()) * 1.1;
    if (length < width) {
      return;
    }
    int wanted = Math.max(1, (int) (length / everyPoints));
    LengthIndexedLine line = new LengthIndexedLine(metric);
    for (int i = 0; i < wanted; i++) {
      double middle = (i + 0.5) / wanted;
      for (double shift : new double[] {0, 0.12, -0.12, 0.24, -0.24, 0.36, -0.36}) {
        if (alongAt(name, line, (middle + shift / wanted) * length, width, ink)) {
          break;
        }
      }
    }
  }

  private boolean alongAt(String name, LengthIndexedLine line, double at, double width, Ink ink) {
    double from = (at - width / 2) / frame.pointsPerMetre();
    double to = (at + width / 2) / frame.pointsPerMetre();
    if (from < 0 || to > line.getEndIndex()) {
      return false;
    }
    Coordinate start = line.extractPoint(from);
    Coordinate end = line.extractPoint(to);
    if (start.distance(end) < STRAIGHT * (to - from)) {
      return false;
    }
    return start.x <= end.x ? write(name, start, end, ink) : write(name, end, start, ink);
  }

  private boolean write(String name, Coordinate start, Coordinate end, Ink ink) {
    double angle = Math.atan2(end.y - start.y, end.x - start.x);
    double length = start.distance(end) * frame.pointsPerMetre();
    List<Envelope> boxes = new ArrayList<>();
    int steps = Math.max(1, (int) Math.ceil(length / ink.size()));
    for (int i = 0; i <= steps; i++) {
      double x = frame.x(start.x) + Math.cos(angle) * length * i / steps;
      double y = frame.y(start.y) + Math.sin(angle) * length * i / steps;
      boxes.add(
          new Envelope(
              x - ink.size() * 0.55,
              x + ink.size() * 0.55,
              y - ink.size() * 0.55,
              y + ink.size() * 0.55));
    }
    if (!boxes.stream().allMatch(this::isFree)) {
      return false;
    }
    boxes.forEach(this::block);
    double text = page.book().width(name, ink.size());
    double lead = (length - text) / 2;
    double x = frame.x(start.x) + Math.cos(angle) * lead + Math.sin(angle) * ink.size() * RISE;
    double y = frame.y(start.y) + Math.sin(angle) * lead - Math.cos(angle) * ink.size() * RISE;
    page.turned(name, x, y, angle, ink, true);
    return true;
  }
}
