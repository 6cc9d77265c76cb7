package org.wangge.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.wangge.fabric.Progress;
import org.wangge.topology.CheckOptions;
import org.wangge.topology.CheckReport;
import org.wangge.topology.CoverageCheck;
import org.wangge.topology.Finding;
import org.wangge.topology.FindingKind;
import org.wangge.topology.LayerPolygon;

class DirtyTwinTest {
  private static final DirtyTwin TWIN = DirtyTwin.of(BuiltDistrict.DISTRICT, 1);
  private static final GeometryFactory FACTORY = new GeometryFactory();

  @Test
  void plantsSixtyEightDefects() {
    Map<FindingKind, Long> counts =
        TWIN.planted().stream()
            .collect(Collectors.groupingBy(Planted::kind, TreeMap::new, Collectors.counting()));
    assertEquals(
        Map.of(
            FindingKind.GAP, 24L,
            FindingKind.INLET, 6L,
            FindingKind.OVERLAP, 22L,
            FindingKind.CROSSING, 10L,
            FindingKind.MULTIPART, 6L),
        counts);
  }

  @Test
  void theCheckFindsEveryDefectOnceAndNothingElse() {
    CheckReport report =
        CoverageCheck.check(
            asSent(TWIN.shapes()),
            sent(TWIN.domain()),
            asSent(TWIN.communityShapes()),
            CheckOptions.defaults(),
            Progress.none());
    List<String> wrong = new ArrayList<>();
    for (int n = 0; n < TWIN.planted().size(); n++) {
      Planted planted = TWIN.planted().get(n);
      List<Finding> found = report.findings().stream().filter(f -> isAt(f, planted)).toList();
      if (found.size() != 1 || found.get(0).kind() != planted.kind()) {
        wrong.add(
            (n + 1)
                + " "
                + planted.kind()
                + " ("
                + planted.note()
                + "): "
                + found.stream().map(Finding::kind).toList());
      }
    }
    assertEquals(List.of(), wrong);
    assertEquals(68, report.findings().size());
  }

  private static boolean isAt(Finding finding, Planted planted) {
    return planted.ground().distance(FACTORY.createPoint(finding.place())) < 0.01;
  }

  /** As it arrives: degrees with 8 decimals, projected back. */
  private static Geometry sent(Geometry metric) {
    return BuiltDistrict.PROJECTION.toMetric(BuiltDistrict.PROJECTION.toLonLat(metric));
  }

  private static List<LayerPolygon> asSent(List<Geometry> shapes) {
    List<LayerPolygon> layer = new ArrayList<>();
    for (int i = 0; i < shapes.size(); i++) {
      layer.add(new LayerPolygon(i, "p" + i, sent(shapes.get(i))));
    }
    return layer;
  }

  @Test
  void equalSeedsGiveEqualTwins() {
    DirtyTwin again = DirtyTwin.of(BuiltDistrict.DISTRICT, 1);
    assertEquals(TWIN.shapes(), again.shapes());
    assertEquals(TWIN.planted(), again.planted());
  }

  @Test
  void otherSeedsFindOtherPlaces() {
    DirtyTwin other = DirtyTwin.of(BuiltDistrict.DISTRICT, 2);
    assertEquals(68, other.planted().size());
    assertTrue(!other.planted().get(0).ground().equals(TWIN.planted().get(0).ground()));
  }

  @Test
  void writesWhatAPlannerCouldHaveSentAndTheAnswers(@TempDir Path directory) throws IOException {
    new TwinFiles(BuiltDistrict.PROJECTION).write(TWIN, directory);
    String grids = Files.readString(directory.resolve("grids.geojson"), StandardCharsets.UTF_8);
    assertEquals(473, grids.split("\"type\":\"Feature\"", -1).length - 1);
    String planted = Files.readString(directory.resolve("planted.geojson"), StandardCharsets.UTF_8);
    assertEquals(68, planted.split("\"kind\":", -1).length - 1);
    assertTrue(Files.exists(directory.resolve("communities.geojson")));
    assertTrue(Files.exists(directory.resolve("domain.geojson")));
  }
}
