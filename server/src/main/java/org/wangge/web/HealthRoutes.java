package org.wangge.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /health/live}: the process answers. {@code /health/ready}: every part is ready, else 503.
 * {@code /health}: the same in words, with the version. A part that throws is not ready; why is in
 * the log, not in the answer.
 */
public final class HealthRoutes implements Routes {
  private static final Logger LOG = LoggerFactory.getLogger(HealthRoutes.class);

  private final String version;
  private final Map<String, Supplier<Part>> parts;

  /**
   * One thing the server needs.
   *
   * @param ready whether it can be used now
   * @param detail what there is to say: engine and version of the store, number and date of the
   *     plan in force
   */
  public record Part(boolean ready, String detail) {}

  /**
   * @param parts what is asked, by name (store, plan), in the order shown; quick to answer
   */
  public HealthRoutes(String version, Map<String, Supplier<Part>> parts) {
    this.version = version;
    this.parts = new LinkedHashMap<>(parts);
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/health/live", context -> answer(context, 200, Map.of("status", "up")));
    routes.get("/health/ready", this::ready);
    routes.get("/health", this::ready);
  }

  private void ready(Context context) {
    Map<String, Part> states = new LinkedHashMap<>();
    parts.forEach((name, part) -> states.put(name, ask(name, part)));
    boolean ready = states.values().stream().allMatch(Part::ready);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("status", ready ? "up" : "down");
    body.put("version", version);
    body.putAll(states);
    answer(context, ready ? 200 : 503, body);
  }

  private static Part ask(String name, Supplier<Part> part) {
    try {
      return part.get();
    } catch (RuntimeException failure) {
      LOG.warn("{} is not ready", name, failure);
      return new Part(false, "not ready");
    }
  }

  private static void answer(Context context, int status, Object body) {
    Query.of(context.queryParamMap(), List.of());
    context
        .status(status)
        .header("Cache-Control", "no-store")
        .contentType("application/json")
        .result(JsonOut.bytes(body));
  }
}
