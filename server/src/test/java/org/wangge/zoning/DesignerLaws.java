package org.wangge.zoning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class DesignerLaws {

  @Property(tries = 60)
  void everyBlockGetsAZoneOfItsRegionAndEveryZoneIsOnePiece(
      @ForAll @IntRange(min = 4, max = 24) int columns,
      @ForAll @IntRange(min = 2, max = 24) int rows,
      @ForAll @IntRange(min = 1, max = 6) int zones,
      @ForAll long seed) {
    BlockGraph graph = BlockGrids.lumpy(BlockGrids.withArterialEvery(4, columns, rows), seed);
    int[] region = halves(columns, rows);
    Design design =
        Designer.design(DesignRequest.even(graph, region, new int[] {zones, zones}, seed));
    for (int b = 0; b < region.length; b++) {
      assertEquals(region[b], design.regionOfZone()[design.zone()[b]]);
    }
    for (ZoneNote note : design.notes()) {
      assertEquals(note.blocks() == 0 ? 0 : 1, BlockGrids.parts(graph, design.zone(), note.zone()));
    }
  }

  @Property(tries = 30)
  void equalRequestsGiveEqualDesigns(
      @ForAll @IntRange(min = 2, max = 9) int zones, @ForAll long seed) {
    BlockGraph graph = BlockGrids.lumpy(BlockGrids.plain(17, 13), seed);
    DesignRequest request = DesignRequest.even(graph, new int[17 * 13], new int[] {zones}, seed);
    assertArrayEquals(Designer.design(request).zone(), Designer.design(request).zone());
  }

  @Property(tries = 30)
  void loadsOfNotesAreTheLoadsOfTheirBlocks(
      @ForAll @IntRange(min = 2, max = 9) int zones, @ForAll long seed) {
    BlockGraph graph = BlockGrids.lumpy(BlockGrids.plain(11, 13), seed);
    Design design =
        Designer.design(DesignRequest.even(graph, new int[143], new int[] {zones}, seed));
    double[] sums = new double[zones];
    for (int b = 0; b < 143; b++) {
      sums[design.zone()[b]] += graph.load()[b];
    }
    design.notes().forEach(note -> assertEquals(sums[note.zone()], note.load(), 1e-6));
  }

  private static int[] halves(int columns, int rows) {
    int[] region = new int[columns * rows];
    for (int b = 0; b < region.length; b++) {
      region[b] = b % columns < columns / 2 ? 0 : 1;
    }
    return region;
  }
}
