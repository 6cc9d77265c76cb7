package org.wangge.access;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wangge.policy.Grant;
import org.wangge.web.JsonFields;
import org.wangge.web.Query;
import org.wangge.web.RequestBody;
import org.wangge.web.Routes;
import org.wangge.web.Visitor;

/**
 * Tokens over HTTP.
 *
 * <ul>
 *   <li>{@code GET /api/v1/tokens}
 *   <li>{@code POST /api/v1/tokens} {@code {name, role, scope, days}}: 201 with the secret, shown
 *       once
 *   <li>{@code DELETE /api/v1/tokens/{id}}: revokes, 204
 * </ul>
 */
final class TokenRoutes implements Routes {
  private static final long LARGEST_BODY = 8 << 10;

  private final Tokens tokens;
  private final SessionRoutes words;

  TokenRoutes(Tokens tokens, SessionRoutes words) {
    this.tokens = tokens;
    this.words = words;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/api/v1/tokens", this::list);
    routes.post("/api/v1/tokens", this::create);
    routes.delete("/api/v1/tokens/{id}", this::revoke);
  }

  private void list(Context context) {
    Query.of(context);
    AccountRoutes.send(
        context,
        Map.of("tokens", tokens.list(Visitor.of(context)).stream().map(this::body).toList()));
  }

  private void create(Context context) {
    Query.of(context);
    JsonFields fields =
        JsonFields.of(RequestBody.json(context, LARGEST_BODY), "name", "role", "scope", "days");
    Tokens.WithSecret made =
        tokens.create(
            AccountRoutes.actor(context),
            fields.getText("name", 100),
            new Grant(AccountRoutes.role(fields.getText("role", 40)), fields.getText("scope", 40)),
            fields.getInt("days", 1, Tokens.LONGEST_DAYS));
    context.status(201).header("Location", "/api/v1/tokens/" + made.token().id());
    AccountRoutes.send(context, Map.of("token", body(made.token()), "secret", made.secret()));
  }

  private void revoke(Context context) {
    tokens.revoke(AccountRoutes.actor(context), context.pathParam("id"));
    context.status(204);
  }

  private Map<String, @Nullable Object> body(Token token) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("id", token.id());
    body.put("name", token.name());
    body.put("grant", words.grant(token.grant()));
    body.put("createdBy", token.createdBy());
    body.put("created", token.createdAt());
    body.put("expires", token.expiresAt());
    body.put("revoked", token.revokedAt());
    body.put("used", token.usedAt());
    return body;
  }
}
