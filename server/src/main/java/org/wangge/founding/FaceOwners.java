package org.wangge.founding;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.wangge.fabric.Fabric;
import org.wangge.zoning.PointLocator;

/**
 * Which grid each face of the fabric goes to: the one that covers a point inside it. Faces that no
 * grid covers, and faces too thin for their inside to be trusted, are adopted: one by one, those
 * with an owned neighbour first, by the neighbour with the longest common border; of equals the one
 * that comes first. A plan has to be total, and this rule is the same every time; every adopted
 * block that is not a mere thread is told.
 */
final class FaceOwners {
  private static final Comparator<Map.Entry<Integer, Double>> LONGEST_THEN_FIRST =
      Map.Entry.<Integer, Double>comparingByValue().reversed().thenComparing(Map.Entry::getKey);

  private final Fabric fabric;
  private final int[] zone;
  private final boolean[] thread;
  private int adopted;
  private double adoptedSquareMetres;

  private FaceOwners(Fabric fabric) {
    this.fabric = fabric;
    this.zone = new int[fabric.faceCount()];
    this.thread = new boolean[fabric.faceCount()];
  }

  /**
   * @param grids metres
   * @param threadWidthMetres faces with a smaller mean width are not located but adopted
   */
  static FaceOwners of(Fabric fabric, List<? extends Geometry> grids, double threadWidthMetres) {
    FaceOwners owners = new FaceOwners(fabric);
    owners.locate(PointLocator.ofPolygons(grids), threadWidthMetres);
    owners.adoptAll();
    return owners;
  }

  private void locate(PointLocator locator, double threadWidthMetres) {
    for (int f = 0; f < zone.length; f++) {
      thread[f] = meanWidthMetres(f) < threadWidthMetres;
      Coordinate inside = fabric.interiorPoint(f).getCoordinate();
      zone[f] = thread[f] ? -1 : locator.zoneAt(inside.x, inside.y);
    }
  }

  private double meanWidthMetres(int face) {
    double perimeter = 0;
    for (int e = fabric.dualStart(face); e < fabric.dualStart(face + 1); e++) {
      perimeter += fabric.arcLengthMetres(fabric.dualArc(e));
    }
    perimeter = Math.max(perimeter, fabric.faceGeometry(face).getLength());
    return 2 * fabric.areaSquareMetres(face) / perimeter;
  }

  private void adoptAll() {
    boolean changed = true;
    while (changed) {
      int[] before = zone.clone();
      changed = false;
      for (int f = 0; f < before.length; f++) {
        int taker = before[f] < 0 ? longestNeighbour(f, before) : -1;
        if (taker >= 0) {
          adopt(f, taker);
          changed = true;
        }
      }
    }
  }

  private void adopt(int face, int taker) {
    zone[face] = taker;
    if (!thread[face]) {
      adopted++;
      adoptedSquareMetres += fabric.areaSquareMetres(face);
    }
  }

  private int longestNeighbour(int face, int[] owner) {
    Map<Integer, Double> lengths = new HashMap<>();
    for (int e = fabric.dualStart(face); e < fabric.dualStart(face + 1); e++) {
      int other = owner[fabric.dualFace(e)];
      if (other >= 0) {
        lengths.merge(other, fabric.arcLengthMetres(fabric.dualArc(e)), Double::sum);
      }
    }
    return lengths.entrySet().stream().min(LONGEST_THEN_FIRST).map(Map.Entry::getKey).orElse(-1);
  }

  /** Grid per face; −1 only where no grid can be reached at all. */
  int[] zones() {
    return zone.clone();
  }

  /** How many blocks were adopted, threads not counted. */
  int adopted() {
    return adopted;
  }

  double adoptedSquareMetres() {
    return adoptedSquareMetres;
  }

  /** Indexes of the grids that got no face. */
  int[] empty(int gridCount) {
    boolean[] used = new boolean[gridCount];
    Arrays.stream(zone).filter(z -> z >= 0).forEach(z -> used[z] = true);
    return java.util.stream.IntStream.range(0, gridCount).filter(z -> !used[z]).toArray();
  }
}
