package org.wangge.founding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Finds for each polygon the one above: by the code its file gives, else by the ground they share.
 */
final class Nesting {
  private final List<Zone> parents;
  private final String what;
  private final Map<String, Zone> byCode = new HashMap<>();
  private final STRtree tree = new STRtree();

  /**
   * @param what the level of the parents, for messages
   */
  Nesting(List<Zone> parents, String what) {
    this.parents = parents;
    this.what = what;
    for (Zone parent : parents) {
      byCode.put(parent.code(), parent);
      tree.insert(parent.area().getEnvelopeInternal(), parent);
    }
  }

  /**
   * The zones with their parents.
   *
   * @param wrong gets one sentence for each without a parent
   */
  List<Zone> nest(List<Zone> zones, String level, List<String> wrong) {
    return zones.stream().map(zone -> zone.withParent(parentOf(zone, level, wrong))).toList();
  }

  private String parentOf(Zone zone, String level, List<String> wrong) {
    if (!zone.parent().isEmpty() && byCode.containsKey(zone.parent())) {
      return zone.parent();
    }
    if (!zone.parent().isEmpty()) {
      wrong.add(
          "%s: %s names the parent %s, which is not among the %s"
              .formatted(level, zone.label(), zone.parent(), what));
      return "";
    }
    return byGround(zone, level, wrong);
  }

  private String byGround(Zone zone, String level, List<String> wrong) {
    Zone best = null;
    double most = 0;
    for (Object candidate : tree.query(zone.area().getEnvelopeInternal())) {
      double shared = shared(zone.area(), ((Zone) candidate).area());
      if (shared > most) {
        most = shared;
        best = (Zone) candidate;
      }
    }
    if (best == null) {
      wrong.add(
          "%s: %s lies in none of the %d %s".formatted(level, zone.label(), parents.size(), what));
      return "";
    }
    return best.code();
  }

  private static double shared(Geometry one, Geometry other) {
    return other.contains(one)
        ? one.getArea()
        : OverlayNGRobust.overlay(one, other, OverlayNG.INTERSECTION).getArea();
  }
}
