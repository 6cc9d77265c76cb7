package org.wangge.zoning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.wangge.fabric.Fabric;

/**
 * The four corners of a closed border: in the order of the walk, together as far north-west,
 * north-east, south-east and south-west as can be, rather at crossings than at bends. Two corners
 * may be one where there are only three.
 */
final class RingCorners {
  private static final int[][] TOWARDS = {{-1, 1}, {1, 1}, {1, -1}, {-1, -1}};
  private static final int COUNT = TOWARDS.length;

  /** What it costs to take one place for two corners. */
  private static final double SAME_PLACE = 0.2;

  /** A place a corner may be: how far one has walked to it, and how well it suits each corner. */
  private record Place(double walkedMetres, double[] score) {}

  private final RingShape shape;
  private final List<Place> places = new ArrayList<>();
  private double lengthMetres;

  private RingCorners(Fabric fabric, BoundaryRing ring) {
    int[] all = ring.stretches().stream().flatMapToInt(s -> Arrays.stream(s.halfEdges())).toArray();
    this.shape = RingShape.of(fabric, all);
    List<Place> bends = new ArrayList<>();
    for (BoundaryStretch stretch : ring.stretches()) {
      boolean isCut = true;
      for (int h : stretch.halfEdges()) {
        addPoints(fabric, h, isCut, bends);
        isCut = false;
      }
    }
    keepFarthest(bends);
  }

  /** Metres walked to each corner, ascending from the first; may go past the start. */
  static double[] of(Fabric fabric, BoundaryRing ring) {
    return new RingCorners(fabric, ring).find();
  }

  private void addPoints(Fabric fabric, int halfEdge, boolean startsWithCut, List<Place> bends) {
    int arc = halfEdge >> 1;
    int last = fabric.pointCount(arc) - 1;
    for (int i = 0; i < last; i++) {
      int here = (halfEdge & 1) == 0 ? i : last - i;
      int next = (halfEdge & 1) == 0 ? i + 1 : last - i - 1;
      boolean isCut = startsWithCut && i == 0;
      Place place = place(fabric.pointX(arc, here), fabric.pointY(arc, here), isCut);
      (isCut ? places : bends).add(place);
      lengthMetres +=
          Math.hypot(
                  fabric.pointX(arc, next) - fabric.pointX(arc, here),
                  fabric.pointY(arc, next) - fabric.pointY(arc, here))
              / 1000;
    }
  }

  private Place place(double x, double y, boolean isCut) {
    double[] score = new double[COUNT];
    for (int c = 0; c < COUNT; c++) {
      score[c] = shape.towards(x, y, TOWARDS[c][0], TOWARDS[c][1], isCut);
    }
    return new Place(lengthMetres, score);
  }

  /** Of the bends only the one farthest in each corner can be better than every crossing. */
  private void keepFarthest(List<Place> bends) {
    for (int c = 0; c < COUNT; c++) {
      int corner = c;
      bends.stream()
          .max((one, other) -> Double.compare(one.score()[corner], other.score()[corner]))
          .filter(best -> !places.contains(best))
          .ifPresent(places::add);
    }
    places.sort((one, other) -> Double.compare(one.walkedMetres(), other.walkedMetres()));
  }

  private double[] find() {
    Chosen best = new Chosen(Double.NEGATIVE_INFINITY, new double[COUNT]);
    for (int first = 0; first < places.size(); first++) {
      Chosen here = bestFrom(first);
      best = here.score() > best.score() + 1e-9 ? here : best;
    }
    return best.metres();
  }

  private record Chosen(double score, double[] metres) {
    Chosen with(int corner, double more, double at) {
      double[] extended = metres.clone();
      extended[corner] = at;
      return new Chosen(score + more, extended);
    }
  }

  /** The best corners when the first one is given: the others follow it in one round. */
  private Chosen bestFrom(int first) {
    Chosen none = new Chosen(Double.NEGATIVE_INFINITY, new double[COUNT]);
    Chosen[] best = new Chosen[COUNT];
    Arrays.fill(best, none);
    Chosen start = new Chosen(0, new double[COUNT]);
    for (int i = first; i <= first + places.size(); i++) {
      advance(best, i == first ? start.with(0, score(i, 0), at(i)) : none, i);
    }
    return best[COUNT - 1];
  }

  /**
   * Takes one more place into account.
   *
   * @param best per corner the best choice up to it among the places before
   * @param first the choice of the first corner when it is this place
   */
  private void advance(Chosen[] best, Chosen first, int i) {
    Chosen[] before = best.clone();
    Chosen here = first;
    best[0] = first.score() > best[0].score() ? first : best[0];
    for (int c = 1; c < COUNT; c++) {
      Chosen apart = before[c - 1].with(c, score(i, c), at(i));
      Chosen same = here.with(c, score(i, c) - SAME_PLACE, at(i));
      here = apart.score() >= same.score() ? apart : same;
      best[c] = here.score() > before[c].score() + 1e-9 ? here : before[c];
    }
  }

  private double score(int i, int corner) {
    return places.get(i % places.size()).score()[corner];
  }

  private double at(int i) {
    return places.get(i % places.size()).walkedMetres() + (i < places.size() ? 0 : lengthMetres);
  }
}
