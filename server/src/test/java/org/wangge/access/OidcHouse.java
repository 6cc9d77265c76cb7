package org.wangge.access;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wangge.db.Database;
import org.wangge.db.TestDatabases;
import org.wangge.policy.Grant;
import org.wangge.policy.Role;
import org.wangge.territory.TestDistricts;
import org.wangge.web.WebConfig;
import org.wangge.web.WebServer;

/**
 * A server with accounts over a fresh H2 store: {@code admin} with a one-time password, {@code
 * planner}, and {@code leaver}, who is disabled.
 */
final class OidcHouse implements AutoCloseable {
  private final Database database = TestDatabases.h2();
  private final ShiftedClock clock = new ShiftedClock();
  private final WebServer server;
  final String adminPassword;

  OidcHouse(WebConfig config, Optional<OidcSettings> provider) {
    Access access =
        new Access(
            database,
            TestDistricts.territory(database),
            Access.Options.defaults().withProvider(provider),
            clock);
    adminPassword = access.createFirst().get("admin");
    add("planner", Role.PLANNER, false);
    add("leaver", Role.PLANNER, true);
    server = WebServer.start(config, access.gate(), access.routes());
  }

  /** One whose provider is that of the test, known to it by that secret. */
  static OidcHouse of(OidcTestProvider provider, String secret) {
    return new OidcHouse(WebConfig.anyPort(), Optional.of(settings(provider.address(), secret)));
  }

  static OidcSettings settings(String issuer, String secret) {
    return new OidcSettings(
        issuer, OidcTestProvider.CLIENT, secret, OidcSettings.USUAL_CLAIM, "示意认证");
  }

  private void add(String name, Role role, boolean disabled) {
    List<Grant> grants = List.of(new Grant(role, Grant.WHOLE));
    new AccountStore(database)
        .add(new Account(0, name, name, "", false, disabled, clock.instant(), null, 1, grants));
  }

  OidcBrowser browser() {
    return new OidcBrowser(URI.create(server.url()));
  }

  /** Lets time go by for this server. */
  void pass(Duration time) {
    clock.shift = clock.shift.plus(time);
  }

  /** Signs everybody out. */
  void empty() {
    database.useTransaction(handle -> handle.execute("delete from login_session"));
  }

  AuditEvent lastEvent() {
    List<AuditEvent> events = new ArrayList<>();
    new AuditStore(database).forEach(events::add);
    return events.get(events.size() - 1);
  }

  long openSessions() {
    return database.read(
        handle -> handle.createQuery("select count(*) from login_session").mapTo(Long.class).one());
  }

  @Override
  public void close() {
    server.close();
    database.close();
  }

  /** The time of this machine and a bit. */
  private static final class ShiftedClock extends Clock {
    private volatile Duration shift = Duration.ZERO;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Instant instant() {
      return InstantSource.system().instant().plus(shift);
    }
  }
}
