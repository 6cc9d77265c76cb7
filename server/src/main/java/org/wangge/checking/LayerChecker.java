package org.wangge.checking;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.wangge.exchange.BadFeature;
import org.wangge.exchange.Crs;
import org.wangge.exchange.CrsGuess;
import org.wangge.exchange.Feature;
import org.wangge.exchange.Layer;
import org.wangge.exchange.MetricFrame;
import org.wangge.exchange.ReadException;
import org.wangge.fabric.Progress;
import org.wangge.topology.CheckReport;
import org.wangge.topology.CoverageCheck;
import org.wangge.topology.LayerPolygon;

/**
 * Checks layers as they were read from files: finds their coordinates, moves them to metres and
 * asks the kernel.
 */
public final class LayerChecker {

  /**
   * @throws ReadException when there is no polygon to check, or the domain holds none
   */
  public Check check(CheckInput input, Progress progress) {
    return new Run(input, progress).check();
  }

  /** One check under way. */
  private static final class Run {
    private final CheckInput input;
    private final Progress progress;
    private final List<String> sources = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final Envelope reference;
    private final MetricFrame frame;

    Run(CheckInput input, Progress progress) {
      this.input = input;
      this.progress = progress;
      this.reference = referenceOf(input);
      Layer first = input.layers().get(0);
      this.frame = MetricFrame.suiting(first, CrsGuess.of(first, reference));
      sources.addAll(frame.notes());
    }

    /** The domain, else the upper level, is where the layer should lie. */
    private static Envelope referenceOf(CheckInput input) {
      Layer known = input.domain() == null ? input.within() : input.domain();
      return known == null ? new Envelope() : MetricFrame.lonLatExtent(known, CrsGuess.of(known));
    }

    Check check() {
      List<LayerPolygon> polygons = new ArrayList<>();
      List<BadFeature> bad = new ArrayList<>();
      input.layers().forEach(layer -> addPolygons(metres(layer), polygons, bad));
      if (polygons.isEmpty() && bad.isEmpty()) {
        throw new ReadException(
            "checking " + input.layers().get(0).name(),
            "there is no polygon in it",
            "all its features",
            "give a layer of polygons");
      }
      Geometry domain = input.domain() == null ? null : domain(metres(input.domain()));
      List<LayerPolygon> parents = new ArrayList<>();
      if (input.within() != null) {
        addPolygons(metres(input.within()), parents, new ArrayList<>());
      }
      CheckReport report =
          CoverageCheck.check(polygons, domain, parents, input.options(), progress);
      return toCheck(report, bad, ground(report, polygons));
    }

    private Check toCheck(CheckReport report, List<BadFeature> bad, @Nullable CheckGround ground) {
      return new Check(
          sources,
          warnings,
          frame.label(),
          report.polygons(),
          new CheckItems(frame::toLonLat).of(report, bad),
          report.apart().orElse(null),
          report.provedClean() && bad.isEmpty(),
          report.tolerated(),
          ground);
    }

    /** Null where there is too much to look at piece by piece. */
    private @Nullable CheckGround ground(CheckReport report, List<LayerPolygon> metric) {
      return report.provedClean()
          ? new CheckGround(List.of())
          : plane(metric).find(input.options().toleranceMetres()).orElse(null);
    }

    /** Degrees as they stand where all layers are in the same degrees, else the metres. */
    private GroundPlane plane(List<LayerPolygon> metric) {
      CrsGuess first = CrsGuess.of(input.layers().get(0), reference);
      Crs crs = first.crs();
      boolean inDegrees =
          crs != null
              && crs.geographic()
              && input.layers().stream()
                  .map(layer -> CrsGuess.of(layer, reference))
                  .allMatch(guess -> crs.equals(guess.crs()) && !guess.swapped());
      return crs != null && inDegrees
          ? GroundPlane.degrees(asRead(), crs)
          : GroundPlane.metres(metric, frame::toLonLat);
    }

    private List<LayerPolygon> asRead() {
      return input.layers().stream().flatMap(layer -> polygons(layer, 0).stream()).toList();
    }

    private Layer metres(Layer layer) {
      CrsGuess guess = CrsGuess.of(layer, reference);
      sources.add(
          "%s: %d features, %s"
              .formatted(layer.name(), layer.features().size(), layer.crs().describe()));
      layer.notes().forEach(note -> sources.add(layer.name() + ": " + note));
      guess.warnings().forEach(warning -> warnings.add(layer.name() + ": " + warning));
      return frame.toMetres(layer, guess);
    }

    private void addPolygons(Layer layer, List<LayerPolygon> polygons, List<BadFeature> bad) {
      List<LayerPolygon> found = polygons(layer, polygons.size());
      int others = layer.features().size() - found.size();
      polygons.addAll(found);
      bad.addAll(layer.bad());
      if (others > 0) {
        warnings.add(
            "%s: %d features are not polygons and were left out".formatted(layer.name(), others));
      }
    }

    private static List<LayerPolygon> polygons(Layer layer, int offset) {
      List<LayerPolygon> polygons = new ArrayList<>();
      for (Feature feature : layer.features()) {
        Geometry area = areaOf(feature.geometry());
        if (area != null) {
          polygons.add(new LayerPolygon(offset + feature.index(), feature.id(), area));
        }
      }
      return polygons;
    }

    private static @Nullable Geometry areaOf(Geometry geometry) {
      if (geometry.getGeometryType().equals(Geometry.TYPENAME_GEOMETRYCOLLECTION)) {
        List<?> parts = PolygonExtracter.getPolygons(geometry);
        return parts.isEmpty()
            ? null
            : geometry.getFactory().createMultiPolygon(parts.toArray(new Polygon[0]));
      }
      return geometry.getDimension() == 2 ? geometry : null;
    }

    private Geometry domain(Layer layer) {
      List<Geometry> areas = new ArrayList<>();
      for (Feature feature : layer.features()) {
        Geometry area = areaOf(feature.geometry());
        if (area != null) {
          areas.add(sound(layer, feature.id(), area));
        }
      }
      layer.bad().forEach(bad -> warnings.add(layer.name() + ": " + bad.describe()));
      if (areas.isEmpty()) {
        throw new ReadException(
            "reading the domain " + layer.name(),
            "there is no polygon in it",
            "all its features",
            "give a polygon layer");
      }
      return areas.size() == 1 ? areas.get(0) : OverlayNGRobust.union(areas);
    }

    private Geometry sound(Layer layer, String id, Geometry area) {
      if (area.isValid()) {
        return area;
      }
      warnings.add(
          "%s: the polygon %s is invalid and was repaired for the check"
              .formatted(layer.name(), id));
      return GeometryFixer.fix(area);
    }
  }
}
