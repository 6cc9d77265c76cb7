package org.wangge.zoning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wangge.zoning.ZoneNote.Unmet;

class DesignerTest {

  @Test
  void cutsAStripInTwoEqualHalves() {
    Design design = Designer.design(oneRegion(BlockGrids.plain(8, 1), 2));
    assertEquals(4, Arrays.stream(design.zone()).filter(z -> z == 0).count());
    assertEquals(design.zone()[0], design.zone()[3]);
    assertEquals(design.zone()[4], design.zone()[7]);
  }

  @Test
  void cutsASquareIntoFourQuarters() {
    Design design = Designer.design(oneRegion(BlockGrids.plain(8, 8), 4));
    design.notes().forEach(note -> assertEquals(16, note.load(), 2.0));
    assertSound(BlockGrids.plain(8, 8), design);
  }

  @Test
  void putsBordersOnArterials() {
    BlockGraph graph = BlockGrids.withArterialEvery(5, 30, 30);
    Design design = Designer.design(oneRegion(graph, 9));
    assertTrue(arterialShare(graph, design) > 0.6, () -> "share " + arterialShare(graph, design));
  }

  @Test
  void givesZonesTheProportionsAskedFor() {
    BlockGraph graph = BlockGrids.plain(20, 20);
    double[][] targets = {{1, 3, 6}};
    Design design = Designer.design(DesignRequest.of(graph, new int[400], targets, 5));
    assertEquals(40, design.notes().get(0).load(), 4);
    assertEquals(120, design.notes().get(1).load(), 12);
    assertEquals(240, design.notes().get(2).load(), 24);
  }

  @Test
  void choosesTheNumberOfZonesFromATargetLoad() {
    int[] region = IntStream.range(0, 400).map(b -> b % 20 < 5 ? 0 : 1).toArray();
    Design design =
        Designer.design(DesignRequest.sized(BlockGrids.plain(20, 20), region, 2, 50, 1));
    assertArrayEquals(new int[] {0, 0, 1, 1, 1, 1, 1, 1}, design.regionOfZone());
  }

  @Test
  void saysWhichBlockIsTooBig() {
    BlockGraph plain = BlockGrids.plain(6, 6);
    double[] load = plain.load().clone();
    load[14] = 100;
    Design design = Designer.design(oneRegion(plain.withLoad(load), 4));
    ZoneNote note = design.notes().get(design.zone()[14]);
    assertEquals(Unmet.BLOCK_TOO_BIG, note.unmet());
    assertEquals("街区 14 一块就有目标的 3.0 倍，须先切分该街区", note.because());
  }

  @Test
  void leavesZonesEmptyWhenThereAreTooFewBlocks() {
    Design design = Designer.design(oneRegion(BlockGrids.plain(2, 1), 3));
    assertEquals(
        1, design.notes().stream().filter(note -> note.unmet() == Unmet.TOO_FEW_BLOCKS).count());
  }

  @Test
  void saysWhenTheRegionFallsApart() {
    BlockGraph graph = BlockGrids.plain(9, 1);
    int[] region = {0, -1, 0, -1, 0, 0, 0, 0, 0};
    Design design = Designer.design(DesignRequest.even(graph, region, new int[] {2}, 1));
    assertEquals(
        1, design.notes().stream().filter(note -> note.unmet() == Unmet.REGION_APART).count());
    assertEquals(-1, design.zone()[1]);
  }

  @Test
  void copesWithNoLoadAtAll() {
    BlockGraph graph = BlockGrids.plain(6, 6);
    Design design = Designer.design(oneRegion(graph.withLoad(new double[36]), 4));
    assertSound(graph, design);
  }

  @Test
  void drawsFourHundredAndSeventyThreeZonesOfATown() {
    BlockGraph graph = BlockGrids.lumpy(BlockGrids.withArterialEvery(7, 71, 71), 3);
    int[] region = IntStream.range(0, 71 * 71).map(b -> b % 71 / 12 * 6 + b / 71 / 12).toArray();
    int[] zones = new int[36];
    Arrays.fill(zones, 13);
    Arrays.fill(zones, 0, 5, 14);
    Design design = Designer.design(DesignRequest.even(graph, region, zones, 1));
    assertEquals(473, design.zoneCount());
    assertSound(graph, design);
    long near = design.notes().stream().filter(note -> Math.abs(note.deviation()) <= 0.25).count();
    assertTrue(near > 0.85 * 473, () -> near + " of 473 within a quarter of their target");
  }

  private static DesignRequest oneRegion(BlockGraph graph, int zones) {
    return DesignRequest.even(graph, new int[graph.blockCount()], new int[] {zones}, 1);
  }

  private static void assertSound(BlockGraph graph, Design design) {
    for (int z = 0; z < design.zoneCount(); z++) {
      assertEquals(1, BlockGrids.parts(graph, design.zone(), z), "parts of zone " + z);
    }
  }

  private static double arterialShare(BlockGraph graph, Design design) {
    double arterial = 0;
    double all = 0;
    for (int b = 0; b < graph.blockCount(); b++) {
      for (int e = graph.start()[b]; e < graph.start()[b + 1]; e++) {
        if (design.zone()[b] != design.zone()[graph.neighbour()[e]]) {
          all++;
          arterial += graph.weight()[e] < 1 ? 1 : 0;
        }
      }
    }
    return arterial / all;
  }
}
