package org.wangge.fabric;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * A planar subdivision of a coverage domain by streets, rivers, railways and borders. Immutable and
 * safe for threads.
 *
 * <p>Nodes, arcs and faces are numbered from 0. Nodes are sorted by x, then y; arcs by their first
 * node, their last node, then their second point; faces by the smallest half-edge of their outer
 * cycle. So the numbering depends on what is on the ground, not on the order in which it was given.
 * Half-edge {@code h = 2 * arc + side} runs forward for side 0 and backward for side 1; its twin is
 * {@code h ^ 1}; its face is on its left. Coordinates are millimetres in one metric CRS that the
 * fabric does not know; geometries it returns are in metres of that CRS.
 *
 * <p>A fabric never repairs: what does not hold is told by {@link FabricInvariants}.
 */
public final class Fabric {
  static final int UNKNOWN = -2;

  private static final double MILLIMETRES = 1000.0;

  private final FabricData data;
  private final HalfEdges edges;
  private final GridOnDemand grid;
  private final Faces faces;
  private final Dual dual;
  private final GeometryFactory factory = new GeometryFactory();

  private Fabric(FabricData data, HalfEdges edges, GridOnDemand grid, Faces faces, Dual dual) {
    this.data = data;
    this.edges = edges;
    this.grid = grid;
    this.faces = faces;
    this.dual = dual;
  }

  /**
   * The fabric that {@link #data()} came from; nothing but the topology is computed.
   *
   * @throws IllegalArgumentException when the arrays do not fit together or the arcs bound another
   *     number of faces
   */
  public static Fabric of(FabricData data) {
    data.requireConsistent();
    Fabric fabric = ofArcs(data, island -> UNKNOWN);
    if (data.faceCount() != fabric.faceCount()) {
      throw new IllegalArgumentException(
          "the arcs bound "
              + fabric.faceCount()
              + " faces, but data are given for "
              + data.faceCount());
    }
    return fabric;
  }

  /** Like {@link #of}, for data whose face arrays are still empty: all LAND, nobody lives there. */
  static Fabric ofNew(FabricData data) {
    Fabric bare = ofArcs(data, island -> UNKNOWN);
    int n = bare.faces.first.length;
    int[] noParent = new int[n];
    Arrays.fill(noParent, -1);
    return bare.withFaces(new byte[n], new int[n], new int[n], noParent);
  }

  /**
   * The topology of arcs; the faces have no attributes yet.
   *
   * @param around a half-edge of what an island lies in, −1 outside, by the island's smallest
   *     half-edge; {@link #UNKNOWN} where that has to be found
   */
  static Fabric ofArcs(FabricData data, IntUnaryOperator around) {
    HalfEdges edges = HalfEdges.of(data);
    GridOnDemand grid = new GridOnDemand(data);
    IntUnaryOperator below =
        cycle -> {
          int known = around.applyAsInt(edges.cycleStart[cycle]);
          return known == UNKNOWN ? Faces.halfEdgeBelow(data, edges, grid.get(), cycle) : known;
        };
    Faces faces = Faces.of(data, edges, below);
    return new Fabric(data, edges, grid, faces, Dual.of(faces.first.length, faces.face));
  }

  private Fabric with(FabricData changed) {
    return new Fabric(changed, edges, grid, faces, dual);
  }

  public int nodeCount() {
    return data.nodeCount();
  }

  public int arcCount() {
    return data.arcCount();
  }

  public int faceCount() {
    return faces.first.length;
  }

  /** Millimetres east. */
  public long nodeX(int node) {
    return data.nodeX()[node];
  }

  /** Millimetres north. */
  public long nodeY(int node) {
    return data.nodeY()[node];
  }

  public int arcFrom(int arc) {
    return data.arcFrom()[arc];
  }

  public int arcTo(int arc) {
    return data.arcTo()[arc];
  }

  /** Points of an arc, both end nodes included: at least 2. */
  public int pointCount(int arc) {
    return data.pointStart()[arc + 1] - data.pointStart()[arc];
  }

  /** Millimetres east of the i-th point. */
  public long pointX(int arc, int i) {
    return data.pointX()[data.pointStart()[arc] + i];
  }

