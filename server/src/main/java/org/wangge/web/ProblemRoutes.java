package org.wangge.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The table of errors for people and machines at {@code GET /problems}; what the {@code type} of a
 * problem points to.
 */
final class ProblemRoutes implements Routes {
  private final SecurityPolicy policy;

  ProblemRoutes(SecurityPolicy policy) {
    this.policy = policy;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/problems", this::list);
  }

  private void list(Context context) {
    Query.of(context, "f");
    if (Negotiation.choose(context, List.of(Form.JSON, Form.HTML)) == Form.HTML) {
      context.header("Content-Security-Policy", policy.of(""));
      Entity.of(page(), "text/html; charset=utf-8").send(context);
    } else {
      Entity.json(
              Map.of(
                  "problems", Arrays.stream(ProblemKind.values()).map(ProblemRoutes::row).toList()))
          .send(context);
    }
  }

  private static Map<String, Object> row(ProblemKind kind) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("type", kind.type());
    row.put("code", kind.code());
    row.put("status", kind.status());
    row.put("title", kind.title());
    row.put("label", kind.label());
    return row;
  }

  private static byte[] page() {
    Html html =
        Html.page("错误一览 Problems", "/assets/plain.css")
            .open("main")
            .element("h1", "错误一览 Problems")
            .open("table");
    for (ProblemKind kind : ProblemKind.values()) {
      html.open("tr", "id", kind.code())
          .element("td", Integer.toString(kind.status()))
          .element("td", kind.code());
      html.element("td", kind.label()).element("td", kind.title()).close();
    }
    return html.bytes();
  }
}
