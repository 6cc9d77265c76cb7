package org.wangge.cases;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.wangge.policy.Area;
import org.wangge.policy.Right;
import org.wangge.territory.Jurisdiction;
import org.wangge.territory.Sight;
import org.wangge.territory.Territory;
import org.wangge.web.Entity;
import org.wangge.web.JsonOut;
import org.wangge.web.Problem;
import org.wangge.web.Query;
import org.wangge.web.Routes;
import org.wangge.web.Visitor;

/**
 * What a commander looks at.
 *
 * <ul>
 *   <li>{@code GET /api/v1/cases/heat?bbox=w,s,e,n[&width&height&bandwidth]}: {@link
 *       CaseAnswers#heat}
 *   <li>{@code GET /api/v1/cases/choropleth[?measure=count|per1000]}: {@link
 *       CaseAnswers#choropleth}
 *   <li>{@code GET /api/v1/cases/histogram[?bucket=day|week|month]}: {@link CaseAnswers#histogram}
 *   <li>{@code GET /api/v1/cases/categories}: {@link CaseAnswers#categories}
 *   <li>{@code GET /api/v1/cases[?grid&category&channel&status&from&to&limit]}: the newest first,
 *       {@code GET /api/v1/cases/{id}}: one
 * </ul>
 *
 * <p>The first four take {@code from}, {@code to} (days, both included), {@code category} and
 * {@code channel} (lists).
 */
final class CaseRoutes implements Routes {
  private static final double DEFAULT_BANDWIDTH_METRES = 250;

  private final CaseBook book;
  private final CaseSource source;
  private final CaseStore store;
  private final CaseAnswers answers;
  private final Territory territory;

  CaseRoutes(CaseBook book, CaseSource source, CaseStore store, Territory territory) {
    this.book = book;
    this.source = source;
    this.store = store;
    this.territory = territory;
    this.answers = new CaseAnswers(source, territory);
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/api/v1/cases/heat", this::heat);
    routes.get("/api/v1/cases/choropleth", this::choropleth);
    routes.get("/api/v1/cases/histogram", this::histogram);
    routes.get("/api/v1/cases/categories", this::categories);
    routes.get("/api/v1/cases", this::list);
    routes.get("/api/v1/cases/{id}", this::one);
  }

  private void heat(Context context) {
    Query query =
        Query.of(context, CaseParameters.filterAnd("bbox", "width", "height", "bandwidth"));
    Viewport view = CaseParameters.viewport(query);
    double bandwidth = query.findDouble("bandwidth", 5, 20_000).orElse(DEFAULT_BANDWIDTH_METRES);
    CaseFilter filter = filter(context, query);
    answer(context, edition -> answers.heat(edition, filter, view, bandwidth));
  }

  private void choropleth(Context context) {
    Query query = Query.of(context, CaseParameters.filterAnd("measure"));
    boolean perThousand =
        query
            .findOneOf("measure", List.of("count", "per1000"))
            .filter("per1000"::equals)
            .isPresent();
    CaseFilter filter = filter(context, query);
    answer(
        context, edition -> answers.choropleth(edition, territory.inForce(), filter, perThousand));
  }

  private void histogram(Context context) {
    Query query = Query.of(context, CaseParameters.filterAnd("bucket"));
    Bucket bucket =
        query
            .findOneOf("bucket", List.of("day", "week", "month"))
            .map(name -> Bucket.valueOf(name.toUpperCase(java.util.Locale.ROOT)))
            .orElse(Bucket.DAY);
    CaseFilter filter = filter(context, query);
    answer(
        context,
        edition ->
            answers.histogram(
                edition, filter, bucket, query.findDate("from"), query.findDate("to")));
  }

  private void categories(Context context) {
    CaseFilter filter = filter(context, Query.of(context, CaseParameters.filterAnd()));
    answer(context, edition -> answers.categories(edition, filter));
  }

  /** What was asked for, and no more than the visitor may see. */
  private CaseFilter filter(Context context, Query query) {
    CaseFilter filter = CaseParameters.filter(query, territory.zone());
    Area area = Visitor.of(context).area(Right.CASE_READ);
    return territory
        .findInForce()
        .filter(now -> !area.isEverywhere())
        .map(now -> filter.within(Jurisdiction.of(now, area)))
        .orElse(filter);
  }

  private void list(Context context) {
    Query query = Query.of(context, "grid", "category", "channel", "status", "from", "to", "limit");
    int limit = query.findInt("limit", 1, 1_000).orElse(50);
    Sight sight = source.sight(Visitor.of(context));
    CaseConditions conditions = conditions(query).in(sight);
    answer(
        context,
        edition ->
            answers.list(
                store.count(conditions.where()),
                store.listNewest(conditions.where(), limit),
                sight));
  }

  private CaseConditions conditions(Query query) {
    CaseConditions conditions = new CaseConditions();
    query.findText("grid").ifPresent(code -> conditions.onBlocks(blocks(code)));
    query
        .findText("category")
        .ifPresent(code -> conditions.equal(code.length() == 2 ? "group" : "category", code));
    query
        .findOneOf("channel", Channel.labels())
        .ifPresent(label -> conditions.equal("channel", label));
    query
        .findOneOf("status", Status.labels())
        .ifPresent(label -> conditions.equal("status", label));
    query
        .findDate("from")
        .ifPresent(day -> conditions.from(day.atStartOfDay(territory.zone()).toInstant()));
    query.findDate("to").ifPresent(day -> conditions.before(nextDay(day)));
    return conditions;
  }

  private java.time.Instant nextDay(LocalDate day) {
    return day.plusDays(1).atStartOfDay(territory.zone()).toInstant();
  }

  private int[] blocks(String gridCode) {
    if (territory.inForce().findGrid(gridCode).isEmpty()) {
      throw Query.bad("grid", gridCode, "names no grid", "Give the code of a grid in force.");
    }
    return source.facesOf(gridCode);
  }

  private void one(Context context) {
    String id = context.pathParam("id");
    Case found = source.find(id).orElseThrow(() -> Problem.notFound("case", id).raise());
    territory
        .findInForce()
        .filter(now -> source.zone(found) >= 0)
        .ifPresent(
            now ->
                Visitor.requireWithin(
                    context,
                    Right.CASE_READ,
                    Jurisdiction.chain(now, now.grid(source.zone(found)))));
    answer(context, edition -> answers.one(found, source.sight(Visitor.of(context))));
  }

  /** The answer worked out only when the client does not have it already. */
  private void answer(Context context, java.util.function.Function<CaseBook.Edition, Object> work) {
    CaseBook.Edition edition = book.current();
    String query = Objects.requireNonNullElse(context.queryString(), "");
    String tag =
        Entity.tag(
            edition.version(),
            territory.zone().getId(),
            context.path(),
            query,
            Visitor.of(context).key());
    if (!Entity.isNotModified(context, tag, Entity.REVALIDATE)) {
      context.contentType("application/json").result(JsonOut.bytes(work.apply(edition)));
    }
  }
}
