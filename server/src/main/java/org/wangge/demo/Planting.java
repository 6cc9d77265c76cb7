package org.wangge.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.wangge.fabric.Fabric;
import org.wangge.fabric.FaceKind;
import org.wangge.topology.FindingKind;

/** Spoils a clean layer, one defect after the other, each in a place of its own. */
final class Planting {
  private static final PrecisionModel MILLIMETRES = new PrecisionModel(1000);
  private static final double APART_METRES = 80;
  private static final double SHORTEST_ARC_METRES = 70;
  private static final double SMALLEST_BLOCK_SQUARE_METRES = 1_500;
  private static final double BIGGEST_BLOCK_SQUARE_METRES = 260_000;
  private static final int FEWEST_BLOCKS = 4;

  private final CleanLayer clean;
  private final Fabric fabric;
  private final SplittableRandom random;
  private final List<Geometry> shapes;
  private final boolean[] altered;
  private final int[] blocks;
  private final List<Envelope> taken = new ArrayList<>();
  private final List<Planted> planted = new ArrayList<>();

  Planting(CleanLayer clean, long seed) {
    this.clean = clean;
    this.fabric = clean.fabric();
    this.random = new SplittableRandom(seed);
    this.shapes = new ArrayList<>(clean.shapes());
    this.altered = new boolean[shapes.size()];
    this.blocks = new int[shapes.size()];
    Arrays.stream(clean.zone()).forEach(z -> blocks[z]++);
  }

  List<Geometry> shapes() {
    return List.copyOf(shapes);
  }

  List<Planted> planted() {
    return List.copyOf(planted);
  }

  /** Blocks nobody has, inside the district, touching at least so many grids. */
  void enclosedBlocks(int count, int leastGrids) {
    plantBlocks(
        count,
        face ->
            !onOutline(face)
                && gridsAround(face).length >= leastGrids
                && dropBlock(face, FindingKind.GAP));
  }

  /** Blocks nobody has at the edge of the district. */
  void openBlocks(int count) {
    plantBlocks(count, face -> onOutline(face) && dropBlock(face, FindingKind.INLET));
  }

  private boolean dropBlock(int face, FindingKind kind) {
    int owner = clean.zone()[face];
    Geometry ground = fabric.faceGeometry(face);
    String note = "整块街区漏划，四周有 " + gridsAround(face).length + " 个网格";
    return replace(owner, without(owner, ground)) && note(kind, ground, note, owner);
  }

  /** Blocks two grids of one community claim. */
  void sharedBlocks(int count) {
    plantBlocks(
        count, face -> neighbour(face, true) >= 0 && claimBlock(face, neighbour(face, true)));
  }

  private boolean claimBlock(int face, int second) {
    Geometry ground = fabric.faceGeometry(face);
    return replace(second, with(second, ground))
        && note(FindingKind.OVERLAP, ground, "同一街区划给了两个网格", second, clean.zone()[face]);
  }

  /** Blocks given to a grid of the neighbouring community. */
  void crossingBlocks(int count) {
    plantBlocks(
        count, face -> neighbour(face, false) >= 0 && handOver(face, neighbour(face, false)));
  }

  private boolean handOver(int face, int taker) {
    int owner = clean.zone()[face];
    Geometry ground = fabric.faceGeometry(face);
    return replaceBoth(owner, without(owner, ground), taker, with(taker, ground))
        && note(FindingKind.CROSSING, ground, "街区划给了相邻社区的网格", taker, owner);
  }

  /** Blocks given to a grid of the same community that does not touch them. */
  void detachedParts(int count) {
    plantBlocks(count, face -> !onOutline(face) && detach(face, distantGrid(face)));
  }

  private boolean detach(int face, int taker) {
    if (taker < 0 || altered[taker] || !isFree(fabric.faceGeometry(face).getEnvelopeInternal())) {
      return false;
    }
    Geometry ground = fabric.faceGeometry(face);
    int owner = clean.zone()[face];
    Geometry both = with(taker, ground);
    if (both.getNumGeometries() != 2 || !replace(owner, without(owner, ground))) {
      return false;
    }
    shapes.set(taker, both);
    altered[taker] = true;
    return note(FindingKind.MULTIPART, ground, "街区划给了同社区但不相邻的网格", taker, owner);
  }

  /** Strips nobody has between two grids. */
  void gapStrips(int count, double least, double most) {
    plantStrips(
        count,
        least,
        most,
        h -> isInnerBorder(h),
        (h, strip) -> dropStrip(h, strip, FindingKind.GAP));
  }

  /** Strips nobody has along the edge of the district. */
  void openStrips(int count, double least, double most) {
    plantStrips(
        count,
        least,
        most,
        h -> fabric.isOutline(h >> 1),
        (h, strip) -> dropStrip(h, strip, FindingKind.INLET));
  }

  private boolean dropStrip(int h, Polygon strip, FindingKind kind) {
    int owner = zone(h);
    return replace(owner, without(owner, strip)) && note(kind, strip, "边界没有沿街描绘，留下空隙", owner);
  }

  /** Strips two grids of one community claim. */
  void overlapStrips(int count, double least, double most) {
    IntPredicate suited = h -> isInnerBorder(h) && clean.sameCommunity(zone(h), zone(h ^ 1));
    plantStrips(count, least, most, suited, this::claimStrip);
  }

  private boolean claimStrip(int h, Polygon strip) {
    int second = zone(h ^ 1);
    return replace(second, with(second, strip))
        && note(FindingKind.OVERLAP, strip, "边界画过了街，与邻格重叠", second, zone(h));
  }

