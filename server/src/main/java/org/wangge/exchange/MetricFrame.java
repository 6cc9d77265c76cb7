package org.wangge.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  /** Where a layer lies, in degrees; features without a place on earth are passed over. */
  public static Envelope lonLatExtent(Layer layer, CrsGuess guess) {
    MetricFrame degrees = new MetricFrame(null, List.of());
    Envelope box = new Envelope();
    for (Feature feature : layer.features()) {
      degrees
          .lonLat(feature.geometry(), guess)
          .ifPresent(g -> box.expandToInclude(g.getEnvelopeInternal()));
    }
    return box;
  }

  private Optional<Geometry> lonLat(Geometry geometry, CrsGuess guess) {
    try {
      return Optional.of(toLonLat(guess).apply(geometry));
    } catch (CrsException e) {
      return Optional.empty();
    }
  }

  private static CoordinateTransform toLonLat(CrsGuess guess) {
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
    CoordinateTransform transform = transform(guess);
    int srid = metricSrid();
    List<Feature> features = new ArrayList<>();
    List<BadFeature> bad = new ArrayList<>(layer.bad());
    for (Feature feature : layer.features()) {
      try {
        features.add(
            feature.withGeometry(new GeometryMapper(transform, srid).map(feature.geometry())));
      } catch (CrsException e) {
        String where = GeometryAssembler.place(feature.geometry().getCoordinate());
        bad.add(
            new BadFeature(
                feature.index(), feature.id(), String.valueOf(e.getMessage()), where, false));
      }
    }
    return new Layer(layer.name(), features, layer.crs(), layer.notes(), bad);
  }

  private CoordinateTransform transform(CrsGuess guess) {
    if (projections == null || guess.crs() == null || guess.crs().equals(projections.metric())) {
      CoordinateTransform order =
          guess.swapped() ? MetricFrame::exchange : CoordinateTransform.identity();
      return order.andThen(Projections::roundToMillimetres);
    }
    return toLonLat(guess).andThen(projections::toMetric);
  }

  /** Metres to longitude and latitude; the same coordinate when the frame has no place on earth. */
  public Coordinate toLonLat(Coordinate metric) {
    double[] xy = {metric.x, metric.y};
    if (projections != null) {
      projections.toLonLat(xy, 1);
    }
    return new Coordinate(xy[0], xy[1]);
  }

  /** As {@link #toLonLat(Coordinate)}. */
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
