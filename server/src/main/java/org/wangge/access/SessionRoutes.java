package org.wangge.access;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.access.AuditLog.Entry;
import org.wangge.policy.Area;
import org.wangge.policy.Grant;
import org.wangge.policy.Right;
import org.wangge.policy.Role;
import org.wangge.policy.Viewer;
import org.wangge.web.BaseUrl;
import org.wangge.web.JsonFields;
import org.wangge.web.JsonOut;
import org.wangge.web.Problem;
import org.wangge.web.ProblemException;
import org.wangge.web.ProblemKind;
import org.wangge.web.Query;
import org.wangge.web.RequestBody;
import org.wangge.web.Routes;
import org.wangge.web.Visit;
import org.wangge.web.Visitor;

/**
 * Signing in and out.
 *
 * <ul>
 *   <li>{@code GET /api/v1/session}: who am I, what may I, and the token my writes must carry
 *   <li>{@code POST /api/v1/login} {@code {name, password}}: opens a session; the same answer
 *   <li>{@code POST /api/v1/logout}: ends it, 204
 *   <li>{@code POST /api/v1/password} {@code {current, next}}: changes one's own; all sessions end,
 *       this one is opened anew
 *   <li>{@code GET /api/v1/roles}: the table of the policy
 * </ul>
 */
final class SessionRoutes implements Routes {
  private static final long LARGEST_BODY = 8 << 10;

  private final SignIn signIn;
  private final Sessions sessions;
  private final Accounts accounts;
  private final Scopes scopes;
  private final AuditLog audit;
  private final Optional<String> providerName;

