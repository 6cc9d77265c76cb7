package org.wangge.founding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.GeometryFactory;
import org.wangge.exchange.Feature;

class ColumnTest {
  private static final Feature FEATURE =
      new Feature(
          0,
          "f",
          new GeometryFactory().createPoint(),
          Map.of("GEOID20", "250173532002012", "名称", "龙子巷"));

  @Test
  void aColumnIsTakenWholeOrInPart() {
    assertEquals(Optional.of("250173532002012"), value("GEOID20"));
    assertEquals(Optional.of("250173532002"), value("GEOID20[0:12]"));
    assertEquals(Optional.of("012"), value("GEOID20[12:]"));
    assertEquals(Optional.of("25"), value("GEOID20[:2]"));
    assertEquals(Optional.of(""), value("GEOID20[40:50]"));
  }

  @Test
  void textAndColumnsAreJoined() {
    assertEquals(Optional.of("龙子巷 + 25"), value("名称+' + '+GEOID20[0:2]"));
    assertEquals(Optional.of("镇街"), value("'镇街'"));
  }

  @Test
  void aMissingColumnGivesNothing() {
    assertEquals(Optional.empty(), value("nowhere"));
    assertEquals(Optional.empty(), value("GEOID20+nowhere"));
  }

  @Test
  void whatIsNoColumnIsRefused() {
    for (String text : new String[] {"", "a[1", "a[x:y]", "a]b", "'a", "a++b"}) {
      assertThrows(IllegalArgumentException.class, () -> Column.parse(text), text);
    }
  }

  @Test
  void aMappingNamesItsFields() {
    FieldMap map = FieldMap.parse("code=GEOID20, name=名称,parent=GEOID20[0:12]");
    assertEquals(Optional.of("250173532002"), map.find(FEATURE, "parent"));
    assertEquals(Optional.of("龙子巷"), FieldMap.usual().find(FEATURE, "name"));
    assertThrows(IllegalArgumentException.class, () -> FieldMap.parse("colour=RED"));
    assertThrows(IllegalArgumentException.class, () -> FieldMap.parse("code"));
  }

  private static Optional<String> value(String column) {
    return Column.parse(column).find(FEATURE);
  }
}
