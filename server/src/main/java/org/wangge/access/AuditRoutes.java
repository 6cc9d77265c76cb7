package org.wangge.access;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wangge.access.AuditLog.Entry;
import org.wangge.db.Where;
import org.wangge.web.Query;
import org.wangge.web.Routes;
import org.wangge.web.Visit;
import org.wangge.web.Visitor;

/**
 * The audit trail over HTTP, the newest first.
 *
 * <ul>
 *   <li>{@code GET /api/v1/audit[?actor&action&outcome&subject&from&to&before&limit&f=json|csv]}:
 *       {@code from} and {@code to} are days, both included; {@code subject} is a part of it;
 *       {@code before} a number, for the next page
 *   <li>{@code GET /api/v1/audit/verification[?head]}: walks the whole chain, in which a head kept
 *       from before must still be
 * </ul>
 */
final class AuditRoutes implements Routes {
  private static final int MOST_ROWS = 1_000;
  private static final int MOST_EXPORTED = 100_000;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final AuditStore store;
  private final AuditLog audit;
  private final Supplier<ZoneId> zone;

  /**
   * @param zone in which a day begins
   */
  AuditRoutes(AuditStore store, AuditLog audit, Supplier<ZoneId> zone) {
    this.store = store;
    this.audit = audit;
    this.zone = zone;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/api/v1/audit", this::list);
    routes.get("/api/v1/audit/verification", this::verify);
  }

  private void list(Context context) {
    Query query =
        Query.of(
            context, "actor", "action", "outcome", "subject", "from", "to", "before", "limit", "f");
    boolean csv = query.findOneOf("f", List.of("json", "csv")).filter("csv"::equals).isPresent();
    int limit =
        query
            .findInt("limit", 1, csv ? MOST_EXPORTED : MOST_ROWS)
            .orElse(csv ? MOST_EXPORTED : 100);
    List<AuditEvent> events = store.list(where(query), limit);
    if (csv) {
      audit.note(
          Visitor.of(context),
          Visit.of(context).address(),
          Entry.done("export", "audit trail, " + events.size() + " events"));
      context.header("Content-Disposition", "attachment; filename=\"audit.csv\"");
      context
          .contentType("text/csv; charset=utf-8")
          .header("Cache-Control", "no-store")
          .result((BYTE_ORDER_MARK + AuditCsv.of(events)).getBytes(StandardCharsets.UTF_8));
    } else {
      AccountRoutes.send(
          context, Map.of("events", events.stream().map(AuditRoutes::body).toList()));
    }
  }

  private Where where(Query query) {
    Where where = new Where();
    for (String name : List.of("actor", "action", "outcome")) {
      query.findText(name).ifPresent(text -> where.and(AuditStore.condition(name), name, text));
    }
    query
        .findText("subject")
        .ifPresent(
            text ->
                where.and(AuditStore.condition("subject"), "subject", "%" + literal(text) + "%"));
    query
        .findDate("from")
        .ifPresent(day -> where.and(AuditStore.condition("from"), "from", start(day)));
    query
        .findDate("to")
        .ifPresent(day -> where.and(AuditStore.condition("to"), "to", start(day.plusDays(1))));
    query
        .findInt("before", 1, Integer.MAX_VALUE)
        .ifPresent(seq -> where.and(AuditStore.condition("before"), "seq", seq));
    return where;
  }

  /** The text as a part of a pattern in which it means itself. */
  private static String literal(String text) {
    return text.replaceAll("[!%_]", "!$0");
  }

  private java.time.OffsetDateTime start(LocalDate day) {
    Instant start = day.atStartOfDay(zone.get()).toInstant();
    return AccountStore.utc(start);
  }

  private void verify(Context context) {
    Query query = Query.of(context, "head");
    AuditLog.Verification found = audit.verify(query.findText("head").orElse(""));
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("holds", found.holds());
    body.put("events", found.events());
    body.put("head", found.head());
    body.put("broken", found.broken().orElse(null));
    body.put("why", found.why());
    AccountRoutes.send(context, body);
  }

  private static Map<String, Object> body(AuditEvent event) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("seq", event.seq());
    body.put("at", event.at());
    body.put("actor", event.actor());
    body.put("actorKind", event.actorKind());
    body.put("roles", event.roles());
    body.put("action", event.action());
    body.put("subject", event.subject());
    body.put("outcome", event.outcome());
    body.put("before", event.before());
    body.put("after", event.after());
    body.put("why", event.why());
    body.put("address", event.address());
    body.put("hash", event.hash());
    return body;
  }
}
