package org.wangge.planning;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.fabric.Fabric;
import org.wangge.fabric.FaceSplit;
import org.wangge.fabric.Livewire;
import org.wangge.web.JsonFields;
import org.wangge.zoning.Redraw;
import org.wangge.zoning.Rule;
import org.wangge.zoning.Step;

/**
 * A drawn path: legs that follow streets between way points, and straight legs that cut the blocks
 * they run through. What comes out is a path along arcs, of the fabric as the cuts leave it.
 */
final class PathReader {
  private static final double REACH_MILLIMETRES = 150_000;

  private final Counting counting;
  private final Spots spots;

  PathReader(Counting counting, Spots spots) {
    this.counting = counting;
    this.spots = spots;
  }

  /**
   * @param steps the cuts that have to be made first
   * @param redraw after those
   * @param arcs of its fabric
   */
  record Path(List<Step> steps, Redraw redraw, int[] arcs) {}

  Path read(Redraw before, JsonNode json) {
    List<Coordinate> points = spots.points("path.points", json.path("points"), 2);
    boolean[] cut = cuts(json.path("cut"), points.size() - 1);
    List<Step> steps = new ArrayList<>();
    Redraw redraw = before;
    for (int leg = 0; leg < cut.length; leg++) {
      if (cut[leg]) {
        redraw = cutAlong(redraw, points.get(leg), points.get(leg + 1), steps);
      }
    }
    return new Path(steps, redraw, arcs(redraw, points, cut));
  }

  private static boolean[] cuts(JsonNode json, int legs) {
    boolean[] cut = new boolean[legs];
    if (json.isArray() && json.size() > legs) {
      throw JsonFields.bad("path.cut", json.toString(), "has more legs than the path", "One each.");
    }
    for (int i = 0; i < json.size(); i++) {
      cut[i] = json.get(i).booleanValue();
    }
    return cut;
  }

  /** Cuts every block a straight leg crosses from border to border. */
  private Redraw cutAlong(Redraw before, Coordinate a, Coordinate b, List<Step> steps) {
    Redraw redraw = before;
    long[] x = {(long) a.x, (long) b.x};
    long[] y = {(long) a.y, (long) b.y};
    for (Coordinate middle : crossed(redraw.fabric(), a, b)) {
      int face = redraw.fabric().faceAt((long) middle.x, (long) middle.y);
      if (face >= 0) {
        Fabric fabric = redraw.fabric();
        redraw =
            FaceSplit.of(fabric, face, x, y)
                .map(counting::shared)
                .map(split -> taken(steps, new Step.Refined(fabric, split)))
                .map(redraw::apply)
                .orElse(redraw);
      }
    }
    return redraw;
  }

  private static Step taken(List<Step> steps, Step step) {
    steps.add(step);
    return step;
  }

  /** One place in every block along a line, found by walking it. */
  private static List<Coordinate> crossed(Fabric fabric, Coordinate a, Coordinate b) {
    List<Coordinate> places = new ArrayList<>();
    Set<Integer> faces = new HashSet<>();
    int steps = (int) Math.min(4_000, Math.max(2, a.distance(b) / 1_000));
    for (int i = 0; i <= steps; i++) {
      double share = (double) i / steps;
      Coordinate place =
          new Coordinate(
              Math.rint(a.x + share * (b.x - a.x)), Math.rint(a.y + share * (b.y - a.y)));
      if (faces.add(fabric.faceAt((long) place.x, (long) place.y))) {
        places.add(place);
      }
    }
    return places;
  }

  private int[] arcs(Redraw redraw, List<Coordinate> points, boolean[] cut) {
    Livewire wire = counting.wire(redraw.fabric());
    Set<Integer> arcs = new LinkedHashSet<>();
    for (int leg = 0; leg < cut.length; leg++) {
      int from = node(wire, points.get(leg));
      int to = node(wire, points.get(leg + 1));
      wire.find(from, to)
          .ifPresentOrElse(
              way -> Arrays.stream(way.arcs()).forEach(arcs::add), PathReader::notConnected);
    }
    return arcs.stream().mapToInt(Integer::intValue).toArray();
  }

  private static int node(Livewire wire, Coordinate place) {
    return wire.findNode(place.x, place.y, REACH_MILLIMETRES, node -> true)
        .orElseThrow(() -> Operator.refused("切分线的点离最近的路口超过 150 米。", Rule.PATH));
  }

  private static void notConnected() {
    throw Operator.refused("切分线的两点之间没有路相连。", Rule.PATH);
  }
}
