package org.wangge.web;

import io.javalin.config.RoutesConfig;

/**
 * What a feature adds to the server: {@code routes.get("/api/v1/things/{id}", this::get)} and the
 * like. Paths are absolute; a path has one handler for a method; HEAD and OPTIONS are answered by
 * the server itself. Handlers throw {@link ProblemException} to say no; whatever else they throw
 * becomes a 500 without details.
 */
@FunctionalInterface
public interface Routes {

  /** Called once, before the server starts. */
  void register(RoutesConfig routes);
}
