package org.wangge.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;
import org.wangge.topology.SoundReader.DetachedPart;

/** Findings about parts of a polygon that lie away from its largest part. */
final class PartFindings {
  private final Layer layer;
  private final RingIndex index;

  PartFindings(Layer layer, RingIndex index) {
    this.layer = layer;
    this.index = index;
  }

  List<Finding> findings(double smallestWidthMetres) {
    List<Finding> findings = new ArrayList<>();
    for (DetachedPart part : layer.detached()) {
      Finding finding = finding(part);
      if (finding.widthMetres() >= smallestWidthMetres) {
        findings.add(finding);
      }
    }
    return findings;
  }

  private Finding finding(DetachedPart part) {
    Frame frame = layer.frame();
    Ground ground = FaceCutter.ground(part.onGrid());
    Widest.Circle circle = Widest.of(ground);
    double area = frame.area(ground.area());
    List<Party> around = around(part.onGrid(), part.polygon());
    List<Party> parties = new ArrayList<>();
    parties.add(Party.polygon(part.polygon(), frame.length(part.onGrid().getLength())));
    parties.addAll(around);
    Advice advice = Advice.forDetached(around);
    double distance = frame.length(part.main().distance(part.onGrid()));
    return new Finding(
        FindingKind.MULTIPART,
        Cover.NONE,
        area,
        frame.length(2 * circle.radius()),
        1,
        parties,
        new Coordinate(frame.metresX(circle.x()), frame.metresY(circle.y())),
        ground.metres(frame),
        advice.suggestion(),
        advice.confidence(),
        Explained.detached(part.polygon(), area, distance));
  }

  /** Other polygons that run back along the part's own segments, longest first. */
  private List<Party> around(Polygon part, LayerPolygon of) {
    Map<Integer, Double> lengths = new TreeMap<>();
    Ground ground = FaceCutter.ground(part);
    for (long[] ring : ground.rings()) {
      for (int i = 0; i + 1 < ring.length; i++) {
        addTwin(ring[i], ring[i + 1], lengths);
      }
    }
    List<Party> parties = new ArrayList<>();
    lengths.forEach((owner, length) -> parties.add(layer.party(owner, length)));
    parties.removeIf(party -> party.index() == of.index() || party.role() != Party.Role.POLYGON);
    parties.sort((a, b) -> Double.compare(b.sharedMetres(), a.sharedMetres()));
    return parties;
  }

  private void addTwin(long a, long b, Map<Integer, Double> lengths) {
    Rings rings = layer.rings();
    double length = Frame.distance(a, b);
    index.forEachSegment(
        Ground.envelope(a, b),
        position -> {
          long c = rings.points[position];
          long d = rings.points[position + 1];
          if ((c == a && d == b) || (c == b && d == a)) {
            lengths.merge(rings.ownerAt(position), length, Double::sum);
          }
        });
  }
}
