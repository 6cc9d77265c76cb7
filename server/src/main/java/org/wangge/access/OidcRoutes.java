package org.wangge.access;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.wangge.web.BaseUrl;
import org.wangge.web.Html;
import org.wangge.web.Problem;
import org.wangge.web.ProblemException;
import org.wangge.web.ProblemKind;
import org.wangge.web.Query;
import org.wangge.web.Routes;
import org.wangge.web.SecurityPolicy;
import org.wangge.web.Visit;

/**
 * Signing in by the identity provider of the district.
 *
 * <ul>
 *   <li>{@code GET /api/v1/oidc/start?return=/…}: sends the browser to the provider
 *   <li>{@code GET /api/v1/oidc/callback}: where the provider sends it back to; opens a session and
 *       goes on to the path of {@code return}, which lies on this server ({@code /} when not given)
 * </ul>
 *
 * Both are opened by a browser itself: what says no is a page for people there, a problem for
 * everybody else. Without a provider in the settings both answer 404. Signing out at the provider
 * is out of scope.
 */
final class OidcRoutes implements Routes {
  private static final String CALLBACK = "/api/v1/oidc/callback";
  private static final String START = "/api/v1/oidc/start";
  private static final SecurityPolicy POLICY = new SecurityPolicy(List.of());

  /** One slash and no second one after it; nothing a browser would take for a host. */
  private static final Pattern LOCAL =
      Pattern.compile("/(?!/)[A-Za-z0-9._~!$&'()*+,;=:@%/?#-]{0,2000}");

  private final Optional<OidcSignIn> oidc;
  private final SessionRoutes sessions;

  OidcRoutes(Optional<OidcSignIn> oidc, SessionRoutes sessions) {
    this.oidc = oidc;
    this.sessions = sessions;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get(START, context -> answer(context, this::start));
    routes.get(CALLBACK, context -> answer(context, this::callback));
  }

  private void start(Context context) {
    String returnPath = Query.of(context, "return").findText("return").orElse("/");
    if (!LOCAL.matcher(returnPath).matches()) {
      throw Query.bad(
          "return", returnPath, "is no path of this server", "Begin it with one slash.");
    }
    OidcSignIn.Begun begun =
        signIn()
            .begin(
                URI.create(BaseUrl.of(context) + CALLBACK),
                returnPath,
                Visit.of(context).address());
    setCookie(context, OidcCookie.of(begun.cookie(), BaseUrl.isSecure(context)));
    redirect(context, begun.destination().toString());
  }

  private void callback(Context context) {
    Visit visit = Visit.of(context);
    setCookie(context, OidcCookie.none(visit.isSecure()));
    OidcSignIn.Done done =
        signIn().finish(OidcCookie.find(visit), context.queryParamMap(), visit.address());
    sessions.leave(context);
    setCookie(context, SessionCookie.of(done.opened().id(), visit.isSecure()));
    redirect(context, prefix(context) + done.returnPath());
  }

  private OidcSignIn signIn() {
    return oidc.orElseThrow(
        () ->
            Problem.of(ProblemKind.NOT_FOUND, "No identity provider is set up here.")
                .withRemedy("Sign in with name and password.")
                .raise());
  }

  /** One more, beside those that are set already. */
  private static void setCookie(Context context, String cookie) {
    context.res().addHeader("Set-Cookie", cookie);
  }

  private static void redirect(Context context, String place) {
    context.status(302).header("Location", place).header("Cache-Control", "no-store");
  }

  /** The path that a proxy puts before those of this server; mostly empty. */
  private static String prefix(Context context) {
    return Optional.ofNullable(URI.create(BaseUrl.of(context)).getRawPath()).orElse("");
  }

  private static void answer(Context context, Consumer<Context> handler) {
    try {
      handler.accept(context);
    } catch (ProblemException refused) {
      if (!takesPage(context)) {
        throw refused;
      }
      tell(context, refused.problem());
    }
  }

  private static boolean takesPage(Context context) {
    return Optional.ofNullable(context.header("Accept"))
        .filter(accept -> accept.contains("text/html"))
        .isPresent();
  }

  private static void tell(Context context, Problem problem) {
    context.status(problem.kind().status()).contentType("text/html; charset=utf-8");
    context.header("Content-Security-Policy", POLICY.of("")).header("Cache-Control", "no-store");
    String base = prefix(context);
    context.result(
        Html.page(problem.kind().label(), base + "/assets/plain.css")
            .open("main")
            .element("h1", problem.kind().label())
            .element("p", problem.detail())
            .element("p", Optional.ofNullable(problem.remedy()).orElse(""))
            .link(base + START, "重新登录 Sign in again")
            .text(" · ")
            .link(base + "/", "返回 Back")
            .bytes());
  }
}
