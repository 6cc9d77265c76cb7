package org.wangge.zoning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.wangge.fabric.ArcFlags;
import org.wangge.fabric.Fabric;

/**
 * The border of one zone of a redraw measured: how much of it runs along what can be seen on the
 * ground (街巷定界), where it does not, and where the zone is thin. The outline of the domain and
 * statutory borders are nobody's choice and count in no share.
 */
public final class ZoneOutline {
  private static final double LEAST_SHARE_OF_A_PART = 0.1;

  private final Fabric fabric;
  private final int[] faces;
  private final int pieces;
  private final List<Integer> border = new ArrayList<>();
  private final boolean[] inside;

  private ZoneOutline(Redraw redraw, int zone) {
    this.fabric = redraw.fabric();
    this.faces = redraw.faces(zone);
    this.pieces = Patches.of(fabric, faces).size();
    this.inside = new boolean[fabric.faceCount()];
    for (int face : faces) {
      inside[face] = true;
    }
    for (int face : faces) {
      collect(fabric.firstHalfEdge(face));
      Arrays.stream(fabric.holes(face)).forEach(this::collect);
    }
  }

  public static ZoneOutline of(Redraw redraw, int zone) {
    return new ZoneOutline(redraw, zone);
  }

  private void collect(int start) {
    for (int h : fabric.cycle(start)) {
      int across = fabric.face(h ^ 1);
      if (across >= 0 && !inside[across]) {
        border.add(h);
      }
    }
  }

  /** A run of border along nothing that can be seen. */
  public record Run(int[] arcs, double metres) {}

  private boolean isChosen(int arc) {
    return (fabric.arcFlags(arc) & ArcFlags.MANDATORY) == 0 || fabric.arcClass(arc).isOnGround();
  }

  private boolean isOffStreet(int arc) {
    return isChosen(arc) && !fabric.arcClass(arc).isOnGround();
  }

  /** Metres of border with other zones that somebody chose. */
  public double chosenMetres() {
    return border.stream()
        .mapToInt(h -> h >> 1)
        .filter(this::isChosen)
        .mapToDouble(fabric::arcLengthMetres)
        .sum();
  }

  /** Metres of that along nothing that can be seen. */
  public double offStreetMetres() {
    return border.stream()
        .mapToInt(h -> h >> 1)
        .filter(this::isOffStreet)
        .mapToDouble(fabric::arcLengthMetres)
        .sum();
  }

  /** 0 to 1; 1 when nothing was chosen. */
  public double onStreetShare() {
    double all = chosenMetres();
    return all == 0 ? 1 : 1 - offStreetMetres() / all;
  }

  /** Runs of border along nothing that can be seen, longest first. */
  public List<Run> offStreetRuns() {
    List<Run> runs = new ArrayList<>();
    List<Integer> left =
        new ArrayList<>(
            border.stream().map(h -> h >> 1).filter(this::isOffStreet).distinct().toList());
    while (!left.isEmpty()) {
      runs.add(run(left));
    }
    runs.sort(Comparator.comparingDouble(Run::metres).reversed());
    return runs;
  }

  /** Takes one chain of touching arcs out of the list. */
  private Run run(List<Integer> left) {
    List<Integer> chain = new ArrayList<>(List.of(left.remove(0)));
    boolean grew = true;
    while (grew) {
      grew = false;
      for (int i = 0; i < left.size() && !grew; i++) {
        int arc = left.get(i);
        if (chain.stream().anyMatch(other -> touch(other, arc))) {
          chain.add(left.remove(i));
          grew = true;
        }
      }
    }
    int[] arcs = chain.stream().mapToInt(Integer::intValue).toArray();
    return new Run(arcs, Arrays.stream(arcs).mapToDouble(fabric::arcLengthMetres).sum());
  }

  private boolean touch(int a, int b) {
    return fabric.arcFrom(a) == fabric.arcFrom(b)
        || fabric.arcFrom(a) == fabric.arcTo(b)
        || fabric.arcTo(a) == fabric.arcFrom(b)
        || fabric.arcTo(a) == fabric.arcTo(b);
  }

  /** Faces of the zone, ascending; not to be changed. */
  public int[] faces() {
    return faces;
  }

  /**
   * The shortest border between two blocks that alone holds two parts of the zone together, each
   * with a tenth of the blocks at least; infinite when no single one does.
   */
  public double neckMetres() {
    double least = Double.POSITIVE_INFINITY;
    for (int face : faces) {
      for (int other : fabric.neighbours(face)) {
        if (other > face && inside[other]) {
          double metres = between(face, other);
          least = metres < least && holdsTogether(face, other) ? metres : least;
        }
      }
    }
    return least;
  }

  private double between(int a, int b) {
    return IntStream.range(fabric.dualStart(a), fabric.dualStart(a + 1))
        .filter(e -> fabric.dualFace(e) == b)
        .mapToDouble(e -> fabric.arcLengthMetres(fabric.dualArc(e)))
        .sum();
  }

  private boolean holdsTogether(int a, int b) {
    List<int[]> parts =
        Patches.of(
            fabric,
            faces,
            arc -> {
              int left = fabric.face(2 * arc);
              int right = fabric.face(2 * arc + 1);
              return !((left == a && right == b) || (left == b && right == a));
            });
    long large =
        parts.stream().filter(part -> part.length >= LEAST_SHARE_OF_A_PART * faces.length).count();
    return large > pieces;
  }

  /** In how many pieces the zone lies. */
  public int pieces() {
    return pieces;
  }
}
