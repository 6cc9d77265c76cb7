package org.wangge.checking;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wangge.checking.CheckRun.Subject;
import org.wangge.exchange.Crs;
import org.wangge.exchange.CrsException;
import org.wangge.exchange.DataSource;
import org.wangge.exchange.ReadException;
import org.wangge.exchange.ReadProblem;
import org.wangge.fabric.Progress;
import org.wangge.territory.NoPlanException;
import org.wangge.topology.CheckOptions;
import org.wangge.topology.FindingKind;
import org.wangge.web.JsonOut;
import org.wangge.web.LiveStream;
import org.wangge.web.Problem;
import org.wangge.web.ProblemKind;
import org.wangge.web.Query;
import org.wangge.web.RequestBody;
import org.wangge.web.Routes;

/**
 * Checks over HTTP: {@code POST /api/v1/checks} (no body: the plan in force; a body: that file),
 * {@code GET /api/v1/checks/latest?subject=plan|file}, {@code GET /api/v1/checks/{id}}, {@code GET
 * /api/v1/findings?kind=&check=}. A report's findings are a GeoJSON collection. While a check runs,
 * {@code check-progress} events tell stage and share.
 */
public final class CheckRoutes implements Routes {
  private static final long LARGEST_BODY_BYTES = 64_000_000;
  private static final List<String> SUBJECTS = List.of("plan", "file");
  private static final double SMALLEST_STEP = 0.02;

  private final CheckService service;
  private final LiveStream live;

  public CheckRoutes(CheckService service, LiveStream live) {
    this.service = service;
    this.live = live;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.post("/api/v1/checks", this::check);
    routes.get("/api/v1/checks/latest", this::latest);
    routes.get("/api/v1/checks/{id}", this::get);
    routes.get("/api/v1/findings", this::findings);
  }

  private void check(Context context) {
    Query query = Query.of(context, "name", "crs", "tolerance");
    byte[] body = RequestBody.bytes(context, LARGEST_BODY_BYTES);
    CheckRun run = body.length == 0 ? checkPlan() : checkFile(query, body);
    context.status(201).header("Location", "/api/v1/checks/" + run.id());
    answer(context, report(run));
  }

  private CheckRun checkPlan() {
    return refusing(() -> service.checkPlan(progress()));
  }

  private CheckRun checkFile(Query query, byte[] body) {
    DataSource source = DataSource.of(query.findText("name").orElse("upload"), body);
    CheckOptions options =
        query
            .findDouble("tolerance", 1e-6, 1000)
            .map(CheckOptions.defaults()::withToleranceMetres)
            .orElse(CheckOptions.defaults());
    return refusing(() -> service.checkFile(source, crs(query), options, progress()));
  }

  private static @Nullable Crs crs(Query query) {
    return query.findText("crs").map(Crs::parse).orElse(null);
  }

  /** What a check cannot do, as an answer. */
  private static CheckRun refusing(Supplier<CheckRun> work) {
    try {
      return work.get();
    } catch (ReadException e) {
      throw problem(e.problem()).raise();
    } catch (CrsException e) {
      throw Problem.of(ProblemKind.REFUSED_DATA, String.valueOf(e.getMessage()))
          .withAttempted("find the coordinate system")
          .withWhere("parameter crs, or the file")
          .withRemedy("Give crs=EPSG:n.")
          .raise();
    } catch (NoPlanException e) {
      throw Problem.of(ProblemKind.CONFLICT, "There is no plan in force to check.")
          .withRemedy("Import or publish a plan, or send a file to check.")
          .raise();
    } catch (CheckService.BusyException e) {
      throw Problem.of(ProblemKind.UNAVAILABLE, "Too many checks run already.")
          .withRemedy("Try again in a moment.")
          .raise();
    }
  }

  private static Problem problem(ReadProblem problem) {
    return Problem.of(ProblemKind.REFUSED_DATA, problem.describe())
        .withAttempted(problem.attempted())
        .withValue(problem.value())
        .withWhere(problem.where())
        .withRemedy(problem.remedy());
  }

  /** Tells open pages, no more often than every two hundredths. */
  private Progress progress() {
    double[] told = {-1};
    return (stage, share) -> {
      if (share >= 1 || share - told[0] >= SMALLEST_STEP) {
        told[0] = share;
        live.publish("check-progress", Map.of("stage", stage, "share", share));
      }
    };
  }

  private void latest(Context context) {
    Query query = Query.of(context, "subject");
    Subject subject = subject(query);
    answer(context, report(latest(subject)));
  }

  private static Subject subject(Query query) {
    return Subject.valueOf(
        query.findOneOf("subject", SUBJECTS).orElse("plan").toUpperCase(Locale.ROOT));
  }

  private CheckRun latest(Subject subject) {
    return service
        .findLatest(subject)
        .orElseThrow(
            () ->
                Problem.of(ProblemKind.NOT_FOUND, "Nothing has been checked yet.")
                    .withRemedy("POST /api/v1/checks runs a check.")
                    .raise());
  }

  private void get(Context context) {
    Query.of(context);
    answer(context, report(run(context.pathParam("id"))));
  }

  private CheckRun run(String id) {
    return (id.matches("\\d{1,18}")
            ? service.find(Long.parseLong(id))
            : java.util.Optional.<CheckRun>empty())
        .orElseThrow(() -> Problem.notFound("check", id).raise());
  }

  private void findings(Context context) {
    Query query = Query.of(context, "kind", "check");
    CheckRun run = query.findText("check").map(this::run).orElseGet(() -> latest(Subject.PLAN));
    List<String> kinds =
        java.util.Arrays.stream(FindingKind.values()).map(FindingKind::key).toList();
    List<CheckItem> items =
        query
            .findOneOf("kind", kinds)
            .map(
                kind ->
                    run.check().items().stream()
                        .filter(item -> item.kind().key().equals(kind))
                        .toList())
            .orElse(run.check().items());
    context.contentType("application/geo+json").header("Cache-Control", "no-cache");
    context.result(JsonOut.bytes(CheckGeoJson.collection(items)));
  }

  private static Map<String, @Nullable Object> report(CheckRun run) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", run.id());
    json.put("subject", run.subject().name().toLowerCase(Locale.ROOT));
    json.put("name", run.name());
    json.put("checkedAt", run.checkedAt());
    json.put("publication", run.publication());
    json.putAll(CheckJson.summary(run.check()));
    json.put("findings", CheckGeoJson.collection(run.check().items()));
    return json;
  }

  private static void answer(Context context, Map<String, @Nullable Object> report) {
    context.contentType("application/json").header("Cache-Control", "no-cache");
    context.result(JsonOut.bytes(report));
  }
}
