package org.wangge.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.catalogue.Catalogue;
import org.wangge.catalogue.FeatureQuery;
import org.wangge.db.Database;
import org.wangge.territory.InForce;
import org.wangge.territory.Territory;
import org.wangge.territory.TestDistricts;

class DemoServicesTest {

  @ParameterizedTest
  @MethodSource("org.wangge.db.TestDatabases#both")
  void everyUnitHasItsCentreAndEveryCommunityItsBoxAndBoard(Database database) {
    Territory territory = TestDistricts.published(database, 16);
    InForce district = territory.inForce();
    List<ServicePoint> points = DemoServices.of(5, district);
    int townships = district.tree().townships().size();
    int communities = district.tree().communities().size();
    assertEquals(1 + townships + communities, count(points, Kind.CIVIC_CENTRE));
    assertEquals(1 + townships + communities, count(points, Kind.PARTY_CENTRE));
    assertEquals(1, count(points, Kind.MAIN_STATION));
    assertEquals(townships, count(points, Kind.STATION));
    assertEquals(communities, count(points, Kind.REPORT_BOX));
    assertTrue(count(points, Kind.OPINION_BOARD) >= communities);
    assertTrue(
        points.stream().allMatch(point -> point.site().face() >= 0 && point.hours().isKnown()));
    assertEquals(points.toString(), DemoServices.of(5, district).toString());
    seeds(database, territory, points.size());
  }

  private static void seeds(Database database, Territory territory, int points) {
    Catalogue catalogue = new Catalogue();
    ServiceFeature feature = new ServiceFeature(database, territory, catalogue, Coordinate::new);
    assertEquals(points, feature.seedDemo(5));
    assertEquals(0, feature.seedDemo(5));
    assertEquals(points, catalogue.find("service-points").orElseThrow().count(FeatureQuery.all()));
  }

  private static long count(List<ServicePoint> points, Kind kind) {
    return points.stream().filter(point -> point.kind() == kind).count();
  }
}
