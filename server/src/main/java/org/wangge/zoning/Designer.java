package org.wangge.zoning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Draws zones: cuts every region into contiguous zones of given loads whose borders keep to strong
 * streets, rivers and railways.
 *
 * <p>Each region is cut in two again and again along random spanning trees that avoid to cross
 * arterials (recursive spanning-tree bisection, after the ReCom family of redistricting
 * algorithms); then single blocks change sides while that evens out loads or shortens borders, and
 * zones that still miss their target are parted anew with a neighbour.
 *
 * <p>What it guarantees: every block of a region gets a zone of that region, zones are contiguous
 * (over shared arcs, not points) wherever the region is, and equal requests give equal designs. It
 * never splits a block: where blocks are too big for the targets, the design says so in {@link
 * ZoneNote#because()} instead of pretending. It knows no locks and no barriers yet.
 */
public final class Designer {

  private final DesignRequest request;
  private final int[] zone;
  private final int[] firstZone;
  private final int[] regionOfZone;
  private final double[] target;

  private Designer(DesignRequest request) {
    this.request = request;
    this.zone = new int[request.region().length];
    this.firstZone = new int[request.targets().length + 1];
    for (int r = 0; r < request.targets().length; r++) {
      firstZone[r + 1] = firstZone[r] + request.targets()[r].length;
    }
    this.regionOfZone = new int[firstZone[request.targets().length]];
    this.target = new double[regionOfZone.length];
    Arrays.fill(zone, -1);
  }

  public static Design design(DesignRequest request) {
    Designer designer = new Designer(request);
    designer.cut();
    designer.refinement().run();
    return new Design(designer.zone, designer.regionOfZone, designer.notes());
  }

  /**
   * Improves a division that exists: moves single blocks at borders while that evens out loads or
   * shortens borders, and keeps everything else as it is. Zones stay where they are, so they keep
   * their names.
   *
   * @param start zone of every block, numbered as in a design: region by region
   */
  public static Design improve(DesignRequest request, int[] start) {
    Designer designer = new Designer(request);
    System.arraycopy(start, 0, designer.zone, 0, start.length);
    int[][] blocks = designer.blocksOfRegions();
    for (int r = 0; r < blocks.length; r++) {
      designer.shareOut(r, blocks[r], request.targets()[r]);
    }
    designer.refinement().moveBlocks();
    return new Design(designer.zone, designer.regionOfZone, designer.notes());
  }

  private void cut() {
    int[] local = new int[zone.length];
    Arrays.fill(local, -1);
    int[][] blocks = blocksOfRegions();
    for (int r = 0; r < blocks.length; r++) {
      double[] targets = request.targets()[r];
      shareOut(r, blocks[r], targets);
      if (blocks[r].length > 0 && targets.length > 0) {
        bisection(local, r).divide(blocks[r], targets, 0, targets.length, firstZone[r]);
      }
    }
  }

  private Bisection bisection(int[] local, int r) {
    SplittableRandom random = new SplittableRandom(request.seed() * 1_000_003 + r);
    return new Bisection(
        request.graph(), zone, local, request.trees(), request.compactness(), random);
  }

  private int[][] blocksOfRegions() {
    int[] count = new int[request.targets().length];
    Arrays.stream(request.region()).filter(r -> r >= 0).forEach(r -> count[r]++);
    int[][] blocks = Arrays.stream(count).mapToObj(int[]::new).toArray(int[][]::new);
    for (int b = request.region().length - 1; b >= 0; b--) {
      int r = request.region()[b];
      if (r >= 0) {
        blocks[r][--count[r]] = b;
      }
    }
    return blocks;
  }

  /**
   * Targets are proportions; what a zone is measured by is its share of the load the region really
   * has.
   */
  private void shareOut(int r, int[] blocks, double[] targets) {
    double load = Arrays.stream(blocks).mapToDouble(b -> request.graph().load()[b]).sum();
    double wanted = Arrays.stream(targets).sum();
    for (int z = 0; z < targets.length; z++) {
      regionOfZone[firstZone[r] + z] = r;
      target[firstZone[r] + z] = Math.max(targets[z] * load / wanted, 1e-9);
    }
  }

  private Refinement refinement() {
    double compactness = request.compactness();
    return new Refinement(
        request.graph(), request.region(), zone, target, compactness, request.seed());
  }

  private List<ZoneNote> notes() {
    Borders borders = new Borders(request.graph(), zone, target, request.compactness());
    List<ZoneNote> notes = new ArrayList<>();
    IntStream.range(0, target.length).forEach(z -> notes.add(note(borders, z)));
    return notes;
  }

  private ZoneNote note(Borders borders, int z) {
    int[] blocks = borders.blocks(z);
    double[] load = request.graph().load();
    int biggest = Arrays.stream(blocks).reduce(-1, (a, b) -> a < 0 || load[b] > load[a] ? b : a);
    double most = biggest < 0 ? 0 : load[biggest];
    ZoneNote.Unmet unmet = unmet(borders, z, blocks, most);
    int named = unmet == ZoneNote.Unmet.BLOCK_TOO_BIG ? biggest : -1;
    return new ZoneNote(
        z, regionOfZone[z], blocks.length, borders.load[z], target[z], unmet, named, most);
  }

  private static ZoneNote.Unmet unmet(Borders borders, int z, int[] blocks, double biggestLoad) {
    if (blocks.length == 0) {
      return ZoneNote.Unmet.TOO_FEW_BLOCKS;
    }
    if (!borders.connected(blocks)) {
      return ZoneNote.Unmet.REGION_APART;
    }
    if (Math.abs(borders.deviation(z)) <= ZoneNote.TOLERANCE) {
      return ZoneNote.Unmet.NONE;
    }
    boolean tooBig = biggestLoad > borders.target[z] * (1 + ZoneNote.TOLERANCE);
    return tooBig ? ZoneNote.Unmet.BLOCK_TOO_BIG : ZoneNote.Unmet.TOO_COARSE;
  }
}