  /** Millimetres north of the i-th point. */
  public long pointY(int arc, int i) {
    return data.pointY()[data.pointStart()[arc] + i];
  }

  public ArcClass arcClass(int arc) {
    return ArcClass.ofOrdinal(data.arcClass()[arc]);
  }

  /** Name of the street, river or border; "" when it has none. */
  public String arcName(int arc) {
    return data.names()[data.arcName()[arc]];
  }

  /** 0 when it has none. */
  public long streetId(int arc) {
    return data.streetId()[arc];
  }

  /** Bits of {@link ArcFlags}. */
  public int arcFlags(int arc) {
    return data.arcFlags()[arc];
  }

  /** Whether the outside of the domain is on one side. */
  public boolean isOutline(int arc) {
    return (data.arcFlags()[arc] & ArcFlags.OUTLINE) != 0;
  }

  public double arcLengthMetres(int arc) {
    double sum = 0;
    for (int k = data.pointStart()[arc]; k < data.pointStart()[arc + 1] - 1; k++) {
      double dx = data.pointX()[k + 1] - data.pointX()[k];
      double dy = data.pointY()[k + 1] - data.pointY()[k];
      sum += Math.sqrt(dx * dx + dy * dy);
    }
    return sum / MILLIMETRES;
  }

  /** The arc in metres, forward. */
  public LineString arcGeometry(int arc) {
    return factory.createLineString(
        IntStream.range(0, pointCount(arc))
            .mapToObj(i -> coordinate(arc, i))
            .toArray(Coordinate[]::new));
  }

  Coordinate coordinate(int arc, int i) {
    return new Coordinate(pointX(arc, i) / MILLIMETRES, pointY(arc, i) / MILLIMETRES);
  }

  /** Node at which the half-edge starts. */
  public int from(int h) {
    return (h & 1) == 0 ? data.arcFrom()[h >> 1] : data.arcTo()[h >> 1];
  }

  /** Node at which the half-edge ends. */
  public int to(int h) {
    return (h & 1) == 0 ? data.arcTo()[h >> 1] : data.arcFrom()[h >> 1];
  }

  /** The half-edge that follows with the same face on its left. */
  public int next(int h) {
    return edges.next[h];
  }

  /** Face on the left of the half-edge; −1 outside the domain. */
  public int face(int h) {
    return faces.face[h];
  }

  /** Smallest half-edge of the face's outer cycle. */
  public int firstHalfEdge(int face) {
    return faces.first[face];
  }

  /** Smallest half-edge of each inner cycle of the face. */
  public int[] holes(int face) {
    return Arrays.copyOfRange(faces.holes, faces.holeStart[face], faces.holeStart[face + 1]);
  }

  /** Exact, in mm². */
  public long doubleAreaSquareMillimetres(int face) {
    return faces.doubleArea[face];
  }

  /** In the plane of the CRS: not corrected for its scale factor. */
  public double areaSquareMetres(int face) {
    return faces.doubleArea[face] / 2e6;
  }

  public FaceKind kind(int face) {
    return FaceKind.ofOrdinal(data.faceKind()[face]);
  }

  public int households(int face) {
    return data.households()[face];
  }

  public int people(int face) {
    return data.people()[face];
  }

  /** The face of the previous fabric that this one came from; −1 when there is none. */
  public int parentFace(int face) {
    return data.parentFace()[face];
  }

  /** The distinct faces across the face's arcs, ascending; the outside is left out. */
  public int[] neighbours(int face) {
    return dual.neighbours(face);
  }

  /**
   * First row entry of the face in the dual graph; its entries end at {@code dualStart(face + 1)}.
   */
  public int dualStart(int face) {
    return dual.start[face];
  }

  /** The face across, for a row entry of the dual graph. */
  public int dualFace(int entry) {
    return dual.face[entry];
  }

  /** The arc between, for a row entry of the dual graph. */
  public int dualArc(int entry) {
    return dual.arc[entry];
  }

  /** The face as a valid polygon in metres. */
  public Polygon faceGeometry(int face) {
    Rings rings = new Rings(this);
    List<int[]> simple =
        IntStream.concat(IntStream.of(firstHalfEdge(face)), Arrays.stream(holes(face)))
            .mapToObj(start -> rings.split(cycle(start)))
            .flatMap(List::stream)
            .toList();
    return (Polygon) rings.region(simple);
  }

