package org.wangge.web;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * A refusal for people who opened an address in a browser: the words of the {@link Problem} in the
 * dress of the page, with a way on. Everything that is not a navigation gets problem details, and
 * so does whatever is missing below {@code /api} and {@code /ogc}.
 */
final class ProblemPage {
  private static final Set<Integer> REFUSALS = Set.of(401, 403);
  private static final List<String> FOR_MACHINES = List.of("/api/", "/ogc/");
  private static final Set<ProblemKind> SIGN_IN_HELPS =
      Set.of(ProblemKind.SIGN_IN, ProblemKind.CHANGE_PASSWORD);

  private ProblemPage() {}

  /** Whether the visitor wants a page and this problem has one. */
  static boolean isWanted(Context context, Problem problem) {
    int status = problem.kind().status();
    return context.method().name().equals("GET")
        && (REFUSALS.contains(status) || status == 404 && !isForMachines(context.path()))
        && context.queryParam("f") == null
        && prefersPage(context);
  }

  private static boolean isForMachines(String path) {
    return FOR_MACHINES.stream().anyMatch((path + "/")::startsWith);
  }

  private static boolean prefersPage(Context context) {
    String accept = context.header("Accept");
    try {
      return Negotiation.choose(null, accept, List.of(Form.JSON, Form.HTML)) == Form.HTML;
    } catch (ProblemException neither) {
      return false;
    }
  }

  /** The status is set already. */
  static void send(Context context, Problem problem, SecurityPolicy policy) {
    context.contentType("text/html; charset=utf-8").header("Cache-Control", "no-store");
    context.header("Content-Security-Policy", policy.of("")).header("Vary", "Accept");
    context.result(bytes(problem, path(context)));
  }

  private static String path(Context context) {
    String query = context.queryString();
    return query == null ? context.path() : context.path() + "?" + query;
  }

  static byte[] bytes(Problem problem, String path) {
    ProblemKind kind = problem.kind();
    Html html =
        Html.page(
            kind.label() + " · 网格治理地图",
            "/css/tokens.css",
            "/css/shell.css",
            "/css/panels.css",
            "/css/access.css");
    html.empty("script", "type", "module", "src", "/js/plain-page.js");
    html.open("div", "id", "gate").open("header", "class", "gate-head");
    html.empty("img", "src", "/icon.svg", "alt", "", "width", "56", "height", "56");
    html.element("p", "网格治理地图", "class", "gate-name").close();
    html.open("main", "class", "gate-card").open("div", "class", "signin");
    html.element("p", Integer.toString(kind.status()), "class", "gate-status");
    html.element("h1", kind.label(), "class", "title");
    html.element("p", kind.title(), "class", "quiet", "lang", "en");
    words(html, problem);
    html.open("div", "class", "row gate-ways");
    if (SIGN_IN_HELPS.contains(kind)) {
      html.element("a", "登录 Sign in", "class", "button primary", "href", signIn(path));
    }
    html.element("a", "打开地图 Open the map", "class", "button", "href", "/");
    return html.bytes();
  }

  private static void words(Html html, Problem problem) {
    if (problem.kind() == ProblemKind.NOT_FOUND) {
      html.element("p", "这个地址没有内容，可能已经移动，也可能输入有误。", "class", "lead");
    }
    html.element("p", problem.detail(), "class", "lead");
    if (problem.remedy() != null && !SIGN_IN_HELPS.contains(problem.kind())) {
      html.element("p", problem.remedy(), "class", "lead");
    }
  }

  /** The ledger lets nobody in who has not signed in, and then leads back here. */
  private static String signIn(String path) {
    return "/ledger/?next=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
  }
}
