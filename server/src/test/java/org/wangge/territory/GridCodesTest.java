package org.wangge.territory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

class GridCodesTest {
  private static final String COMMUNITY = "430302005003";

  @Test
  void gridsAreNumberedWestToEastAndThenNorthToSouth() {
    List<Coordinate> centres =
        List.of(
            new Coordinate(250, 40),
            new Coordinate(50, 260),
            new Coordinate(150, 245),
            new Coordinate(250, 255),
            new Coordinate(50, 45),
            new Coordinate(150, 50));
    assertEquals(
        List.of("006", "001", "002", "003", "004", "005"),
        GridCodes.number(COMMUNITY, centres).stream().map(code -> code.substring(12)).toList());
  }

  @Property
  void everyGridGetsACodeOfItsOwn(
      @ForAll @Size(max = 60) List<@IntRange(min = -1000, max = 1000) Integer> xs) {
    List<Coordinate> centres = xs.stream().map(x -> new Coordinate(x, (x * 31) % 97)).toList();
    List<String> codes = GridCodes.number(COMMUNITY, centres);
    assertEquals(centres.size(), new HashSet<>(codes).size());
    assertEquals(centres.size(), GridCodes.readingOrder(centres).stream().distinct().count());
  }

  @Test
  void aCodeThatWasEverGivenIsNotGivenAgain() {
    List<String> used =
        List.of(COMMUNITY + "001", COMMUNITY + "007", COMMUNITY + "901", "430302005004099");
    assertEquals(COMMUNITY + "008", GridCodes.next(COMMUNITY, used, false));
    assertEquals(COMMUNITY + "902", GridCodes.next(COMMUNITY, used, true));
    assertEquals("430302005009001", GridCodes.next("430302005009", used, false));
  }

  @Test
  void aFullSequenceIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> GridCodes.next(COMMUNITY, List.of(COMMUNITY + "900"), false));
    assertThrows(
        IllegalArgumentException.class,
        () -> GridCodes.number(COMMUNITY, Collections.nCopies(901, new Coordinate(0, 0))));
  }
}