  /** All half-edges of the cycle, the given one first. */
  public int[] cycle(int start) {
    IntList walk = new IntList(16);
    int h = start;
    do {
      walk.add(h);
      h = edges.next[h];
    } while (h != start);
    return walk.toArray();
  }

  /**
   * A point well inside the face, in metres: the centroid when it lies at least half as far inside
   * as that of a disc of the same area, else about the centre of the largest inscribed circle.
   */
  public Point interiorPoint(int face) {
    return FaceMiddle.of(faceGeometry(face));
  }

  /** The box around a face, in metres. */
  public Envelope faceEnvelope(int face) {
    Envelope box = new Envelope();
    for (int h : cycle(firstHalfEdge(face))) {
      for (int i = 0; i < pointCount(h >> 1); i++) {
        box.expandToInclude(coordinate(h >> 1, i));
      }
    }
    return box;
  }

  /** The box around all arcs, in metres. */
  public Envelope envelope() {
    Envelope box = new Envelope();
    for (int k = 0; k < data.pointX().length; k++) {
      box.expandToInclude(data.pointX()[k] / MILLIMETRES, data.pointY()[k] / MILLIMETRES);
    }
    return box;
  }

  /**
   * The face at a place in millimetres; −1 outside the domain. Ties: a point on an arc or node
   * belongs to the face with the lowest number among the faces that touch it, so a point on the
   * outline of the domain is inside.
   */
  public int faceAt(long x, long y) {
    int touching = grid.get().lowestFaceTouching(x, y, faces.face);
    if (touching >= 0) {
      return touching;
    }
    int h = grid.get().halfEdgeBelow(x, y);
    return h < 0 ? -1 : faces.face[h];
  }

  /** Whether {@link #faceAt} is that face; quicker when only few faces come into question. */
  public boolean isInside(int face, long x, long y) {
    return FaceInside.of(this, face, x, y);
  }

  /**
   * The same fabric with other counts.
   *
   * @throws IllegalArgumentException when there is not one count per face
   */
  public Fabric withCounts(int[] households, int[] people) {
    requireOnePerFace(households.length);
    requireOnePerFace(people.length);
    return with(
        data.withFaces(data.faceKind(), households.clone(), people.clone(), data.parentFace()));
  }

  /**
   * The same fabric with other kinds of faces.
   *
   * @throws IllegalArgumentException when there is not one kind per face
   */
  public Fabric withKinds(FaceKind[] kinds) {
    requireOnePerFace(kinds.length);
    byte[] stored = new byte[kinds.length];
    for (int f = 0; f < kinds.length; f++) {
      stored[f] = (byte) kinds[f].ordinal();
    }
    return with(data.withFaces(stored, data.households(), data.people(), data.parentFace()));
  }

  /**
   * The same fabric with other faces of the fabric before.
   *
   * @throws IllegalArgumentException when there is not one parent per face
   */
  public Fabric withParents(int[] parents) {
    requireOnePerFace(parents.length);
    return with(data.withFaces(data.faceKind(), data.households(), data.people(), parents.clone()));
  }

  /** The same arcs with all attributes of faces. */
  Fabric withFaces(byte[] kinds, int[] households, int[] people, int[] parents) {
    return with(data.withFaces(kinds, households, people, parents));
  }

  private void requireOnePerFace(int given) {
    if (given != faceCount()) {
      throw new IllegalArgumentException(given + " values for " + faceCount() + " faces");
    }
  }

  /** Everything there is to store; the arrays must not be changed. */
  public FabricData data() {
    return data;
  }

  /** SHA-256 of {@link #data()} in hexadecimal: equal exactly when two fabrics are equal. */
  public String hash() {
    return FabricHash.of(data);
  }

  /** The half-edge's share of a shoelace sum in mm², seen from one point common to all. */
  public long doubleAreaUnder(int h) {
    long forward = Faces.doubleAreaUnder(data, h >> 1);
    return (h & 1) == 0 ? forward : -forward;
  }
}
