package org.wangge.fabric;

import java.util.Arrays;

/** Which faces lie across which arcs, as compressed rows; the outside is left out. */
final class Dual {
  /** Where the entries of each face start; one more entry than faces. */
  final int[] start;

  /** The face across. */
  final int[] face;

  /** The arc between. */
  final int[] arc;

  private Dual(int[] start, int[] face, int[] arc) {
    this.start = start;
    this.face = face;
    this.arc = arc;
  }

  static Dual of(int faceCount, int[] faceOfHalfEdge) {
    int[] start = new int[faceCount + 1];
    for (int h = 0; h < faceOfHalfEdge.length; h++) {
      if (linksTwoFaces(faceOfHalfEdge, h)) {
        start[faceOfHalfEdge[h] + 1]++;
      }
    }
    for (int f = 0; f < faceCount; f++) {
      start[f + 1] += start[f];
    }
    return fill(start, faceOfHalfEdge);
  }

  private static Dual fill(int[] start, int[] faceOfHalfEdge) {
    int[] fill = Arrays.copyOf(start, start.length);
    int[] face = new int[start[start.length - 1]];
    int[] arc = new int[face.length];
    for (int h = 0; h < faceOfHalfEdge.length; h++) {
      if (linksTwoFaces(faceOfHalfEdge, h)) {
        int at = fill[faceOfHalfEdge[h]]++;
        face[at] = faceOfHalfEdge[h ^ 1];
        arc[at] = h >> 1;
      }
    }
    return new Dual(start, face, arc);
  }

  private static boolean linksTwoFaces(int[] face, int h) {
    return face[h] >= 0 && face[h ^ 1] >= 0 && face[h] != face[h ^ 1];
  }

  int[] neighbours(int f) {
    return Arrays.stream(face, start[f], start[f + 1]).sorted().distinct().toArray();
  }
}
