package org.wangge.fabric;

import java.util.ArrayList;
import java.util.List;

/**
 * What must hold in every fabric. A violation means a defect of the program or of stored data,
 * never of the lines given.
 *
 * <ul>
 *   <li>{@code next}: following half-edges is a permutation that stays in one face and joins end to
 *       start;
 *   <li>{@code length}: no two consecutive points of an arc are equal;
 *   <li>{@code angle}: no two half-edges leave a node in the same direction;
 *   <li>{@code sides}: every arc has different faces on its sides;
 *   <li>{@code euler}: nodes − arcs + cycles = 2 · components;
 *   <li>{@code area}: the faces' areas sum up to the area inside the outline, exactly;
 *   <li>{@code planar}: arcs meet only at nodes.
 * </ul>
 */
public final class FabricInvariants {
  private final Fabric fabric;
  private final FabricData data;
  private final List<Violation> violations = new ArrayList<>();

  private FabricInvariants(Fabric fabric) {
    this.fabric = fabric;
    this.data = fabric.data();
  }

  /** Everything that does not hold; empty when all is well. */
  public static List<Violation> check(Fabric fabric) {
    FabricInvariants invariants = new FabricInvariants(fabric);
    invariants.checkNext();
    invariants.checkLength();
    invariants.checkAngles();
    invariants.checkSides();
    invariants.checkEuler();
    invariants.checkArea();
    invariants.checkPlanar();
    return List.copyOf(invariants.violations);
  }

  private void checkNext() {
    boolean[] followed = new boolean[2 * fabric.arcCount()];
    for (int h = 0; h < followed.length; h++) {
      int next = fabric.next(h);
      if (followed[next]) {
        report("next", "half-edge %d follows two others", next);
      }
      followed[next] = true;
      if (fabric.to(h) != fabric.from(next) || fabric.face(h) != fabric.face(next)) {
        report("next", "half-edge %d does not lead into %d", h, next);
      }
    }
  }

  private void checkLength() {
    for (int a = 0; a < fabric.arcCount(); a++) {
      for (int i = 1; i < fabric.pointCount(a); i++) {
        if (fabric.pointX(a, i) == fabric.pointX(a, i - 1)
            && fabric.pointY(a, i) == fabric.pointY(a, i - 1)) {
          report("length", "arc %d repeats its point %d", a, i);
        }
      }
    }
  }

  /** Around a node, the half-edge clockwise of h is the one that follows the twin of h. */
  private void checkAngles() {
    for (int h = 0; h < 2 * fabric.arcCount(); h++) {
      int clockwise = fabric.next(h ^ 1);
      if (clockwise != h && HalfEdges.compareAngle(data, h, clockwise) == 0) {
        report("angle", "half-edges %d and %d leave in the same direction", h, clockwise);
      }
    }
  }

  private void checkSides() {
    for (int a = 0; a < fabric.arcCount(); a++) {
      if (fabric.face(2 * a) == fabric.face(2 * a + 1)) {
        report("sides", "arc %d has face %d on both sides", a, fabric.face(2 * a));
      }
    }
  }

  private void checkEuler() {
    int cycles = HalfEdges.of(data).cycleStart.length;
    int components = components();
    int sum = fabric.nodeCount() - fabric.arcCount() + cycles;
    if (sum != 2 * components) {
      report("euler", "%d for %d components", sum, components);
    }
  }

  private int components() {
    int[] root = new int[fabric.nodeCount()];
    for (int n = 0; n < root.length; n++) {
      root[n] = n;
    }
    int count = root.length;
    for (int a = 0; a < fabric.arcCount(); a++) {
      int m = rootOf(root, fabric.arcFrom(a));
      int n = rootOf(root, fabric.arcTo(a));
      count -= m == n ? 0 : 1;
      root[m] = n;
    }
    return count;
  }

  private static int rootOf(int[] root, int node) {
    int n = node;
    while (root[n] != n) {
      root[n] = root[root[n]];
      n = root[n];
    }
    return n;
  }

  private void checkArea() {
    long faces = 0;
    for (int f = 0; f < fabric.faceCount(); f++) {
      faces += fabric.doubleAreaSquareMillimetres(f);
    }
    long domain = domainDoubleAreaSquareMillimetres(fabric);
    if (faces != domain) {
      report("area", "faces sum up to %d, the domain has %d half mm²", faces, domain);
    }
  }

  /** Twice the exact area inside the outline, from the outline alone. */
  public static long domainDoubleAreaSquareMillimetres(Fabric fabric) {
    long sum = 0;
    for (int a = 0; a < fabric.arcCount(); a++) {
      if ((fabric.arcFlags(a) & ArcFlags.OUTSIDE_RIGHT) != 0) {
        sum += fabric.doubleAreaUnder(2 * a);
      } else if ((fabric.arcFlags(a) & ArcFlags.OUTSIDE_LEFT) != 0) {
        sum += fabric.doubleAreaUnder(2 * a + 1);
      }
    }
    return sum;
  }

  private void checkPlanar() {
    for (String meeting : Planarity.meetings(data)) {
      report("planar", "%s", meeting);
    }
  }

  private void report(String rule, String message, Object... values) {
    violations.add(new Violation(rule, message.formatted(values)));
  }
}
