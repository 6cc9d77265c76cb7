package org.wangge.fabric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A fabric in which one face is cut in two by a line that is no street ({@link ArcClass#CUT}), and
 * how its faces and arcs came from those before.
 *
 * <p>Only the cut face is noded: where the line meets its border it ends in a point of the border,
 * or in a new one at most ¾ mm beside it; on the outline of the domain always in a point that is
 * there, so that the domain stays what it is. Kinds are kept. People and households of the cut face
 * are left with the larger part until {@link #withCounts} shares them out.
 *
 * @see FaceCut for how a drawn line becomes the line that is cut along
 */
public final class FaceSplit {
  private final Fabric fabric;
  private final int face;
  private final FaceCut cut;
  private final int[] parent;
  private final int[] oldArc;

  private FaceSplit(Fabric fabric, int face, FaceCut cut, int[] parent, int[] oldArc) {
    this.fabric = fabric;
    this.face = face;
    this.cut = cut;
    this.parent = parent;
    this.oldArc = oldArc;
  }

  /**
   * Cuts a face along a drawn line: along the longest piece of it inside the face.
   *
   * @param x millimetres, at least two points; may reach beyond the face
   * @return empty when the line does not part the face in two
   */
  public static Optional<FaceSplit> of(Fabric fabric, int face, long[] x, long[] y) {
    return FaceCut.find(fabric, face, x, y).flatMap(cut -> of(fabric, face, cut));
  }

  /**
   * Cuts a face along a line that is one already: {@link #lineX} and {@link #lineY} of a split of
   * an equal fabric.
   */
  public static Optional<FaceSplit> along(Fabric fabric, int face, long[] x, long[] y) {
    return FaceCut.along(fabric, face, x, y).flatMap(cut -> of(fabric, face, cut));
  }

  private static Optional<FaceSplit> of(Fabric before, int face, FaceCut cut) {
    List<ArcLines.Line> added = new ArrayList<>();
    cut.ends().stream()
        .mapToInt(FaceCut.End::arc)
        .distinct()
        .mapToObj(arc -> parted(ArcLines.of(before, arc), cut.ends(), arc))
        .filter(parts -> parts.size() > 1)
        .forEach(added::addAll);
    byte kind = (byte) ArcClass.CUT.ordinal();
    added.add(new ArcLines.Line(cut.x(), cut.y(), kind, "", 0, 0, -1, false));
    ArcSplice splice = ArcSplice.of(before, added);
    Fabric bare = Fabric.ofArcs(splice.data(), island -> around(before, face, splice, island));
    if (bare.faceCount() != before.faceCount() + 1) {
      return Optional.empty();
    }
    int[] parent = parents(before, bare, splice);
    return Optional.of(
        new FaceSplit(named(before, bare, parent), face, cut, parent, splice.oldArc));
  }

  /** An island lies in the face it lay in before, but for one that was cut. */
  private static int around(Fabric before, int cut, ArcSplice splice, int island) {
    int arc = splice.oldArc[island >> 1];
    if (arc < 0) {
      return Fabric.UNKNOWN;
    }
    int face = before.face(2 * arc + side(splice, island));
    if (face < 0 || face == cut) {
      return Fabric.UNKNOWN;
    }
    int first = before.firstHalfEdge(face);
    int now = splice.newArc[first >> 1];
    return 2 * now + ((first & 1) ^ (splice.turned.get(now) ? 1 : 0));
  }

  /** On which side of the arc before a half-edge runs. */
  private static int side(ArcSplice splice, int h) {
    return (h & 1) ^ (splice.turned.get(h >> 1) ? 1 : 0);
  }

  /** The line, or the parts it falls into where the cut ends on it. */
  private static List<ArcLines.Line> parted(ArcLines.Line line, List<FaceCut.End> ends, int arc) {
    List<FaceCut.End> here =
        ends.stream()
            .filter(end -> end.arc() == arc)
            .sorted(Comparator.comparingDouble(FaceCut.End::along))
            .toList();
    ArcLines.Line whole = line;
    List<Integer> at = new ArrayList<>();
    for (FaceCut.End end : here) {
      int added = whole.x().length - line.x().length;
      whole = end.isNew() ? whole.with(end.index() + added, end.x(), end.y()) : whole;
      at.add(end.index() + added);
    }
    return cutAt(whole, at);
  }

  private static List<ArcLines.Line> cutAt(ArcLines.Line line, List<Integer> at) {
    List<ArcLines.Line> parts = new ArrayList<>();
    int from = 0;
    for (int index : at) {
      if (index > from && index < line.x().length - 1) {
        parts.add(line.part(from, index));
        from = index;
      }
    }
    parts.add(line.part(from, line.x().length - 1));
    return parts;
  }

  /** A face is what it was on the same side of the same arc. */
  private static int[] parents(Fabric before, Fabric after, ArcSplice splice) {
    int[] parent = new int[after.faceCount()];
    Arrays.fill(parent, -1);
    for (int h = 0; h < 2 * after.arcCount(); h++) {
      int old = splice.oldArc[h >> 1];
      if (old >= 0) {
        put(parent, after.face(h), before.face(2 * old + side(splice, h)));
      }
    }
    return parent;
  }

  private static void put(int[] parent, int face, int of) {
    if (face >= 0) {
      parent[face] = of;
    }
  }

  private static Fabric named(Fabric before, Fabric bare, int[] parent) {
    int n = parent.length;
    byte[] kinds = new byte[n];
    int[] households = new int[n];
    int[] people = new int[n];
    int[] largest = new int[before.faceCount()];
    Arrays.fill(largest, -1);
    for (int f = 0; f < n; f++) {
      int other = largest[parent[f]];
      boolean larger =
          other < 0
              || bare.doubleAreaSquareMillimetres(f) > bare.doubleAreaSquareMillimetres(other);
      largest[parent[f]] = larger ? f : other;
    }
    for (int f = 0; f < n; f++) {
      kinds[f] = before.data().faceKind()[parent[f]];
      boolean keeps = largest[parent[f]] == f;
      households[f] = keeps ? before.households(parent[f]) : 0;
      people[f] = keeps ? before.people(parent[f]) : 0;
    }
    return bare.withFaces(kinds, households, people, parent.clone());
  }

  /** The fabric after. */
  public Fabric fabric() {
    return fabric;
  }

  /** The face that was cut, as it was numbered before. */
  public int face() {
    return face;
  }

  /** Millimetres east of the line it was cut along, border to border. */
  public long[] lineX() {
    return cut.x().clone();
  }

  /** Millimetres north. */
  public long[] lineY() {
    return cut.y().clone();
  }

  /** The two parts, as they are numbered now, ascending. */
  public int[] parts() {
    int[] parts = new int[2];
    int count = 0;
    for (int f = 0; f < parent.length; f++) {
      if (parent[f] == face) {
        parts[count++] = f;
      }
    }
    return parts;
  }

  /** For each face the face before that it is, or is a part of. */
  public int[] parent() {
    return parent.clone();
  }

  /** For each arc the arc before that it is, or is a part of; −1 for the cut itself. */
  public int[] oldArc() {
    return oldArc.clone();
  }

  /**
   * The same with the households and people of the two parts, in the order of {@link #parts}.
   *
   * @throws IllegalArgumentException when they do not sum up to those of the cut face
   */
  public FaceSplit withCounts(int[] householdsOfParts, int[] peopleOfParts) {
    int[] parts = parts();
    int[] households = fabric.data().households().clone();
    int[] people = fabric.data().people().clone();
    require(households, parts, householdsOfParts);
    require(people, parts, peopleOfParts);
    for (int i = 0; i < 2; i++) {
      households[parts[i]] = householdsOfParts[i];
      people[parts[i]] = peopleOfParts[i];
    }
    return new FaceSplit(fabric.withCounts(households, people), face, cut, parent, oldArc);
  }

  private static void require(int[] counts, int[] parts, int[] given) {
    int had = counts[parts[0]] + counts[parts[1]];
    if (given.length != 2 || given[0] + given[1] != had) {
      throw new IllegalArgumentException(Arrays.toString(given) + " does not share out " + had);
    }
  }
}
