package org.wangge.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wangge.db.Database;
import org.wangge.policy.Role;
import org.wangge.territory.TestDistricts;

/** What a first start makes, and a second does not. */
class FirstAccountsTest {

  private static Access access(Database database) {
    return new Access(
        database, TestDistricts.territory(database), Access.Options.defaults(), new MovableClock());
  }

  @ParameterizedTest
  @MethodSource("org.wangge.db.TestDatabases#both")
  void theAdministratorIsMadeOnce(Database database) {
    assertEquals(Set.of("admin"), access(database).createFirst().keySet());
    assertEquals(Map.of(), access(database).createFirst());
    Account admin = new AccountStore(database).findByName("admin").orElseThrow();
    assertTrue(admin.mustChange());
    assertTrue(admin.isAdministrator());
  }

  @ParameterizedTest
  @MethodSource("org.wangge.db.TestDatabases#both")
  void aSyntheticDistrictGetsOneAccountForEachOtherRole(Database database) {
    TestDistricts.published(database, 8);
    Map<String, String> made = access(database).createDemo();
    Set<String> roles =
        Stream.of(Role.values())
            .filter(role -> role != Role.ADMINISTRATOR)
            .map(Role::code)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(roles, new TreeSet<>(made.keySet()));
    assertEquals(made.size(), Set.copyOf(made.values()).size(), "no two passwords are the same");
  }

  @ParameterizedTest
  @MethodSource("org.wangge.db.TestDatabases#both")
  void aStoreWithoutASyntheticDistrictGetsNone(Database database) {
    assertEquals(Map.of(), access(database).createDemo());
  }
}
