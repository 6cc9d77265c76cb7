package org.wangge.party;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.catalogue.Catalogue;
import org.wangge.catalogue.FeatureQuery;
import org.wangge.db.Database;
import org.wangge.territory.InForce;
import org.wangge.territory.Territory;
import org.wangge.territory.TestDistricts;

class DemoPartyTest {

  @ParameterizedTest
  @MethodSource("org.wangge.db.TestDatabases#both")
  void sixAndAHalfInAHundredAreMembersAndAThirdStandForABuilding(Database database) {
    Territory territory = TestDistricts.published(database, 16);
    InForce district = territory.inForce();
    DemoParty demo = DemoParty.of(5, district);
    int people = 16 * 16 * 31;
    assertEquals(people * 0.065, demo.members().size(), 1);
    assertEquals(demo.members().size() / 3.0, demo.assignments().size(), 40);
    for (Step step : Step.values()) {
      assertTrue(
          demo.assignments().stream().filter(a -> a.step() == step).count() > 10, step.label());
    }
    assertEquals(demo, DemoParty.of(5, district));
    seeds(database, territory, demo);
  }

  private static void seeds(Database database, Territory territory, DemoParty demo) {
    Catalogue catalogue = new Catalogue();
    PartyFeature feature = new PartyFeature(database, territory, catalogue, Coordinate::new);
    assertEquals(demo.assignments().size(), feature.seedDemo(5));
    assertEquals(0, feature.seedDemo(5));
    assertEquals(
        demo.assignments().size(),
        catalogue.find("party-assignments").orElseThrow().count(FeatureQuery.all()));
  }
}
