package org.wangge.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wangge.access.Accounts.Change;
import org.wangge.db.Database;
import org.wangge.policy.Grant;
import org.wangge.policy.Role;
import org.wangge.policy.Viewer;
import org.wangge.territory.TestDistricts;
import org.wangge.web.ProblemException;
import org.wangge.web.ProblemKind;

/** The rules by which accounts are kept; sessions and tokens with them. */
class AccountsTest {
  private static final String TOWNSHIP = TestDistricts.CODE + "001";
  private static final String COMMUNITY = TestDistricts.CODE + "900001";
  private static final String PASSWORD = "three long walks by the river";

  /** Everything around one store. */
  private static final class World {
    final MovableClock clock = new MovableClock();
    final AccountStore store;
    final Sessions sessions;
    final Accounts accounts;
    final Tokens tokens;
    final AuditLog audit;

    World(Database database) {
      Scopes scopes = new Scopes(TestDistricts.published(database, 16));
      store = new AccountStore(database);
      audit = new AuditLog(new AuditStore(database), clock);
      sessions =
          new Sessions(
              new SessionStore(database),
              store,
              new Sessions.Limits(Duration.ofMinutes(30), Duration.ofHours(12)),
              clock);
      accounts = new Accounts(database, store, sessions, scopes, new Passwords(), audit, clock);
      tokens = new Tokens(database, new TokenStore(database), scopes, audit, clock);
    }

    Account make(String name, Role role, String scope) {
      return accounts
          .create(Actor.server(), name, name, List.of(new Grant(role, scope)), false)
          .account();
    }

    Actor as(Account account) {
      return new Actor(account.viewer(false), "10.0.0.1");
    }
  }

  private static Change disable(Account account) {
    return new Change(
        account.version(), Optional.empty(), Optional.of(true), Optional.empty(), "left");
  }

