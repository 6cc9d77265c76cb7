package org.wangge.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;

/**
 * Polygons that reach over a line of the upper level. A polygon belongs to the parent that holds
 * most of it. The segments of a parent's own polygons, and the parent's outline the other way
 * round, cancel when nothing crosses; only polygons near what is left over are laid over the
 * parents.
 */
final class Crossings {
  private static final PrecisionModel GRID = new PrecisionModel(1);
  private static final int NONE = -1;

  private final Layer layer;
  private final RingIndex index;
  private final CheckOptions options;
  private final List<Parent> parents = new ArrayList<>();
  private final STRtree tree = new STRtree();
  private final List<Finding> findings = new ArrayList<>();

  private record Parent(
      int number, LayerPolygon polygon, Geometry onGrid, IndexedPointInAreaLocator locator) {}

  Crossings(Layer layer, RingIndex index, List<LayerPolygon> upper, CheckOptions options) {
    this.layer = layer;
    this.index = index;
    this.options = options;
    SoundReader reader = new SoundReader(layer.frame(), Party.Role.PARENT);
    for (LayerPolygon polygon : upper) {
      Geometry onGrid = reader.read(polygon);
      if (!onGrid.isEmpty()) {
        add(polygon, onGrid);
      }
    }
    findings.addAll(reader.findings());
    tree.build();
  }

  private void add(LayerPolygon polygon, Geometry onGrid) {
    Parent parent =
        new Parent(parents.size(), polygon, onGrid, new IndexedPointInAreaLocator(onGrid));
    parents.add(parent);
    tree.insert(onGrid.getEnvelopeInternal(), parent);
  }

  List<Finding> findings() {
    for (int owner : suspects()) {
      addFindings(owner);
    }
    return findings;
  }

  private Set<Integer> suspects() {
    int[] home = new int[layer.domain()];
    for (int owner = 0; owner < home.length; owner++) {
      home[owner] = home(owner);
    }
    List<List<Integer>> children = new ArrayList<>();
    parents.forEach(parent -> children.add(new ArrayList<>()));
    for (int ring = 0; ring < layer.rings().count; ring++) {
      int owner = layer.rings().owner[ring];
      if (owner < home.length && home[owner] != NONE) {
        children.get(home[owner]).add(ring);
      }
    }
    Set<Integer> suspects = new TreeSet<>();
    for (Parent parent : parents) {
      addSuspects(parent, children.get(parent.number()), suspects);
    }
    return suspects;
  }

  private int home(int owner) {
    Coordinate inside = InsidePoint.of(layer.rings(), index.ringsOf(owner));
    if (inside == null) {
      return NONE;
    }
    int found = NONE;
    for (Object item : tree.query(new org.locationtech.jts.geom.Envelope(inside))) {
      Parent parent = (Parent) item;
      if (parent.locator().locate(inside) != Location.EXTERIOR) {
        found = found == NONE ? parent.number() : Math.min(found, parent.number());
      }
    }
    return found;
  }

  private void addSuspects(Parent parent, List<Integer> childRings, Set<Integer> suspects) {
    Rings rings = layer.rings();
    int before = rings.count;
    GridGeometry.addTo(rings, layer.domain() + 1, parent.onGrid(), true);
    TwinTable table = new TwinTable(rings.points, 1 << 10);
    for (int ring : childRings) {
      table.cancelRing(rings.start[ring], rings.end[ring]);
    }
    for (int ring = before; ring < rings.count; ring++) {
      table.cancelRing(rings.start[ring], rings.end[ring]);
    }
    for (int position : table.waiting()) {
      addSuspects(position, suspects);
    }
    rings.truncate(before);
  }

  private void addSuspects(int position, Set<Integer> suspects) {
    int owner = layer.rings().ownerAt(position);
    if (owner < layer.domain()) {
      suspects.add(owner);
    } else {
      long a = layer.rings().points[position];
      long b = layer.rings().points[position + 1];
      index.forEachOwner(Ground.envelope(a, b), suspects::add);
    }
  }

  private record Share(Parent parent, Geometry shared) {}

  private void addFindings(int owner) {
    Geometry polygon = FaceCutter.geometry(layer.rings(), index.ringsOf(owner));
    List<Share> shares = new ArrayList<>();
    for (Object item : tree.query(polygon.getEnvelopeInternal())) {
      Parent parent = (Parent) item;
      Geometry shared = OverlayNG.overlay(polygon, parent.onGrid(), OverlayNG.INTERSECTION, GRID);
      if (shared.getArea() > 0) {
        shares.add(new Share(parent, shared));
      }
    }
    shares.sort((a, b) -> Integer.compare(a.parent().number(), b.parent().number()));
    Optional<Share> home =
        shares.stream().max((a, b) -> Double.compare(a.shared().getArea(), b.shared().getArea()));
    for (Share share : shares) {
      if (share != home.orElseThrow()) {
        addFindings(layer.polygon(owner), home.orElseThrow().parent(), share);
      }
    }
  }

  private void addFindings(LayerPolygon polygon, Parent home, Share share) {
    for (int i = 0; i < share.shared().getNumGeometries(); i++) {
      if (share.shared().getGeometryN(i) instanceof Polygon part && part.getArea() > 0) {
        addFinding(polygon, home, share.parent(), FaceCutter.ground(part));
      }
    }
  }

  private void addFinding(LayerPolygon polygon, Parent home, Parent wrong, Ground ground) {
    Frame frame = layer.frame();
    Widest.Circle circle = Widest.of(ground);
    double width = frame.length(2 * circle.radius());
    if (width < options.toleranceMetres()) {
      return;
    }
    double area = frame.area(ground.area());
    Advice advice = Advice.forCrossing(polygon, wrong.polygon());
    findings.add(
        new Finding(
            FindingKind.CROSSING,
            Cover.NONE,
            area,
            width,
            1,
            List.of(
                Party.polygon(polygon, 0),
                Party.parent(wrong.polygon(), 0),
                Party.parent(home.polygon(), 0)),
            new Coordinate(frame.metresX(circle.x()), frame.metresY(circle.y())),
            ground.metres(frame),
            advice.suggestion(),
            advice.confidence(),
            Explained.crossing(polygon, home.polygon(), wrong.polygon(), area, width)));
  }
}
