package org.wangge.documents;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/** A page being drawn. */
final class PdfPage {
  /** Points closer than this are one when printed. */
  private static final double FINEST = 0.12;

  private static final double BOLD = 0.032;

  private final PdfBook book;
  private final PDPageContentStream out;
  private final double width;
  private final double height;

  PdfPage(PdfBook book, PDPageContentStream out, double width, double height) {
    this.book = book;
    this.out = out;
    this.width = width;
    this.height = height;
  }

  double width() {
    return width;
  }

  double height() {
    return height;
  }

  PdfBook book() {
    return book;
  }

  /** Something that may fail on a stream in memory, which it does not. */
  private interface Drawing {
    void run() throws IOException;
  }

  private static void draw(Drawing drawing) {
    try {
      drawing.run();
    } catch (IOException cannotHappen) {
      throw new UncheckedIOException(cannotHappen);
    }
  }

  void end() {
    draw(out::close);
  }

  /** How a text looks. */
  record Ink(double size, boolean bold, Color color) {
    static Ink of(double size) {
      return new Ink(size, false, Color.BLACK);
    }

    Ink asBold() {
      return new Ink(size, true, color);
    }

    Ink in(Color other) {
      return new Ink(size, bold, other);
    }
  }

  void text(String text, double x, double y, Ink ink) {
    turned(text, x, y, 0, ink, false);
  }

  void centred(String text, double x, double y, Ink ink) {
    text(text, x - book.width(text, ink.size()) / 2, y, ink);
  }

  void rightAligned(String text, double x, double y, Ink ink) {
    text(text, x - book.width(text, ink.size()), y, ink);
  }

  /**
   * A text from its left end on.
   *
   * @param halo whether it stands on a white rim, to be read on a map
   */
  void turned(String text, double x, double y, double angle, Ink ink, boolean halo) {
    String clean = book.clean(text);
    Matrix place = Matrix.getRotateInstance(angle, (float) x, (float) y);
    if (halo) {
      show(clean, place, ink.size(), RenderingMode.STROKE, Color.WHITE, ink.size() * 0.24);
    }
    RenderingMode mode = ink.bold() ? RenderingMode.FILL_STROKE : RenderingMode.FILL;
    show(clean, place, ink.size(), mode, ink.color(), ink.size() * BOLD);
  }

  private void show(
      String text, Matrix place, double size, RenderingMode mode, Color color, double stroke) {
    draw(
        () -> {
          out.beginText();
          out.setRenderingMode(mode);
          out.setLineJoinStyle(1);
          out.setLineWidth((float) stroke);
          out.setNonStrokingColor(color);
          out.setStrokingColor(color);
          out.setFont(book.font(), (float) size);
          out.setTextMatrix(place);
          out.showText(text);
          out.endText();
        });
  }

  /** How a line looks. */
  record Stroke(double width, Color color, float... dash) {}

  void line(double x1, double y1, double x2, double y2, Stroke stroke) {
    draw(
        () -> {
          set(stroke);
          out.moveTo((float) x1, (float) y1);
          out.lineTo((float) x2, (float) y2);
          out.stroke();
        });
  }

  private void set(Stroke stroke) throws IOException {
    out.setLineWidth((float) stroke.width());
    out.setStrokingColor(stroke.color());
    out.setLineDashPattern(stroke.dash(), 0);
    out.setLineCapStyle(stroke.dash().length == 0 ? 1 : 0);
    out.setLineJoinStyle(1);
  }

  void fillBox(double x, double y, double w, double h, Color color) {
    draw(
        () -> {
          out.setNonStrokingColor(color);
          out.addRect((float) x, (float) y, (float) w, (float) h);
          out.fill();
        });
  }

  void strokeBox(double x, double y, double w, double h, Stroke stroke) {
    draw(
        () -> {
          set(stroke);
          out.addRect((float) x, (float) y, (float) w, (float) h);
          out.stroke();
        });
  }

  /** Everything until {@link #unclip} is seen in the box only. */
  void clip(double x, double y, double w, double h) {
    draw(
        () -> {
          out.saveGraphicsState();
          out.addRect((float) x, (float) y, (float) w, (float) h);
          out.clip();
        });
  }

  void unclip() {
    draw(out::restoreGraphicsState);
  }

  /** A polygon with its holes, in the places the frame gives it. */
  void fill(Geometry metric, MapFrame frame, Color color) {
    draw(
        () -> {
          out.setNonStrokingColor(color);
          for (int i = 0; i < metric.getNumGeometries(); i++) {
            if (metric.getGeometryN(i) instanceof Polygon polygon) {
              rings(polygon, frame);
            }
          }
        });
  }

  private void rings(Polygon polygon, MapFrame frame) throws IOException {
    path(polygon.getExteriorRing(), frame);
    out.closePath();
    for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
      path(polygon.getInteriorRingN(h), frame);
      out.closePath();
    }
    out.fillEvenOdd();
  }

  void stroke(LineString metric, MapFrame frame, Stroke stroke) {
    draw(
        () -> {
          set(stroke);
          path(metric, frame);
          out.stroke();
        });
  }

  private void path(LineString line, MapFrame frame) throws IOException {
    CoordinateSequence points = line.getCoordinateSequence();
    double lastX = frame.x(points.getX(0));
    double lastY = frame.y(points.getY(0));
    out.moveTo((float) lastX, (float) lastY);
    for (int i = 1; i < points.size(); i++) {
      double px = frame.x(points.getX(i));
      double py = frame.y(points.getY(i));
      boolean seen = Math.hypot(px - lastX, py - lastY) >= FINEST;
      if (seen || i == points.size() - 1) {
        out.lineTo((float) px, (float) py);
        lastX = px;
        lastY = py;
      }
    }
  }

  void triangle(double[] xy, Color color) {
    draw(
        () -> {
          out.setNonStrokingColor(color);
          out.moveTo((float) xy[0], (float) xy[1]);
          out.lineTo((float) xy[2], (float) xy[3]);
          out.lineTo((float) xy[4], (float) xy[5]);
          out.fill();
        });
  }
}
