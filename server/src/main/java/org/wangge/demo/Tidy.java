package org.wangge.demo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.wangge.fabric.ArcClass;
import org.wangge.fabric.BoundaryLine;
import org.wangge.fabric.Fabric;
import org.wangge.fabric.FabricBuild;
import org.wangge.fabric.FaceKind;
import org.wangge.fabric.InteriorLine;

/**
 * Opens scraps of ground, where drawn lines run almost together, to the neighbour across their
 * longest side.
 */
final class Tidy {
  private static final double SCRAP_SQUARE_METRES = 450;
  private static final double THIN_METRES = 6;

  private Tidy() {}

  /** The lines of a fabric again, without the arcs that cut off a scrap. */
  static List<BoundaryLine> withoutScraps(FabricBuild build) {
    Fabric fabric = build.fabric();
    Set<Integer> opened = opened(fabric);
    List<BoundaryLine> lines = new ArrayList<>();
    for (int arc = 0; arc < fabric.arcCount(); arc++) {
      if (!fabric.isOutline(arc) && !opened.contains(arc)) {
        lines.add(line(fabric, arc));
      }
    }
    for (InteriorLine line : build.report().interior()) {
      lines.add(
          new BoundaryLine(
              line.xs(),
              line.ys(),
              line.arcClass(),
              line.name(),
              line.streetId(),
              line.layer(),
              false));
    }
    return lines;
  }

  private static Set<Integer> opened(Fabric fabric) {
    Set<Integer> opened = new HashSet<>();
    Set<Integer> merged = new HashSet<>();
    for (int face = 0; face < fabric.faceCount(); face++) {
      if (isScrap(fabric, face) && !merged.contains(face)) {
        int longest = longestSide(fabric, face);
        if (longest >= 0 && merged.add(fabric.dualFace(longest))) {
          merged.add(face);
          opened.add(fabric.dualArc(longest));
        }
      }
    }
    return opened;
  }

  private static boolean isScrap(Fabric fabric, int face) {
    double area = fabric.areaSquareMetres(face);
    boolean thin = 2 * area / fabric.faceGeometry(face).getLength() < THIN_METRES;
    return fabric.kind(face) != FaceKind.MEDIAN && (area < SCRAP_SQUARE_METRES || thin);
  }

  /** Rather a small street than a big one; never a shore. */
  private static int longestSide(Fabric fabric, int face) {
    int best = -1;
    double longest = 0;
    for (int e = fabric.dualStart(face); e < fabric.dualStart(face + 1); e++) {
      double length =
          fabric.arcLengthMetres(fabric.dualArc(e)) * fabric.arcClass(fabric.dualArc(e)).weight();
      boolean shore = fabric.arcClass(fabric.dualArc(e)) == ArcClass.RIVER;
      if (!shore && fabric.dualFace(e) != face && length > longest) {
        longest = length;
        best = e;
      }
    }
    return best;
  }

  private static BoundaryLine line(Fabric fabric, int arc) {
    int n = fabric.pointCount(arc);
    long[] xs = new long[n];
    long[] ys = new long[n];
    for (int i = 0; i < n; i++) {
      xs[i] = fabric.pointX(arc, i);
      ys[i] = fabric.pointY(arc, i);
    }
    return new BoundaryLine(
        xs, ys, fabric.arcClass(arc), fabric.arcName(arc), fabric.streetId(arc), 0, false);
  }
}
