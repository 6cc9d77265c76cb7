package org.wangge.access;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wangge.db.Database;
import org.wangge.policy.Grant;
import org.wangge.policy.Role;
import org.wangge.territory.DistrictSettings;
import org.wangge.territory.Grid;
import org.wangge.territory.InForce;
import org.wangge.territory.Territory;
import org.wangge.territory.Unit;
import org.wangge.web.Gate;
import org.wangge.web.RequestRate;
import org.wangge.web.Routes;

/** Accounts, sessions, tokens and the audit trail wired together. */
public final class Access {
  static final String TOPIC = "access";

  private static final String ADMINISTRATOR = "admin";

  private final Territory territory;
  private final Accounts accounts;
  private final AuditLog audit;
  private final AccessGate gate;
  private final LocalKey local = new LocalKey();
  private final List<Routes> routes;

  /**
   * What can be set.
   *
   * @param publicMap whether who has not signed in sees grid lines and service points; empty: only
   *     of a synthetic district
   * @param idle after how long without a request a session ends
   * @param absolute after how long it ends in any case
   * @param requestsPerSecond of one token
   * @param provider whom to sign in by besides passwords; none for passwords alone
   */
  public record Options(
      Optional<Boolean> publicMap,
      Duration idle,
      Duration absolute,
      int requestsPerSecond,
      Optional<OidcSettings> provider) {

    /** With passwords alone. */
    public Options(
        Optional<Boolean> publicMap, Duration idle, Duration absolute, int requestsPerSecond) {
      this(publicMap, idle, absolute, requestsPerSecond, Optional.empty());
    }

    public static Options defaults() {
      return new Options(Optional.empty(), Duration.ofMinutes(30), Duration.ofHours(12), 100);
    }

    /** The same with an identity provider. */
    public Options withProvider(Optional<OidcSettings> found) {
      return new Options(publicMap, idle, absolute, requestsPerSecond, found);
    }
  }

  public Access(Database database, Territory territory, Options options, Clock clock) {
    this.territory = territory;
    AuditStore auditStore = new AuditStore(database);
    AccountStore accountStore = new AccountStore(database);
    this.audit = new AuditLog(auditStore, clock);
    Scopes scopes = new Scopes(territory);
    Passwords passwords = new Passwords();
    Sessions sessions =
        new Sessions(
            new SessionStore(database),
            accountStore,
            new Sessions.Limits(options.idle(), options.absolute()),
            clock);
    this.accounts = new Accounts(database, accountStore, sessions, scopes, passwords, audit, clock);
    Tokens tokens = new Tokens(database, new TokenStore(database), scopes, audit, clock);
    SignIn signIn =
        new SignIn(accountStore, sessions, passwords, new LoginThrottle(clock), audit, clock);
    SessionRoutes sessionRoutes =
        new SessionRoutes(
            signIn, sessions, accounts, scopes, audit, options.provider().map(OidcSettings::name));
    Optional<OidcSignIn> oidc =
        options.provider().map(found -> oidc(found, accountStore, signIn, clock));
    this.routes =
        List.of(
            sessionRoutes,
            new OidcRoutes(oidc, sessionRoutes),
            new AccountRoutes(accounts, sessionRoutes),
            new TokenRoutes(tokens, sessionRoutes),
            new AuditRoutes(auditStore, audit, territory::zone));
    this.gate =
        new AccessGate(
            sessions,
            tokens,
            new IdempotencyStore(database),
            audit,
            local,
            new RequestRate(options.requestsPerSecond()),
            () -> options.publicMap().orElseGet(this::isSynthetic),
            clock);
    database
        .changes()
        .listen(
            TOPIC,
            text -> {
              sessions.forget();
              tokens.forget();
            });
  }

  private static OidcSignIn oidc(
      OidcSettings settings, AccountStore accounts, SignIn signIn, Clock clock) {
    return new OidcSignIn(new OidcProvider(settings), new OidcAttempts(clock), accounts, signIn);
  }

  private boolean isSynthetic() {
    return territory
        .findInForce()
        .map(InForce::settings)
        .filter(DistrictSettings::synthetic)
        .isPresent();
  }

  public Gate gate() {
    return gate;
  }

  public List<Routes> routes() {
    return routes;
  }

  /** With what the command line of this machine speaks to this server while it runs. */
  public LocalKey localKey() {
    return local;
  }

  /** What people are called, by the names of their accounts; who has none is left out. */
  public Map<String, String> displayNames(Collection<String> names) {
    return accounts.displayNames(Set.copyOf(names));
  }

  public AuditLog audit() {
    return audit;
  }

  /**
   * Makes the first administrator, {@code admin}, when there is no account at all.
   *
   * @return names and one-time passwords to be shown once; empty when there were accounts
   */
  public Map<String, String> createFirst() {
    Map<String, String> shown = new LinkedHashMap<>();
    if (accounts.isEmpty()) {
      create(shown, ADMINISTRATOR, "管理员", new Grant(Role.ADMINISTRATOR, Grant.WHOLE), true);
    }
    return shown;
  }

  /**
   * Makes one account for every other role of a synthetic district; the passwords need not be
   * changed. A real district has its accounts made by its administrator.
   *
   * @return names and passwords to be shown once; empty when the district is real
   */
  public Map<String, String> createDemo() {
    Map<String, String> shown = new LinkedHashMap<>();
    if (!isSynthetic()) {
      return shown;
    }
    InForce now = territory.inForce();
    Grid grid = now.grids().get(now.grids().size() / 2);
    Unit community = now.communityOf(grid);
    Unit township = now.townshipOf(grid);
    for (Role role : Role.values()) {
      if (role != Role.ADMINISTRATOR) {
        String scope =
            switch (role) {
              case GRID_WORKER -> grid.code();
              case BRANCH_SECRETARY -> community.code();
              case WINDOW_CLERK -> township.code();
              default -> now.tree().district().code();
            };
        create(shown, role.code(), role.label() + "（示意）", new Grant(role, scope), false);
      }
    }
    return shown;
  }

  private void create(
      Map<String, String> shown, String name, String displayName, Grant grant, boolean mustChange) {
    Accounts.WithPassword made =
        accounts.create(
            Actor.server(), name, displayName, new ArrayList<>(List.of(grant)), mustChange);
    shown.put(name, made.password());
  }
}
