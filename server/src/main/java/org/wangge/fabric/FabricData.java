package org.wangge.fabric;

/**
 * A fabric as plain arrays: everything that cannot be computed from the rest, in the form a store
 * keeps. {@link Fabric#of(FabricData)} makes the fabric again, with the same hash.
 *
 * <p>The arrays belong to the record's reader: neither side changes them afterwards.
 *
 * @param nodeX millimetres east per node
 * @param nodeY millimetres north per node
 * @param arcFrom node at which each arc starts
 * @param arcTo node at which each arc ends
 * @param pointStart where the points of each arc start in pointX and pointY; one more entry than
 *     arcs
 * @param pointX millimetres east of all points of all arcs, the end nodes included
 * @param pointY millimetres north
 * @param arcClass {@link ArcClass} ordinal per arc
 * @param arcName index into names per arc
 * @param names distinct names; entry 0 is ""
 * @param streetId per arc, 0 for none
 * @param arcFlags {@link ArcFlags} bits per arc
 * @param faceKind {@link FaceKind} ordinal per face
 * @param households per face
 * @param people per face
 * @param parentFace face of the previous fabric that each face came from, −1 for none
 */
public record FabricData(
    long[] nodeX,
    long[] nodeY,
    int[] arcFrom,
    int[] arcTo,
    int[] pointStart,
    long[] pointX,
    long[] pointY,
    byte[] arcClass,
    int[] arcName,
    String[] names,
    long[] streetId,
    int[] arcFlags,
    byte[] faceKind,
    int[] households,
    int[] people,
    int[] parentFace) {

  /** Empty arrays of those lengths, to be filled; no faces. */
  static FabricData sized(int nodes, int arcs, int[] pointStart, String[] names) {
    int points = pointStart[arcs];
    return new FabricData(
        new long[nodes],
        new long[nodes],
        new int[arcs],
        new int[arcs],
        pointStart,
        new long[points],
        new long[points],
        new byte[arcs],
        new int[arcs],
        names,
        new long[arcs],
        new int[arcs],
        new byte[0],
        new int[0],
        new int[0],
        new int[0]);
  }

  public int nodeCount() {
    return nodeX.length;
  }

  public int arcCount() {
    return arcFrom.length;
  }

  public int faceCount() {
    return faceKind.length;
  }

  /**
   * Refuses arrays that do not fit together, so that a damaged store is told as such.
   *
   * @throws IllegalArgumentException saying what does not fit
   */
  void requireConsistent() {
    int arcs = arcCount();
    require(nodeY.length == nodeX.length, "node coordinates");
    require(arcTo.length == arcs && arcClass.length == arcs && arcName.length == arcs, "arcs");
    require(streetId.length == arcs && arcFlags.length == arcs, "attributes of arcs");
    require(pointStart.length == arcs + 1 && pointX.length == pointY.length, "points of arcs");
    require(pointStart[arcs] == pointX.length, "end of points");
    int faces = faceCount();
    require(
        households.length == faces && people.length == faces && parentFace.length == faces,
        "faces");
    for (int a = 0; a < arcs; a++) {
      requireArc(a);
    }
  }

  private void requireArc(int a) {
    int first = pointStart[a];
    int last = pointStart[a + 1] - 1;
    require(last > first, "points of arc " + a);
    require(endsAt(arcFrom[a], first) && endsAt(arcTo[a], last), "ends of arc " + a);
    require(arcName[a] >= 0 && arcName[a] < names.length, "name of arc " + a);
  }

  private boolean endsAt(int node, int point) {
    return node >= 0
        && node < nodeX.length
        && point >= 0
        && point < pointX.length
        && nodeX[node] == pointX[point]
        && nodeY[node] == pointY[point];
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException("the fabric's data do not fit together: " + what);
    }
  }

  FabricData withFaces(byte[] kinds, int[] newHouseholds, int[] newPeople, int[] parents) {
    return new FabricData(
        nodeX,
        nodeY,
        arcFrom,
        arcTo,
        pointStart,
        pointX,
        pointY,
        arcClass,
        arcName,
        names,
        streetId,
        arcFlags,
        kinds,
        newHouseholds,
        newPeople,
        parents);
  }
}
