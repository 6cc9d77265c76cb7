package org.wangge.territory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.wangge.catalogue.FeatureQuery;
import org.wangge.catalogue.FeatureSource;
import org.wangge.catalogue.Item;
import org.wangge.catalogue.Property;
import org.wangge.db.Database;
import org.wangge.db.TestDatabases;

class TerritorySourcesTest {
  private static Database database;
  private static List<FeatureSource> sources;

  @BeforeAll
  static void publish() {
    database = TestDatabases.h2();
    sources = TerritorySources.of(TestDistricts.published(database, 16));
  }

  @AfterAll
  static void close() {
    database.close();
  }

  static List<FeatureSource> sources() {
    return TerritorySources.of(TestDistricts.territory(database));
  }

  @Test
  void everyLevelHasItsItems() {
    Map<String, Long> counts =
        sources.stream()
            .collect(Collectors.toMap(s -> s.description().id(), s -> s.count(FeatureQuery.all())));
    assertEquals(
        Map.of(
            "townships",
            4L,
            "communities",
            16L,
            "grids",
            64L,
            "blocks",
            256L,
            "streets",
            545L,
            "buildings",
            256L),
        counts);
  }

  @ParameterizedTest
  @MethodSource("sources")
  void pagesShowEveryItemOnceInOneOrder(FeatureSource source) {
    List<String> whole = ids(source, FeatureQuery.all());
    List<String> paged = new ArrayList<>();
    for (int offset = 0; offset < whole.size(); offset += 7) {
      paged.addAll(ids(source, query(List.of(), Map.of(), 7, offset)));
    }
    assertEquals(whole, paged);
    assertEquals(whole.size(), whole.stream().distinct().count());
  }

  @ParameterizedTest
  @MethodSource("sources")
  void aBoxFindsWhatItTouchesAsByTestingEverything(FeatureSource source) {
    Random random = new Random(3);
    GeometryFactory factory = new GeometryFactory();
    for (int i = 0; i < 20; i++) {
      double west = 112 + random.nextInt(1600) * 1e-5;
      double south = 27 + random.nextInt(1600) * 1e-5;
      Envelope box = new Envelope(west, west + 3e-3, south, south + 1e-3);
      List<String> naive =
          source
              .list(FeatureQuery.all())
              .filter(item -> factory.toGeometry(box).intersects(item.shape().lonLat()))
              .map(Item::id)
              .toList();
      FeatureQuery query = query(List.of(box), Map.of(), Integer.MAX_VALUE, 0);
      assertEquals(naive, ids(source, query));
      assertEquals(naive.size(), source.count(query));
    }
  }

  @ParameterizedTest
  @MethodSource("sources")
  void everyItemHasThePropertiesOfItsDescriptionAndIsFoundById(FeatureSource source) {
    List<String> names = source.description().properties().stream().map(Property::name).toList();
    source
        .list(query(List.of(), Map.of(), 10, 0))
        .forEach(
            item -> {
              assertEquals(names, List.copyOf(item.properties().keySet()));
              assertEquals(
                  item.id(), source.find(item.id(), FeatureQuery.all()).orElseThrow().id());
            });
    assertTrue(source.find("nowhere", FeatureQuery.all()).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("sources")
  void beforeTheFirstPublicationThereIsNothing(FeatureSource source) {
    Instant before = Instant.parse("2023-12-31T23:59:59+08:00");
    FeatureQuery query =
        new FeatureQuery(List.of(), before, before, Map.of(), Integer.MAX_VALUE, 0);
    assertEquals(0, source.count(query));
    Instant after = Instant.parse("2024-01-01T00:00:00+08:00");
    FeatureQuery then = new FeatureQuery(List.of(), before, after, Map.of(), 5, 0);
    assertTrue(source.count(then) > 0);
  }

  @Test
  void filtersCompareForEquality() {
    FeatureSource grids = sources.get(2);
    String community = TestDistricts.CODE + "900001";
    FeatureQuery query = query(List.of(), Map.of("communityCode", community, "kind", "城镇网格"), 3, 1);
    assertEquals(4, grids.count(query));
    assertEquals(3, grids.list(query).count());
    assertEquals(0, grids.count(query(List.of(), Map.of("kind", "农村网格"), 3, 0)));
  }

  @Test
  void syntheticDataSaysSoInEveryItem() {
    for (FeatureSource source : sources) {
      assertTrue(
          source
              .list(FeatureQuery.all())
              .allMatch(item -> "示意数据".equals(item.properties().get("dataLabel"))));
    }
  }

  private static FeatureQuery query(
      List<Envelope> boxes, Map<String, String> filters, int limit, int offset) {
    return new FeatureQuery(boxes, null, null, filters, limit, offset);
  }

  private static List<String> ids(FeatureSource source, FeatureQuery query) {
    return source.list(query).map(Item::id).toList();
  }
}
