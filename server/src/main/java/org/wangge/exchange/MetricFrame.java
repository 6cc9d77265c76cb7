package org.wangge.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * The metres in which layers from files are compared: a projection, or the plain numbers of a file
 * that is in metres of no known place. Immutable.
 *
 * @param projections null when the numbers are taken as they are
 * @param notes what a person should know about the choice
 */
public record MetricFrame(@Nullable Projections projections, List<String> notes) {
  private static final double WIDEST_ZONE_DEGREES = 12;
  private static final int GRID = 5;

  public MetricFrame {
    notes = List.copyOf(notes);
  }

  public static MetricFrame of(Projections projections) {
    return new MetricFrame(projections, List.of());
  }

  /**
   * The frame that suits a layer: its own system when that counts true metres, else the zone its
   * middle lies in, else (wider than 12°) a cylinder that keeps areas.
   */
  public static MetricFrame suiting(Layer layer, CrsGuess guess) {
    if (guess.crs() == null) {
      return new MetricFrame(
          null, List.of("no coordinate system: the numbers are taken as metres"));
    }
    Crs crs = guess.crs();
    if (isZone(crs)) {
      return of(Projections.of(crs));
    }
    Envelope lonLat = lonLatExtent(layer, guess);
    if (lonLat.getWidth() > WIDEST_ZONE_DEGREES) {
      String note =
          "the layer is %.0f° wide: areas are true, widths are approximate"
              .formatted(lonLat.getWidth());
      return new MetricFrame(
          Projections.of(EqualAreaCylinder.crs(lonLat.centre().y)), List.of(note));
    }
    Projections projections = Projections.of(lonLat.isNull() ? 4547 : Projections.sridFor(lonLat));
    return new MetricFrame(projections, List.of("measured in " + projections.metric().label()));
  }

  /**
   * Gauss–Krüger and UTM zones keep lengths within a part in a thousand; other metres (Web
   * Mercator, feet) may not.
   */
  private static boolean isZone(Crs crs) {
    return !crs.geographic() && crs.srid() != 3857 && KnownCrs.find(crs.srid()).isPresent();
  }

  /**
   * Where a layer lies, in degrees: the box around a grid of points of its own box; null (JTS) when
   * it lies nowhere on earth.
   */
  public static Envelope lonLatExtent(Layer layer, CrsGuess guess) {
    Envelope own = CrsGuess.extent(layer);
    Envelope box = new Envelope();
    CoordinateTransform transform = toLonLat(guess);
    for (int i = 0; !own.isNull() && i < GRID * GRID; i++) {
      double x = own.getMinX() + own.getWidth() * (i % GRID) / (GRID - 1);
      double y = own.getMinY() + own.getHeight() * (i / GRID) / (GRID - 1);
      Coordinate place = moved(new Coordinate(x, y), transform);
      if (place != null) {
        box.expandToInclude(place);
      }
    }
    return box;
  }

  static CoordinateTransform toLonLat(CrsGuess guess) {
    CoordinateTransform order =
        guess.swapped() ? MetricFrame::exchange : CoordinateTransform.identity();
    return guess.crs() == null ? order : order.andThen(guess.crs().toLonLat());
  }

  private static void exchange(double[] xy, int count) {
    for (int i = 0; i < 2 * count; i += 2) {
      double x = xy[i];
      xy[i] = xy[i + 1];
      xy[i + 1] = x;
    }
  }

  /** The layer in metres of this frame; features that have no place in it move to the bad ones. */
  public Layer toMetres(Layer layer, CrsGuess guess) {
    return new LayerMapper(transform(guess), metricSrid()).map(layer, layer.crs());
  }

  static @Nullable Coordinate moved(@Nullable Coordinate place, CoordinateTransform transform) {
    if (place == null) {
      return null;
    }
    double[] xy = {place.x, place.y};
    try {
      transform.apply(xy, 1);
      return new Coordinate(xy[0], xy[1]);
    } catch (CrsException e) {
      return null;
    }
  }

  private CoordinateTransform transform(CrsGuess guess) {
    if (projections == null || guess.crs() == null || guess.crs().equals(projections.metric())) {
      CoordinateTransform order =
          guess.swapped() ? MetricFrame::exchange : CoordinateTransform.identity();
      return order.andThen(Projections::roundToMillimetres);
    }
    return toLonLat(guess).andThen(projections::toMetric);
  }

  /** Metres to longitude and latitude; the same geometry when the frame has no place on earth. */
  public Geometry toLonLat(Geometry metric) {
    return projections == null ? metric : projections.toLonLat(metric);
  }

  public int metricSrid() {
    return projections == null ? 0 : projections.metricSrid();
  }

  /** For people and JSON: "EPSG:4547 (…)" or "plain metres". */
  public String label() {
    return projections == null ? "plain metres" : projections.metric().label();
  }
}