  /**
   * @param providerName what the button for signing in elsewhere says; none when that is not set up
   */
  SessionRoutes(
      SignIn signIn,
      Sessions sessions,
      Accounts accounts,
      Scopes scopes,
      AuditLog audit,
      Optional<String> providerName) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.accounts = accounts;
    this.scopes = scopes;
    this.audit = audit;
    this.providerName = providerName;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/api/v1/session", this::get);
    routes.post("/api/v1/login", this::login);
    routes.post("/api/v1/logout", this::logout);
    routes.post("/api/v1/password", this::password);
    routes.get("/api/v1/roles", SessionRoutes::roles);
  }

  private void get(Context context) {
    Query.of(context);
    answer(context, Visitor.of(context), AccessGate.findSession(Visit.of(context)));
  }

  private void login(Context context) {
    JsonFields fields = json(context, "name", "password");
    String name = fields.getText("name", 200);
    String password = fields.findRaw("password", Passwords.LONGEST).orElse("");
    try {
      leave(context);
      enter(context, signIn.withPassword(name, password, Visit.of(context).address()));
    } catch (SignIn.TooSoonException tooSoon) {
      throw wait(context, tooSoon.seconds());
    }
  }

  /** A body that is no JSON by its own word is what a form of another site could send. */
  private static JsonFields json(Context context, String... known) {
    if (RequestBody.mediaType(context).isEmpty()) {
      throw Problem.of(ProblemKind.UNSUPPORTED_MEDIA_TYPE, "Send the body as application/json.")
          .withWhere("header Content-Type")
          .raise();
    }
    return JsonFields.of(RequestBody.json(context, LARGEST_BODY), known);
  }

  private static ProblemException wait(Context context, long seconds) {
    context.header("Retry-After", Long.toString(seconds));
    return Problem.of(
            ProblemKind.TOO_MANY_REQUESTS,
            "失败次数太多，请 " + seconds + " 秒后再试。 Wait before trying again.")
        .withRemedy("Wait the seconds of Retry-After.")
        .with("retryAfterSeconds", seconds)
        .raise();
  }

  private void enter(Context context, Sessions.Opened opened) {
    context.header("Set-Cookie", SessionCookie.of(opened.id(), BaseUrl.isSecure(context)));
    Sessions.Known known = opened.known();
    boolean seesPublic = Visitor.of(context).seesPublic();
    answer(context, known.account().viewer(seesPublic), Optional.of(known));
  }

  private void logout(Context context) {
    leave(context);
    context.header("Set-Cookie", SessionCookie.none(BaseUrl.isSecure(context))).status(204);
  }

  /** Ends the session of this visit when it has one. */
  void leave(Context context) {
    Visit visit = Visit.of(context);
    AccessGate.findSession(visit)
        .ifPresent(
            known -> {
              sessions.close(known.session());
              audit.note(
                  Visitor.of(context),
                  visit.address(),
                  Entry.done("sign-out", "account " + known.account().name()));
            });
  }

  private void password(Context context) {
    JsonFields fields = json(context, "current", "next");
    Visit visit = Visit.of(context);
    Account account =
        AccessGate.findSession(visit).map(Sessions.Known::account).orElseThrow(this::noSession);
    String current = fields.findRaw("current", Passwords.LONGEST).orElse("");
    String next = fields.findRaw("next", 10_000).orElse("");
    Actor actor = new Actor(Visitor.of(context), visit.address());
    try {
      Account changed =
          signIn.proving(
              account.name(),
              visit.address(),
              () -> accounts.changePassword(actor, account, current, next));
      enter(context, sessions.open(changed));
    } catch (SignIn.TooSoonException tooSoon) {
      throw wait(context, tooSoon.seconds());
    }
  }

  private ProblemException noSession() {
    return Problem.of(ProblemKind.FORBIDDEN, "Only who signed in with a password has one.").raise();
  }

  private void answer(Context context, Viewer viewer, Optional<Sessions.Known> known) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("viewer", viewer(viewer, known));
    body.put("rights", rights(viewer));
    body.put("csrf", known.map(each -> each.session().csrf()).orElse(null));
    body.put("ends", known.map(each -> sessions.end(each.session())).orElse(null));
    body.put("publicMap", viewer.seesPublic());
    body.put("provider", providerName.orElse(null));
    context.contentType("application/json").header("Cache-Control", "no-store");
    context.result(JsonOut.bytes(body));
  }

  private Map<String, @Nullable Object> viewer(Viewer viewer, Optional<Sessions.Known> known) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("kind", viewer.kind().name().toLowerCase(java.util.Locale.ROOT));
    body.put("name", viewer.name());
    body.put("displayName", known.map(each -> each.account().displayName()).orElse(viewer.name()));
    body.put("mustChangePassword", known.map(Sessions.Known::mustChange).orElse(false));
    body.put("grants", viewer.grants().stream().map(this::grant).toList());
    return body;
  }

  /** A grant with the words for it. */
  Map<String, Object> grant(Grant grant) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("role", grant.role().code());
    body.put("label", grant.role().label());
    body.put("english", grant.role().english());
    body.put("scope", grant.scope());
    body.put("scopeName", scopes.name(grant.scope()));
    return body;
  }

  /** {@code {right: "everywhere" | [codes]}}, only those he has. */
  private static Map<String, Object> rights(Viewer viewer) {
    Map<String, Object> rights = new LinkedHashMap<>();
    for (Right right : Right.values()) {
      Area area = viewer.area(right);
      if (!area.isNowhere()) {
        rights.put(right.code(), area.isEverywhere() ? "everywhere" : area.codes());
      }
    }
    return rights;
  }

  private static void roles(Context context) {
    Query.of(context);
    List<Map<String, Object>> roles = new ArrayList<>();
    for (Role role : Role.values()) {
      roles.add(
          Map.of(
              "role", role.code(),
              "label", role.label(),
              "english", role.english(),
              "rights", rights(role)));
    }
    context.contentType("application/json").result(JsonOut.bytes(Map.of("roles", roles)));
  }

  private static List<Map<String, String>> rights(Role role) {
    return Arrays.stream(Right.values())
        .filter(right -> org.wangge.policy.Policy.rolesWith(right).contains(role))
        .map(right -> Map.of("right", right.code(), "label", right.label()))
        .toList();
  }
}