  /** Borders moved across a community line: still seamless, but no longer nested. */
  void crossingStrips(int count, double least, double most) {
    IntPredicate suited = h -> isInnerBorder(h) && !clean.sameCommunity(zone(h), zone(h ^ 1));
    plantStrips(count, least, most, suited, this::moveBorder);
  }

  private boolean moveBorder(int h, Polygon strip) {
    int owner = zone(h);
    int taker = zone(h ^ 1);
    return replaceBoth(owner, without(owner, strip), taker, with(taker, strip))
        && note(FindingKind.CROSSING, strip, "边界移过了社区界线", taker, owner);
  }

  private interface StripPlanter {
    boolean plant(int halfEdge, Polygon strip);
  }

  private void plantBlocks(int count, IntPredicate plant) {
    int done = 0;
    for (int face : shuffled(fabric.faceCount())) {
      if (done < count
          && isOrdinary(face)
          && isFree(fabric.faceGeometry(face).getEnvelopeInternal())
          && plant.test(face)) {
        done++;
      }
    }
    require(done, count);
  }

  private void plantStrips(
      int count, double least, double most, IntPredicate suited, StripPlanter planter) {
    int done = 0;
    for (int h : shuffled(2 * fabric.arcCount())) {
      if (done < count
          && fabric.face(h) >= 0
          && fabric.arcLengthMetres(h >> 1) > SHORTEST_ARC_METRES
          && suited.test(h)) {
        Polygon strip = strip(h, least + (most - least) * random.nextDouble());
        done += strip != null && planter.plant(h, strip) ? 1 : 0;
      }
    }
    require(done, count);
  }

  private @Nullable Polygon strip(int h, double width) {
    Polygon strip = isOrdinary(fabric.face(h)) ? Strip.beside(fabric, h, width) : null;
    return strip != null && isFree(strip.getEnvelopeInternal()) ? strip : null;
  }

  private static void require(int done, int count) {
    if (done < count) {
      throw new IllegalStateException("only " + done + " of " + count + " defects found a place");
    }
  }

  private int[] shuffled(int n) {
    int[] order = IntStream.range(0, n).toArray();
    for (int i = n - 1; i > 0; i--) {
      int k = random.nextInt(i + 1);
      int swap = order[i];
      order[i] = order[k];
      order[k] = swap;
    }
    return order;
  }

  private boolean isOrdinary(int face) {
    double area = fabric.areaSquareMetres(face);
    return fabric.kind(face) == FaceKind.LAND
        && area > SMALLEST_BLOCK_SQUARE_METRES
        && area < BIGGEST_BLOCK_SQUARE_METRES
        && fabric.holes(face).length == 0
        && blocks[clean.zone()[face]] >= FEWEST_BLOCKS;
  }

  private boolean isFree(Envelope place) {
    Envelope around = new Envelope(place);
    around.expandBy(APART_METRES);
    return taken.stream().noneMatch(around::intersects);
  }

  private int zone(int h) {
    return clean.zone()[fabric.face(h)];
  }

  private boolean isInnerBorder(int h) {
    return !fabric.isOutline(h >> 1) && zone(h) != zone(h ^ 1);
  }

  private boolean onOutline(int face) {
    return Arrays.stream(fabric.cycle(fabric.firstHalfEdge(face)))
        .anyMatch(h -> fabric.isOutline(h >> 1));
  }

  private int[] gridsAround(int face) {
    return Arrays.stream(fabric.neighbours(face)).map(f -> clean.zone()[f]).distinct().toArray();
  }

  /** A grid next to the block, of its own community or of another; −1 when there is none. */
  private int neighbour(int face, boolean sameCommunity) {
    int owner = clean.zone()[face];
    return Arrays.stream(gridsAround(face))
        .filter(z -> z != owner && !altered[z] && clean.sameCommunity(z, owner) == sameCommunity)
        .findFirst()
        .orElse(-1);
  }

  private int distantGrid(int face) {
    Polygon ground = fabric.faceGeometry(face);
    int owner = clean.zone()[face];
    return IntStream.range(0, shapes.size())
        .filter(z -> z != owner && clean.sameCommunity(z, owner) && !altered[z])
        .filter(z -> shapes.get(z) instanceof Polygon && !shapes.get(z).intersects(ground))
        .findFirst()
        .orElse(-1);
  }

  private Geometry without(int z, Geometry ground) {
    return OverlayNG.overlay(shapes.get(z), ground, OverlayNG.DIFFERENCE, MILLIMETRES);
  }

  private Geometry with(int z, Geometry ground) {
    return OverlayNG.overlay(shapes.get(z), ground, OverlayNG.UNION, MILLIMETRES);
  }

  private boolean replace(int z, Geometry shape) {
    if (altered[z] || !isSound(z, shape)) {
      return false;
    }
    shapes.set(z, shape);
    altered[z] = true;
    return true;
  }

  private boolean replaceBoth(int a, Geometry shapeA, int b, Geometry shapeB) {
    return !altered[b] && isSound(b, shapeB) && replace(a, shapeA) && replace(b, shapeB);
  }

  /** One part still, and every vertex that neighbours rely on still there. */
  private boolean isSound(int z, Geometry shape) {
    if (!(shape instanceof Polygon) || !shape.isValid()) {
      return false;
    }
    int holes = ((Polygon) shape).getNumInteriorRing();
    return shapes.get(z) instanceof Polygon before && holes - before.getNumInteriorRing() <= 1;
  }

  private boolean note(FindingKind kind, Geometry ground, String what, int... grids) {
    taken.add(ground.getEnvelopeInternal());
    List<String> codes = Arrays.stream(grids).mapToObj(clean::code).toList();
    planted.add(new Planted(kind, ground, codes, what));
    return true;
  }
}
