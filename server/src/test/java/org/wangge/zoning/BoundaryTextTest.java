package org.wangge.zoning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wangge.fabric.ArcClass;
import org.wangge.fabric.BoundaryLine;
import org.wangge.fabric.Fabric;
import org.wangge.fabric.Wkt;

/** 四至 one could draw on paper. */
class BoundaryTextTest {
  private static final String SQUARE = "POLYGON ((0 0, 300 0, 300 300, 0 300, 0 0))";

  private static List<BoundaryLine> line(String wkt, ArcClass kind, String name) {
    return Wkt.lines(wkt, kind, name);
  }

  @SafeVarargs
  private static Fabric fabric(String domain, List<BoundaryLine>... lines) {
    return Wkt.build(domain, Arrays.stream(lines).flatMap(List::stream).toList()).fabric();
  }

  /** The zone of the faces at these places against all the others. */
  private static BoundaryText around(Fabric fabric, int... places) {
    int[] zone = new int[fabric.faceCount()];
    for (int i = 0; i < places.length; i += 2) {
      zone[fabric.faceAt(places[i] * 1000L, places[i + 1] * 1000L)] = 1;
    }
    return BoundaryText.of(Plan.of(fabric, zone, new int[] {0, 1}, new int[] {0, 0}), 1);
  }

  private static Fabric town() {
    return fabric(
        SQUARE,
        line("LINESTRING (100 -10, 100 310)", ArcClass.RIVER, "湘江"),
        line("LINESTRING (200 -10, 200 310)", ArcClass.ARTERIAL, "韶山路"),
        line("LINESTRING (-10 100, 310 100)", ArcClass.COLLECTOR, "沿江路"),
        line("LINESTRING (-10 200, 310 200)", ArcClass.RAIL, "京广铁路"));
  }

  @Test
  void fourLinesAreTheFourSides() {
    BoundaryText text = around(town(), 150, 150);
    assertEquals("东至韶山路中心线、南至沿江路中心线、西至湘江河中线、北至京广铁路", text.brief());
    assertEquals(
        "自西北角（湘江与京广铁路交叉口）起，沿京广铁路向东约100米至韶山路口，折向南沿韶山路中心线约100米至沿江路口，"
            + "折向西沿沿江路中心线约100米至湘江边，折向北沿湘江河中线约100米，回到起点。",
        text.legal());
  }

  @Test
  void whereTheDistrictEndsTheLineIsTheDistrictsBorder() {
    assertEquals("东至湘江河中线、南至沿江路中心线、西至区界、北至京广铁路", around(town(), 50, 150).brief());
  }

  @Test
  void aBendDoesNotMakeAStreetStandOnAnotherSide() {
    Fabric fabric =
        fabric(
            SQUARE,
            line("LINESTRING (100 -10, 100 310)", ArcClass.LOCAL, "西路"),
            line("LINESTRING (200 -10, 200 310)", ArcClass.LOCAL, "东路"),
            line("LINESTRING (-10 100, 310 100)", ArcClass.LOCAL, "南路"),
            line(
                "LINESTRING (-10 200, 140 200, 145 240, 155 235, 160 200, 310 200)",
                ArcClass.LOCAL,
                "北路"));
    assertEquals("东至东路中心线、南至南路中心线、西至西路中心线、北至北路中心线", around(fabric, 150, 150).brief());
  }

  @Test
  void aStreetRoundACornerStandsOnBothSides() {
    Fabric fabric =
        fabric(
            SQUARE,
            line("LINESTRING (-10 100, 200 100, 200 310)", ArcClass.LOCAL, "环城路"),
            line("LINESTRING (100 -10, 100 310)", ArcClass.LOCAL, "西路"),
            line("LINESTRING (-10 200, 310 200)", ArcClass.LOCAL, "北路"));
    BoundaryText text = around(fabric, 150, 150);
    assertEquals("东至环城路中心线、南至环城路中心线、西至西路中心线、北至北路中心线", text.brief());
    assertEquals(
        "自西北角（西路与北路交叉口）起，沿北路中心线向东约100米至环城路口，折向南沿环城路中心线、后转向西约200米至西路口，" + "折向北沿西路中心线约100米，回到起点。",
        text.legal());
  }

