package org.wangge.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Envelope;
import org.wangge.db.Database;
import org.wangge.db.Sql;
import org.wangge.db.Where;
import org.wangge.intake.Site;

class CaseStoreTest {
  private static final Instant NOON = Instant.parse("2022-06-01T04:00:00Z");
  private static final String BOTH = "org.wangge.db.TestDatabases#both";

  @ParameterizedTest
  @MethodSource(BOTH)
  void givesBackWhatItWasGiven(Database database) {
    CaseStore store = new CaseStore(database);
    Case given = at(112.9, 27.85, "0102", "A-1", 3);
    store.add(Stream.of(given, at(112.8, 27.9, "2102", "", 4)));
    List<Case> found = store.list(new Where(), 10, 0);
    assertEquals(given, withoutId(found.get(0)));
    assertEquals("W000000002", found.get(1).code());
    assertEquals(List.of(2L), store.list(new Where(), 1, 1).stream().map(Case::id).toList());
    assertEquals(true, found.get(0).findOnTime().orElseThrow());
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void restrictedCasesAreKeptAndNeverShown(Database database) {
    CaseStore store = new CaseStore(database);
    store.add(
        Stream.of(at(112.9, 27.85, "2601", "secret", 3), at(112.9, 27.85, "0102", "open", 3)));
    assertEquals(1, store.count(new Where()));
    assertEquals(List.of("open"), store.list(new Where(), 10, 0).stream().map(Case::code).toList());
    assertEquals(1, store.fingerprint().count());
    List<String> briefs = new ArrayList<>();
    store.forEachBrief(brief -> briefs.add(brief.category()));
    assertEquals(List.of("0102"), briefs);
    assertTrue(store.listCodes().contains("secret"));
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void filtersByBoxTimeGridAndCategory(Database database) {
    CaseStore store = new CaseStore(database);
    store.add(
        IntStream.range(0, 20).mapToObj(i -> at(112.80 + i / 100.0, 27.85, "0102", "N" + i, i)));
    Where box =
        new Where()
            .inBoxes(
                List.of(new Envelope(112.80, 112.815, 27, 28), new Envelope(112.99, 113, 27, 28)));
    assertEquals(
        List.of("N0", "N1", "N19"), store.list(box, 10, 0).stream().map(Case::code).toList());
    Where faces = new Where().and(part("by-face"), "faces", new int[] {3, 5});
    assertEquals(2, store.count(faces));
    assertEquals(0, store.count(new Where().and(part("by-category"), "category", "0505")));
    assertEquals(20, store.count(new Where().and(part("by-group"), "group", "01")));
    assertEquals(20, store.count(new Where().and(part("by-from"), "from", NOON)));
    assertEquals(0, store.count(new Where().and(part("by-before"), "before", NOON)));
    assertEquals("N19", store.listNewest(new Where(), 1).get(0).code());
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void addsAllOrNothing(Database database) {
    CaseStore store = new CaseStore(database);
    store.add(Stream.of(at(112.9, 27.85, "0102", "A", 1)));
    assertThrows(
        RuntimeException.class,
        () ->
            store.add(
                Stream.of(at(112.9, 27.85, "0102", "B", 1), at(112.9, 27.85, "0102", "A", 1))));
    assertEquals(1, store.count(new Where()));
  }

  @ParameterizedTest
  @MethodSource(BOTH)
  void tellsThatCasesWereAdded(Database database) throws InterruptedException {
    CaseStore store = new CaseStore(database);
    var heard = new java.util.concurrent.CountDownLatch(1);
    store.onChange(heard::countDown);
    store.add(Stream.of(at(112.9, 27.85, "0102", "A", 1)));
    assertTrue(heard.await(10, java.util.concurrent.TimeUnit.SECONDS));
  }

  private static String part(String name) {
    return Sql.of(CaseStore.class, "cases#" + name);
  }

  private static Case withoutId(Case found) {
    return new Case(
        0,
        found.code(),
        found.category(),
        found.title(),
        found.description(),
        found.channel(),
        found.status(),
        found.reportedAt(),
        found.dueAt(),
        found.closedAt(),
        found.site());
  }

  private static Case at(double lon, double lat, String category, String code, int face) {
    Site site = new Site(lon, lat, Math.round(lon * 1e8), Math.round(lat * 1e8), 1, face);
    Category known = Categories.standard().findLeaf(category).orElseThrow();
    Instant later = NOON.plusSeconds(face);
    return new Case(
        0,
        code,
        known,
        "标题",
        "说明",
        Channel.PATROL,
        Status.CLOSED,
        later,
        later.plusSeconds(7_200),
        later.plusSeconds(3_600),
        site);
  }
}
