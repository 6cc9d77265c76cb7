package org.wangge.web;

import io.javalin.http.Context;
import java.util.Optional;

/** A request at the gate, before anything of its body was read. */
public final class Visit {
  static final String ATTRIBUTE = Visit.class.getName();

  private final Context context;
  private final String template;

  Visit(Context context, String template) {
    this.context = context;
    this.template = template;
  }

  /** The visit being handled. */
  public static Visit of(Context context) {
    Visit visit = context.attribute(ATTRIBUTE);
    if (visit == null) {
      throw new IllegalStateException("no gate stood before " + context.path());
    }
    return visit;
  }

  public String method() {
    return context.method().name();
  }

  /** Method and template: {@code GET /api/v1/cases/{id}}. */
  public String route() {
    return method() + " " + template;
  }

  public String path() {
    return context.path();
  }

  /** The query as it came; empty when there is none. */
  public String query() {
    return Optional.ofNullable(context.queryString()).orElse("");
  }

  /** A value of the template. */
  public Optional<String> findPathValue(String name) {
    return Optional.ofNullable(context.pathParamMap().get(name));
  }

  public Optional<String> findHeader(String name) {
    return Optional.ofNullable(context.header(name));
  }

  public Optional<String> findCookie(String name) {
    return Optional.ofNullable(context.cookie(name));
  }

  /** The address of the client, past trusted proxies. */
  public String address() {
    return ClientAddress.of(context.req());
  }

  /** Whether the visitor's own connection is encrypted. */
  public boolean isSecure() {
    return BaseUrl.isSecure(context);
  }

  /** Keeps a value until {@link Gate#left}. */
  public void keep(String name, Object value) {
    context.attribute(name, value);
  }

  /** A value kept, or said by the handler with {@link Visitor#note}. */
  public Optional<Object> findKept(String name) {
    return Optional.ofNullable(context.attribute(name));
  }

  /** A header of the answer, also of one that says no. */
  public void answer(String header, String value) {
    context.header(header, value);
  }

  /** A header of the answer as it stands now. */
  public Optional<String> findAnswer(String header) {
    return Optional.ofNullable(context.res().getHeader(header));
  }
}
