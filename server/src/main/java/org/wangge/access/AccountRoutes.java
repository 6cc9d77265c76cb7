package org.wangge.access;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.policy.Grant;
import org.wangge.policy.Role;
import org.wangge.web.JsonFields;
import org.wangge.web.JsonOut;
import org.wangge.web.Problem;
import org.wangge.web.ProblemKind;
import org.wangge.web.Query;
import org.wangge.web.RequestBody;
import org.wangge.web.Routes;
import org.wangge.web.Visit;
import org.wangge.web.Visitor;

/**
 * Accounts over HTTP.
 *
 * <ul>
 *   <li>{@code GET /api/v1/accounts}, {@code GET /api/v1/accounts/{id}}
 *   <li>{@code POST /api/v1/accounts} {@code {name, displayName, grants: [{role, scope}]}}: 201
 *       with a one-time password
 *   <li>{@code PATCH /api/v1/accounts/{id}} {@code {displayName?, grants?, disabled?, why?}} with
 *       {@code If-Match}
 *   <li>{@code POST /api/v1/accounts/{id}/password} {@code {why?}}: a new one-time password
 * </ul>
 */
final class AccountRoutes implements Routes {
  private static final long LARGEST_BODY = 64 << 10;
  private static final int MOST_GRANTS = 50;
  private static final int LONGEST_TEXT = 200;

  private final Accounts accounts;
  private final SessionRoutes words;

  AccountRoutes(Accounts accounts, SessionRoutes words) {
    this.accounts = accounts;
    this.words = words;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/api/v1/accounts", this::list);
    routes.post("/api/v1/accounts", this::create);
    routes.get("/api/v1/accounts/{id}", this::get);
    routes.patch("/api/v1/accounts/{id}", this::update);
    routes.post("/api/v1/accounts/{id}/password", this::resetPassword);
  }

  private void list(Context context) {
    Query.of(context);
    send(
        context,
        Map.of("accounts", accounts.list(Visitor.of(context)).stream().map(this::body).toList()));
  }

  private void get(Context context) {
    Query.of(context);
    one(context, accounts.get(Visitor.of(context), id(context)));
  }

  private void create(Context context) {
    JsonFields fields = fields(context, "name", "displayName", "grants");
    String name = fields.getText("name", LONGEST_TEXT);
    Accounts.WithPassword made =
        accounts.create(
            actor(context),
            name,
            fields.findText("displayName", LONGEST_TEXT).orElse(name),
            grants(fields),
            true);
    context.status(201).header("Location", "/api/v1/accounts/" + made.account().id());
    send(context, Map.of("account", body(made.account()), "password", made.password()));
  }

  private void update(Context context) {
    JsonFields fields = fields(context, "displayName", "grants", "disabled", "why");
    Accounts.Change change =
        new Accounts.Change(
            version(context),
            fields.findText("displayName", LONGEST_TEXT).filter(text -> !text.isEmpty()),
            fields.findFlag("disabled"),
            fields.has("grants") ? Optional.of(grants(fields)) : Optional.empty(),
            fields.findText("why", LONGEST_TEXT).orElse(""));
    one(context, accounts.update(actor(context), id(context), change));
  }

  private void resetPassword(Context context) {
    JsonNode body = RequestBody.json(context, LARGEST_BODY);
    String why =
        body.isMissingNode()
            ? ""
            : JsonFields.of(body, "why").findText("why", LONGEST_TEXT).orElse("");
    Accounts.WithPassword made = accounts.resetPassword(actor(context), id(context), why);
    send(context, Map.of("account", body(made.account()), "password", made.password()));
  }

  private static JsonFields fields(Context context, String... known) {
    Query.of(context);
    return JsonFields.of(RequestBody.json(context, LARGEST_BODY), known);
  }

  private static List<Grant> grants(JsonFields fields) {
    return fields.list("grants", MOST_GRANTS).stream()
        .map(AccountRoutes::grant)
        .distinct()
        .toList();
  }

  private static Grant grant(JsonNode node) {
    JsonFields fields = JsonFields.of(node, "role", "scope");
    return new Grant(role(fields.getText("role", 40)), fields.getText("scope", 40));
  }

  static Role role(String text) {
    return Role.find(text)
        .orElseThrow(
            () -> JsonFields.bad("role", text, "is no role", "GET /api/v1/roles lists them."));
  }

  static Actor actor(Context context) {
    return new Actor(Visitor.of(context), Visit.of(context).address());
  }

  private static long id(Context context) {
    String id = context.pathParam("id");
    if (!id.matches("\\d{1,18}")) {
      throw Problem.notFound("account", id).raise();
    }
    return Long.parseLong(id);
  }

  private static int version(Context context) {
    String given =
        Optional.ofNullable(context.header("If-Match"))
            .orElseThrow(
                () ->
                    Problem.of(
                            ProblemKind.PRECONDITION_REQUIRED,
                            "A change must say which version it changes.")
                        .withWhere("header If-Match")
                        .withRemedy("Send the ETag you read the account with.")
                        .raise());
    String digits = given.replaceFirst("^W/", "").replace("\"", "");
    return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : -1;
  }

  private void one(Context context, Account account) {
    context.header("ETag", "\"" + account.version() + "\"");
    send(context, body(account));
  }

  private Map<String, @Nullable Object> body(Account account) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("id", account.id());
    body.put("name", account.name());
    body.put("displayName", account.displayName());
    body.put("grants", account.grants().stream().map(words::grant).toList());
    body.put("disabled", account.disabled());
    body.put("mustChangePassword", account.mustChange());
    body.put("created", account.createdAt());
    body.put("signedIn", account.signedInAt());
    body.put("version", account.version());
    return body;
  }

  static void send(Context context, Object body) {
    context.contentType("application/json").header("Cache-Control", "no-store");
    context.result(JsonOut.bytes(body));
  }
}
