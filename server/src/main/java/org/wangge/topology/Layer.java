package org.wangge.topology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.wangge.topology.SoundReader.DetachedPart;

/**
 * A layer on the grid: what {@link LayerReader} and {@link SoundReader} made of it, with the
 * domain's rings, the other way round, as the last owner.
 *
 * @param bands ring numbers that split the rings into bands of neighbours
 */
record Layer(
    List<LayerPolygon> polygons,
    boolean hasDomain,
    Frame frame,
    Rings rings,
    int[] bands,
    List<Finding> findings,
    List<DetachedPart> detached) {
  private static final double FARTHEST_METRES = 1e8;
  private static final String DOMAIN_NAME = "责任范围";

  static Layer of(
      List<LayerPolygon> polygons, @Nullable Geometry domain, double gridMetres, int threads) {
    Envelope firstPoints = new Envelope();
    polygons.forEach(polygon -> expand(firstPoints, polygon.geometry().getCoordinate()));
    if (domain != null) {
      addAll(firstPoints, domain);
    }
    Frame frame = around(firstPoints, gridMetres);
    LayerReader.Read read = new LayerReader(polygons, frame, threads).read();
    if (!holds(frame, polygons, read.unread())) {
      polygons.forEach(polygon -> addAll(firstPoints, polygon.geometry()));
      frame = around(firstPoints, gridMetres);
      read = new LayerReader(polygons, frame, threads).read();
    }
    return withSound(polygons, domain, frame, read);
  }

  private static Layer withSound(
      List<LayerPolygon> polygons, @Nullable Geometry domain, Frame frame, LayerReader.Read read) {
    SoundReader sound = new SoundReader(frame, Party.Role.POLYGON);
    for (int index : read.unread()) {
      GridGeometry.addTo(read.rings(), index, sound.read(polygons.get(index)), false);
    }
    List<Finding> findings = new ArrayList<>(sound.findings());
    if (domain != null) {
      SoundReader outline = new SoundReader(frame, Party.Role.DOMAIN);
      Geometry onGrid = outline.read(new LayerPolygon(-1, DOMAIN_NAME, domain));
      GridGeometry.addTo(read.rings(), polygons.size(), onGrid, true);
      findings.addAll(outline.findings());
    }
    int[] bands = Arrays.copyOf(read.bands(), read.bands().length + 1);
    bands[bands.length - 1] = read.rings().count;
    return new Layer(
        polygons, domain != null, frame, read.rings(), bands, findings, sound.detached());
  }

  /** The owner number of the domain. */
  int domain() {
    return polygons.size();
  }

  LayerPolygon polygon(int owner) {
    return polygons.get(owner);
  }

  Party party(int owner, double sharedSteps) {
    double metres = frame.length(sharedSteps);
    return owner == domain() ? Party.domain(metres) : Party.polygon(polygon(owner), metres);
  }

  /**
   * Parties of a piece of ground, longest shared line first; the domain when it borders ground that
   * is not covered as the domain asks.
   */
  List<Party> parties(Cover cover, int[] owners, Sides sides) {
    List<Party> parties = new ArrayList<>();
    for (int owner : owners) {
      parties.add(party(owner, sides.length(owner)));
    }
    if (hasDomain && cover != Cover.DOUBLE && sides.length(domain()) > 0) {
      parties.add(party(domain(), sides.length(domain())));
    }
    parties.sort(
        Comparator.comparingDouble(Party::sharedMetres).reversed().thenComparingInt(Party::index));
    return parties;
  }

  private static Frame around(Envelope envelope, double gridMetres) {
    return envelope.isNull()
        ? Frame.around(0, 0, 1, 1, gridMetres)
        : Frame.around(
            envelope.getMinX(),
            envelope.getMinY(),
            envelope.getMaxX(),
            envelope.getMaxY(),
            gridMetres);
  }

  /** Whether all usable coordinates of the polygons that could not be read lie in the frame. */
  private static boolean holds(Frame frame, List<LayerPolygon> polygons, int[] unread) {
    for (int index : unread) {
      for (Coordinate c : polygons.get(index).geometry().getCoordinates()) {
        boolean usable = Math.abs(c.x) < FARTHEST_METRES && Math.abs(c.y) < FARTHEST_METRES;
        if (usable && (frame.x(c.x) == Integer.MIN_VALUE || frame.y(c.y) == Integer.MIN_VALUE)) {
          return false;
        }
      }
    }
    return true;
  }

  private static void addAll(Envelope envelope, Geometry geometry) {
    for (Coordinate c : geometry.getCoordinates()) {
      expand(envelope, c);
    }
  }

  private static void expand(Envelope envelope, @Nullable Coordinate c) {
    if (c != null && Math.abs(c.x) < FARTHEST_METRES && Math.abs(c.y) < FARTHEST_METRES) {
      envelope.expandToInclude(c);
    }
  }
}