  private static Change grant(Account account, Role role, String scope) {
    return new Change(
        account.version(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(List.of(new Grant(role, scope))),
        "");
  }

  private static void refused(ProblemKind kind, Runnable work) {
    assertEquals(kind, assertThrows(ProblemException.class, work::run).problem().kind());
  }

  @ParameterizedTest
  @MethodSource("org.wangge.db.TestDatabases#both")
  void nobodyGivesMoreThanHeIsResponsibleFor(Database database) {
    World world = new World(database);
    Actor chief = world.as(world.make("chief", Role.ADMINISTRATOR, TOWNSHIP));
    List<Grant> inside = List.of(new Grant(Role.GRID_WORKER, COMMUNITY));
    world.accounts.create(chief, "inside", "里", inside, true);
    for (String beyond : List.of(TestDistricts.CODE + "002", TestDistricts.CODE, Grant.WHOLE)) {
      refused(
          ProblemKind.FORBIDDEN,
          () ->
              world.accounts.create(
                  chief, "outside", "外", List.of(new Grant(Role.GRID_WORKER, beyond)), true));
    }
    refused(
        ProblemKind.BAD_BODY,
        () ->
            world.accounts.create(
                chief, "nowhere", "无", List.of(new Grant(Role.GRID_WORKER, "123")), true));
  }

  @ParameterizedTest
  @MethodSource("org.wangge.db.TestDatabases#both")
  void accountsWithGrantsElsewhereAreNotManaged(Database database) {
    World world = new World(database);
    Account chief = world.make("chief", Role.ADMINISTRATOR, TOWNSHIP);
    Account elsewhere = world.make("elsewhere", Role.PLANNER, TestDistricts.CODE + "002");
    assertEquals(
        List.of("chief"),
        world.accounts.list(chief.viewer(false)).stream().map(Account::name).toList());
    refused(
        ProblemKind.FORBIDDEN,
        () -> world.accounts.update(world.as(chief), elsewhere.id(), disable(elsewhere)));
    refused(
        ProblemKind.FORBIDDEN,
        () -> world.accounts.resetPassword(world.as(chief), elsewhere.id(), ""));
  }

  @ParameterizedTest
  @MethodSource("org.wangge.db.TestDatabases#both")
  void nobodyChangesHisOwnGrants(Database database) {
    World world = new World(database);
    Account one = world.make("one", Role.ADMINISTRATOR, Grant.WHOLE);
    world.make("two", Role.ADMINISTRATOR, Grant.WHOLE);
    refused(
        ProblemKind.FORBIDDEN,
        () ->
            world.accounts.update(world.as(one), one.id(), grant(one, Role.AUDITOR, Grant.WHOLE)));
    refused(
        ProblemKind.FORBIDDEN, () -> world.accounts.update(world.as(one), one.id(), disable(one)));
  }

  @ParameterizedTest
  @MethodSource("org.wangge.db.TestDatabases#both")
  void theLastAdministratorStays(Database database) {
    World world = new World(database);
    Account last = world.make("last", Role.ADMINISTRATOR, Grant.WHOLE);
    world.make("small", Role.ADMINISTRATOR, TOWNSHIP);
    refused(
        ProblemKind.CONFLICT,
        () -> world.accounts.update(Actor.server(), last.id(), disable(last)));
    world.make("another", Role.ADMINISTRATOR, Grant.WHOLE);
    assertTrue(world.accounts.update(Actor.server(), last.id(), disable(last)).disabled());
  }

  @ParameterizedTest
  @MethodSource("org.wangge.db.TestDatabases#both")
  void aChangeOfAnOlderVersionIsStale(Database database) {
    World world = new World(database);
    Account account = world.make("somebody", Role.PLANNER, TOWNSHIP);
    world.accounts.update(Actor.server(), account.id(), grant(account, Role.APPROVER, TOWNSHIP));
    refused(
        ProblemKind.STALE,
        () ->
            world.accounts.update(
                Actor.server(), account.id(), grant(account, Role.COMMANDER, TOWNSHIP)));
    assertEquals(
        List.of(new Grant(Role.APPROVER, TOWNSHIP)),
        world.store.find(account.id()).orElseThrow().grants());
  }

  @ParameterizedTest
  @MethodSource("org.wangge.db.TestDatabases#both")
  void sessionsEndWhenIdleWhenOldAndWithTheAccount(Database database) {
    World world = new World(database);
    Account account = world.make("somebody", Role.PLANNER, TOWNSHIP);
    String idle = world.sessions.open(account).id();
    world.clock.pass(Duration.ofMinutes(31));
    assertTrue(world.sessions.find(idle).isEmpty());

    String used = world.sessions.open(account).id();
    for (int minutes = 0; minutes < 12 * 60; minutes += 20) {
      assertTrue(world.sessions.find(used).isPresent());
      world.clock.pass(Duration.ofMinutes(20));
    }
    assertTrue(world.sessions.find(used).isEmpty(), "twelve hours are enough");

    String open = world.sessions.open(account).id();
    world.accounts.update(Actor.server(), account.id(), disable(account));
    assertTrue(world.sessions.find(open).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("org.wangge.db.TestDatabases#both")
  void aNewPasswordEndsAllSessions(Database database) {
    World world = new World(database);
    Accounts.WithPassword made =
        world.accounts.create(
            Actor.server(), "somebody", "某", List.of(new Grant(Role.PLANNER, TOWNSHIP)), true);
    String session = world.sessions.open(made.account()).id();
    Account changed =
        world.accounts.changePassword(
            world.as(made.account()), made.account(), made.password(), PASSWORD);
    assertFalse(changed.mustChange());
    assertTrue(world.sessions.find(session).isEmpty());
    refused(
        ProblemKind.WRONG_PASSWORD,
        () ->
            world.accounts.changePassword(
                world.as(changed), changed, made.password(), PASSWORD + "!"));
  }

  @ParameterizedTest
  @MethodSource("org.wangge.db.TestDatabases#both")
  void aTokenIsGoodUntilItsDayOrItsRevocation(Database database) {
    World world = new World(database);
    Grant grant = new Grant(Role.INTEGRATOR, TOWNSHIP);
    Tokens.WithSecret made = world.tokens.create(Actor.server(), "gis", grant, 30);
    Viewer viewer = world.tokens.find(made.secret()).orElseThrow().viewer(false);
    assertEquals(List.of(grant), viewer.grants());
    assertTrue(world.tokens.find(made.secret() + "x").isEmpty());
    assertTrue(world.tokens.find(made.secret().replaceFirst(".$", "?")).isEmpty());

    world.clock.pass(Duration.ofDays(30));
    assertTrue(world.tokens.find(made.secret()).isEmpty());

    Tokens.WithSecret other = world.tokens.create(Actor.server(), "gis", grant, 30);
    assertTrue(world.tokens.find(other.secret()).isPresent());
    world.tokens.revoke(Actor.server(), other.token().id());
    assertTrue(world.tokens.find(other.secret()).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("org.wangge.db.TestDatabases#both")
  void everyChangeIsInTheAuditTrail(Database database) {
    World world = new World(database);
    Account account = world.make("somebody", Role.PLANNER, TOWNSHIP);
    world.accounts.update(Actor.server(), account.id(), disable(account));
    List<AuditEvent> events = new AuditStore(database).list(new org.wangge.db.Where(), 10);
    assertEquals(
        List.of("account-change", "account-create"),
        events.stream().map(AuditEvent::action).toList());
    assertEquals("left", events.get(0).why());
    assertTrue(events.get(0).after().endsWith("disabled"));
    assertFalse(events.get(0).before().endsWith("disabled"));
    assertTrue(world.audit.verify("").holds());
  }
}
