package org.wangge.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;

class IntakeTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final FieldNames NAMES =
      FieldNames.of(Map.of("title", List.of("标题"), "reportedAt", List.of("上报时间")));

  private final Village village = new Village(900);
  private final Intake intake = new Intake(NAMES, village, Village.OFFSET);
  private final List<String> stored = new ArrayList<>();

  @Test
  void readsChineseAndEnglishHeadingsAndQuotedFields() {
    ImportReport report =
        run("标题,经度(WGS84),纬度,上报时间\n\"占道,\"\"严重\"\"\n两行\",112.9,27.9,2022-06-01 08:30\n");
    assertEquals(1, report.accepted());
    assertTrue(report.stored());
    assertEquals(List.of("占道,\"严重\"\n两行@2022-06-01T00:30:00Z"), stored);
    run("Title;LON;lat;reported_at\n甲;112.9;27.9;2022/6/1\n");
    assertEquals("甲@2022-05-31T16:00:00Z", stored.get(1));
  }

  @Test
  void everyRefusedRowIsNamedWithValueReasonAndRemedy() {
    ImportReport report =
        run(
            "title,lon,lat,reportedAt\n"
                + "好,112.9,27.9,2022-06-01\n"
                + "远,116.4,39.9,2022-06-01\n"
                + "\n"
                + "无,,27.9,2022-06-01\n"
                + "怪,abc,NaN,2022-06-01\n"
                + "巨,1e308,27.9,2022-06-01\n"
                + "时,112.9,27.9,明天\n"
                + ",112.9,27.9,2022-06-01\n"
                + "缺列,112.9\n");
    assertEquals(8, report.rows());
    assertEquals(1, report.accepted());
    assertEquals(7, report.refused());
    assertEquals(
        List.of(3, 5, 6, 7, 8, 9, 10), report.problems().stream().map(RowProblem::row).toList());
    assertEquals("明天", report.problems().get(4).value());
    assertTrue(
        report.problems().stream().allMatch(p -> !p.reason().isBlank() && !p.remedy().isBlank()));
    assertEquals(1, stored.size());
  }

  @Test
  void readsGeoJsonPointsAndRefusesOtherGeometries() {
    ImportReport report =
        run(
            "{\"type\":\"FeatureCollection\",\"features\":["
                + feature("Point", "[112.9,27.9]")
                + ","
                + feature("LineString", "[[112.9,27.9],[112.8,27.9]]")
                + ",{\"type\":\"Feature\",\"geometry\":null,\"properties\":null}]}");
    assertEquals(1, report.accepted());
    assertEquals(List.of(2, 3), report.problems().stream().map(RowProblem::row).toList());
    assertTrue(report.problems().get(0).value().startsWith("LineString"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \n ",
        "{\"type\":\"Feat",
        "{}",
        "a,b\n1,2\n",
        "\u0000\u0001\u0002",
        "{\"features\":{}}",
        "[1,2]"
      })
  void aFileWithoutRowsIsRefusedWithAReasonAndARemedy(String content) {
    UnreadableFileException refusal =
        assertThrows(UnreadableFileException.class, () -> run(content));
    assertFalse(refusal.getMessage().isBlank());
    assertFalse(refusal.remedy().isBlank());
    assertTrue(stored.isEmpty());
  }

  @Test
  void readsTheEncodingOfLocalSpreadsheets() {
    byte[] bytes = "标题,经度,纬度,上报时间\n井盖,112.9,27.9,2022-06-01\n".getBytes(Charset.forName("GB18030"));
    ImportReport report = run(bytes, ImportOptions.defaults());
    assertTrue(stored.get(0).startsWith("井盖"));
    assertTrue(report.notices().get(1).contains("GB18030"));
  }

  @Test
  void allOrNothingStoresNothingWhenOneRowIsRefused() {
    byte[] bytes =
        "title,lon,lat,reportedAt\n甲,112.9,27.9,2022-06-01\n乙,0,0,x\n"
            .getBytes(StandardCharsets.UTF_8);
    ImportReport report = run(bytes, new ImportOptions(true, false, Optional.empty()));
    assertFalse(report.stored());
    assertEquals(1, report.accepted());
    assertTrue(stored.isEmpty());
    assertFalse(run(bytes, new ImportOptions(false, true, Optional.empty())).stored());
    assertTrue(stored.isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "false,false,AS_GIVEN",
    "true,false,SWAPPED",
    "false,true,GCJ02",
    "true,true,SWAPPED_GCJ02"
  })
  void findsOutHowCoordinatesAreMeant(boolean swapped, boolean offset, Reading expected) {
    ImportReport report = run(table(nearHouses(400), place -> disguise(place, swapped, offset)));
    assertEquals(expected, report.reading());
    assertEquals(expected.notice(), report.notices().get(0));
    assertTrue(report.accepted() > 395);
  }

  @Test
  void leavesPointsAloneThatFavourNoReading() {
    Random random = new Random(1);
    List<Coordinate> anywhere = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      anywhere.add(
          new Coordinate(112.72 + random.nextDouble() * 0.26, 27.82 + random.nextDouble() * 0.23));
    }
    assertEquals(Reading.AS_GIVEN, run(table(anywhere, place -> place)).reading());
    assertEquals(Reading.AS_GIVEN, run(table(anywhere.subList(0, 3), place -> place)).reading());
  }

  @Test
  void believesWhoeverSaysHowCoordinatesAreMeant() {
    byte[] bytes = table(nearHouses(50), place -> place).getBytes(StandardCharsets.UTF_8);
    ImportReport report = run(bytes, new ImportOptions(false, false, Optional.of(Reading.GCJ02)));
    assertEquals(Reading.GCJ02, report.reading());
  }

  private List<Coordinate> nearHouses(int count) {
    Random random = new Random(3);
    return random
        .ints(count, 0, village.houses.size())
        .mapToObj(village.houses::get)
        .map(
            h ->
                new Coordinate(
                    h.x + random.nextGaussian() * 2e-4, h.y + random.nextGaussian() * 2e-4))
        .toList();
  }

  private static Coordinate disguise(Coordinate place, boolean swapped, boolean offset) {
    Coordinate moved = offset ? new Coordinate(place.x + 0.0054, place.y - 0.0035) : place;
    return swapped ? new Coordinate(moved.y, moved.x) : moved;
  }

  private static String table(List<Coordinate> places, UnaryOperator<Coordinate> disguise) {
    StringBuilder text = new StringBuilder("title,lon,lat,reportedAt\n");
    places.stream()
        .map(disguise)
        .forEach(
            p -> text.append("甲,").append(p.x).append(',').append(p.y).append(",2022-06-01\n"));
    return text.toString();
  }

  private static String feature(String type, String coordinates) {
    return "{\"type\":\"Feature\",\"geometry\":{\"type\":\""
        + type
        + "\",\"coordinates\":"
        + coordinates
        + "},\"properties\":{\"标题\":\"甲\",\"上报时间\":\"2022-06-01T08:00:00+08:00\"}}";
  }

  private ImportReport run(String content) {
    return run(content.getBytes(StandardCharsets.UTF_8), ImportOptions.defaults());
  }

  private ImportReport run(byte[] bytes, ImportOptions options) {
    return intake.run(bytes, options, IntakeTest::parse, stored::addAll);
  }

  private static String parse(Row row) {
    Instant time = row.getTime("reportedAt", ZONE);
    return row.getText("title", 40) + "@" + time;
  }
}
