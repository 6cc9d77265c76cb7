package org.wangge.planning;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.wangge.policy.Right;
import org.wangge.territory.Attributions;
import org.wangge.territory.InForce;
import org.wangge.territory.Jurisdiction;
import org.wangge.territory.NoPlanException;
import org.wangge.web.Entity;
import org.wangge.web.JsonFields;
import org.wangge.web.JsonOut;
import org.wangge.web.Problem;
import org.wangge.web.ProblemKind;
import org.wangge.web.Query;
import org.wangge.web.RequestBody;
import org.wangge.web.Routes;
import org.wangge.web.Visitor;
import org.wangge.zoning.Objection;
import org.wangge.zoning.Rule;
import org.wangge.zoning.Step;

/**
 * Drafts over HTTP: make, list and read them ({@code /api/v1/drafts}), operate on them ({@code
 * …/ops}, {@code …/preview}, {@code …/undo}, {@code …/redo}), see what they are ({@code …/map}, the
 * atlas bundle of the draft; {@code …/scores}). What changes a draft carries its version in {@code
 * If-Match} and answers with the next.
 */
final class DraftRoutes implements Routes {
  private static final long LARGEST_OPERATION_BYTES = 1_000_000;
  private static final int LONGEST_TITLE = 120;

  private final Drafts drafts;
  private final DraftPathRoutes access;
  private final DraftAnswers answers;
  private final Attributions attributions;
  private final Function<InForce, byte[]> bundle;

  DraftRoutes(Drafts drafts, Attributions attributions, Function<InForce, byte[]> bundle) {
    this.drafts = drafts;
    this.access = new DraftPathRoutes(drafts);
    this.answers = new DraftAnswers(attributions);
    this.attributions = attributions;
    this.bundle = bundle;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/api/v1/drafts", this::list);
    routes.post("/api/v1/drafts", this::create);
    routes.get("/api/v1/drafts/{id}", this::get);
    routes.post("/api/v1/drafts/{id}/ops", this::operate);
    routes.post("/api/v1/drafts/{id}/preview", this::preview);
    routes.post("/api/v1/drafts/{id}/undo", context -> step(context, drafts::undo, "没有可以撤销的操作。"));
    routes.post("/api/v1/drafts/{id}/redo", context -> step(context, drafts::redo, "没有可以重做的操作。"));
    routes.get("/api/v1/drafts/{id}/map", this::map);
    routes.get("/api/v1/drafts/{id}/scores", this::scores);
  }

  private void list(Context context) {
    Query.of(context);
    List<Draft> all = drafts.list();
    Set<String> authors = all.stream().map(Draft::author).collect(Collectors.toSet());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("drafts", all.stream().map(DraftAnswers::row).toList());
    json.put("names", drafts.names().of(authors));
    json(context, json);
  }

  static void json(Context context, Object body) {
    context.contentType("application/json").header("Cache-Control", "no-store");
    context.result(JsonOut.bytes(body));
  }

  private void create(Context context) {
    JsonFields fields =
        JsonFields.of(RequestBody.json(context, LARGEST_OPERATION_BYTES), "title", "scope");
    String title = fields.getText("title", LONGEST_TITLE);
    String scope = fields.findText("scope", 40).orElse("");
    InForce inForce = inForce();
    if (!scope.isEmpty() && inForce.findUnit(scope).isEmpty()) {
      throw JsonFields.bad("scope", scope, "is no unit", "Give the code of a unit, or nothing.");
    }
    DraftPathRoutes.requireWithin(context, Right.DRAFT_EDIT, scope, inForce);
    OpenDraft draft = drafts.create(title, scope, Visitor.of(context).name());
    Visitor.note(context, "新建草案 " + title);
    context.status(201).header("Location", "/api/v1/drafts/" + draft.draft().id());
    answer(context, draft);
  }

  private InForce inForce() {
    try {
      return drafts.territory().inForce();
    } catch (NoPlanException e) {
      throw Problem.of(ProblemKind.UNAVAILABLE, "There is no plan in force to redraw.")
          .withRemedy("Import a district first.")
          .raise();
    }
  }

  private void get(Context context) {
    Query.of(context);
    answer(context, access.get(context));
  }

  private void answer(Context context, OpenDraft draft) {
    context.header("ETag", "\"" + draft.draft().version() + "\"");
    json(context, drafts.answer(draft));
  }

  private void operate(Context context) {
    OpenDraft draft = access.toChange(context, Right.DRAFT_EDIT);
    DraftPathRoutes.requireDrawn(draft.draft());
    JsonNode op = RequestBody.json(context, LARGEST_OPERATION_BYTES);
    try {
      Made made = drafts.preview(draft, op);
      requireWithinScope(draft, made);
      changed(context, drafts.append(draft, op, made, Visitor.of(context).name()));
    } catch (RefusedOperationException refusal) {
      throw DraftAnswers.refused(draft, refusal);
    } catch (StaleDraftException stale) {
      throw DraftPathRoutes.stale(access.get(context).draft());
    }
  }

  private void preview(Context context) {
    OpenDraft draft = access.get(context);
    JsonNode op = RequestBody.json(context, LARGEST_OPERATION_BYTES);
    try {
      Made made = drafts.preview(draft, op);
      Drawing after = draft.drawing().apply(made.effect());
      json(context, answers.changed(draft, after, draft.draft().version(), made));
    } catch (RefusedOperationException refusal) {
      throw DraftAnswers.refused(draft, refusal);
    }
  }

  /** A draft of a township does not touch the next. */
  private static void requireWithinScope(OpenDraft draft, Made made) {
    String scope = draft.draft().scope();
    if (scope.isEmpty()) {
      return;
    }
    InForce base = draft.drawing().base();
    int[] outside =
        made.effect().steps().stream()
            .filter(Step.Moved.class::isInstance)
            .flatMapToInt(step -> Arrays.stream(((Step.Moved) step).from()))
            .distinct()
            .filter(zone -> zone < base.grids().size())
            .filter(zone -> !Jurisdiction.chain(base, base.grid(zone)).contains(scope))
            .toArray();
    if (outside.length > 0) {
      throw new RefusedOperationException(
          draft.drawing().grid(outside[0]).name() + " 不在本草案的范围内。",
          List.of(new Objection(Rule.NESTING, outside[0], new int[0], true)),
          new int[0]);
    }
  }

  private void step(
      Context context, Function<OpenDraft, Optional<Drafts.Changed>> step, String nothing) {
    OpenDraft draft = access.toChange(context, Right.DRAFT_EDIT);
    DraftPathRoutes.requireDrawn(draft.draft());
    try {
      changed(
          context,
          step.apply(draft).orElseThrow(() -> Problem.of(ProblemKind.CONFLICT, nothing).raise()));
    } catch (StaleDraftException stale) {
      throw DraftPathRoutes.stale(access.get(context).draft());
    }
  }

  private void changed(Context context, Drafts.Changed changed) {
    long version = changed.after().draft().version();
    Visitor.note(context, "草案 " + changed.after().draft().title() + "：" + changed.made().text());
    context.header("ETag", "\"" + version + "\"");
    json(
        context,
        answers.changed(changed.before(), changed.after().drawing(), version, changed.made()));
  }

  private void map(Context context) {
    Query.of(context);
    OpenDraft draft = access.get(context);
    InForce drawn = draft.drawing().drawn();
    Entity.of(bundle.apply(drawn), "application/json").send(context);
  }

  private void scores(Context context) {
    Query.of(context);
    OpenDraft draft = access.get(context);
    json(context, new Scorecard(draft, attributions).all(new Stability(drafts.territory())));
  }
}