  @Test
  void severalStreetsOfASideAreToldInTheOrderOfTheWalk() {
    Fabric fabric =
        fabric(
            SQUARE,
            line("LINESTRING (100 -10, 100 310)", ArcClass.RIVER, "涟水河"),
            line("LINESTRING (-10 100, 310 100)", ArcClass.LOCAL, "南路"),
            line("LINESTRING (-10 200, 180 200)", ArcClass.LOCAL, "民主路"),
            line("LINESTRING (180 200, 240 220, 240 310)", ArcClass.LOCAL, "建设路"),
            line("LINESTRING (240 220, 310 220)", ArcClass.LOCAL, "和平路"),
            line("LINESTRING (280 -10, 280 310)", ArcClass.LOCAL, "东路"));
    assertEquals(
        "东至东路中心线、南至南路中心线、西至涟水河中线、北至民主路中心线、建设路中心线和和平路中心线", around(fabric, 150, 150).brief());
  }

  @Test
  void aNamelessLaneIsToldByItsEnds() {
    Fabric fabric =
        fabric(
            SQUARE,
            line("LINESTRING (100 -10, 100 310)", ArcClass.ARTERIAL, "韶山路"),
            line("LINESTRING (200 -10, 200 310)", ArcClass.ARTERIAL, "建设路"),
            line("LINESTRING (-10 100, 310 100)", ArcClass.LOCAL, ""),
            line("LINESTRING (-10 200, 310 200)", ArcClass.WALL, ""));
    assertEquals(
        "东至建设路中心线、南至自建设路口至韶山路口的无名路、西至韶山路中心线、北至自韶山路口至建设路口的围墙", around(fabric, 150, 150).brief());
  }

  @Test
  void aTriangleHasASideThatIsACrossing() {
    Fabric fabric =
        fabric(
            SQUARE,
            line("LINESTRING (100 150, 200 210)", ArcClass.LOCAL, "北路"),
            line("LINESTRING (100 150, 200 90)", ArcClass.LOCAL, "南路"),
            line("LINESTRING (200 -10, 200 310)", ArcClass.LOCAL, "东路"));
    assertEquals("东至东路中心线、南至南路中心线、西至南路与北路交叉口、北至北路中心线", around(fabric, 170, 150).brief());
  }

  @Test
  void aDiamondHasEveryStreetOnce() {
    Fabric fabric =
        fabric(
            "POLYGON ((-200 -200, 200 -200, 200 200, -200 200, -200 -200))",
            line("LINESTRING (-100 0, 0 100)", ArcClass.LOCAL, "甲路"),
            line("LINESTRING (0 100, 100 0)", ArcClass.LOCAL, "乙路"),
            line("LINESTRING (100 0, 0 -100)", ArcClass.LOCAL, "丙路"),
            line("LINESTRING (0 -100, -100 0)", ArcClass.LOCAL, "丁路"));
    String text = around(fabric, 0, 0).brief();
    for (String street : List.of("甲路", "乙路", "丙路", "丁路")) {
      assertEquals(2, text.split(street, -1).length, text);
    }
  }

  @Test
  void holesAndPiecesAreTold() {
    Fabric town = town();
    BoundaryText around =
        around(town, 50, 50, 150, 50, 250, 50, 50, 150, 250, 150, 50, 250, 150, 250, 250, 250);
    assertEquals("东至区界、南至区界、西至区界、北至区界（其内1处除外）", around.brief());
    assertTrue(
        around
            .legal()
            .endsWith(
                "其内除外的一处：自西北角（湘江与京广铁路交叉口）起，沿京广铁路向东约100米至韶山路口，"
                    + "折向南沿韶山路中心线约100米至沿江路口，折向西沿沿江路中心线约100米至湘江边，折向北沿湘江河中线约100米，回到起点。"),
        around.legal());
    BoundaryText apart = around(town, 150, 150, 250, 250);
    assertTrue(apart.brief().matches("第1片：.*；第2片：.*"), apart.brief());
    assertTrue(apart.legal().startsWith("由互不相连的2片组成。"), apart.legal());
  }

  @Test
  void aRingStreetHasOneName() {
    Fabric fabric =
        fabric(
            SQUARE,
            line(
                "LINESTRING (100 100, 200 100, 200 200, 100 200, 100 100)", ArcClass.LOCAL, "环岛路"));
    BoundaryText text = around(fabric, 150, 150);
    assertEquals("东至环岛路中心线、南至环岛路中心线、西至环岛路中心线、北至环岛路中心线", text.brief());
    assertEquals(1, text.rings().get(0).stretches().size());
  }

  static List<Integer> arcs(BoundaryText text) {
    List<Integer> arcs = new ArrayList<>();
    text.rings().stream()
        .flatMap(ring -> ring.stretches().stream())
        .flatMapToInt(stretch -> IntStream.of(stretch.halfEdges()))
        .forEach(h -> arcs.add(h >> 1));
    return arcs;
  }
}
