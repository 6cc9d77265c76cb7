package org.wangge.planning;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.policy.Right;
import org.wangge.territory.NextPublication;
import org.wangge.territory.RefusedPublicationException;
import org.wangge.territory.StaleBaseException;
import org.wangge.web.JsonFields;
import org.wangge.web.Problem;
import org.wangge.web.ProblemException;
import org.wangge.web.ProblemKind;
import org.wangge.web.Query;
import org.wangge.web.RequestBody;
import org.wangge.web.Routes;
import org.wangge.web.Visitor;

/**
 * The review of drafts: {@code POST …/submit}, {@code …/approve}, {@code …/reject {why, at?}},
 * {@code …/withdraw}, {@code …/archive}, {@code …/rebase {take?}}, {@code …/publish {effective,
 * document}}; and what is said about places in them: {@code …/comments}.
 */
final class ReviewRoutes implements Routes {
  private static final long LARGEST_BODY_BYTES = 200_000;
  private static final int LONGEST_TEXT = 2_000;
  private static final int MOST_REBASES = 5;
  private static final int MOST_BLOCKS = 100_000;

  private final Drafts drafts;
  private final DraftPathRoutes access;
  private final Review review;

  ReviewRoutes(Drafts drafts) {
    this.drafts = drafts;
    this.access = new DraftPathRoutes(drafts);
    this.review = new Review(drafts);
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.post("/api/v1/drafts/{id}/submit", this::submit);
    routes.post("/api/v1/drafts/{id}/approve", this::approve);
    routes.post("/api/v1/drafts/{id}/reject", this::reject);
    routes.post("/api/v1/drafts/{id}/withdraw", this::withdraw);
    routes.post("/api/v1/drafts/{id}/archive", this::archive);
    routes.post("/api/v1/drafts/{id}/rebase", this::rebase);
    routes.post("/api/v1/drafts/{id}/publish", this::publish);
    routes.get("/api/v1/drafts/{id}/comments", this::comments);
    routes.post("/api/v1/drafts/{id}/comments", this::comment);
  }

  private void change(Context context, Right right, Function<OpenDraft, Draft> work) {
    OpenDraft draft = access.toChange(context, right);
    try {
      Draft changed = work.apply(draft);
      Visitor.note(context, "草案 " + changed.title() + "：" + changed.state().label());
      answer(context, changed);
    } catch (StaleDraftException stale) {
      throw DraftPathRoutes.stale(access.get(context).draft());
    }
  }

  private void answer(Context context, Draft draft) {
    context.header("ETag", "\"" + draft.version() + "\"");
    OpenDraft open = drafts.find(draft.id()).orElseThrow();
    DraftRoutes.json(context, drafts.answer(open));
  }

  private void submit(Context context) {
    change(context, Right.DRAFT_EDIT, draft -> review.submit(draft, actor(context)));
  }

  private static String actor(Context context) {
    return Visitor.of(context).name();
  }

  private void approve(Context context) {
    change(context, Right.DRAFT_APPROVE, draft -> approve(context, draft));
  }

  /** Some steps are for those who are responsible for the whole district. */
  private Draft approve(Context context, OpenDraft draft) {
    if (review.approvals(draft.draft()).next().filter(ReviewStep::wholeDistrict).isPresent()) {
      DraftPathRoutes.requireWithin(context, Right.DRAFT_APPROVE, "", draft.drawing().base());
    }
    return review.approve(draft, actor(context));
  }

  private void archive(Context context) {
    change(context, Right.DRAFT_APPROVE, draft -> review.archive(draft, actor(context)));
  }

  private void reject(Context context) {
    JsonNode body = RequestBody.json(context, LARGEST_BODY_BYTES);
    String why = JsonFields.of(body, "why", "at").getText("why", LONGEST_TEXT);
    double[] place = place(body.path("at"));
    change(context, Right.DRAFT_APPROVE, draft -> review.reject(draft, actor(context), why, place));
  }

  private static double[] place(JsonNode at) {
    return at.isArray() && at.size() == 2
        ? new double[] {at.get(0).doubleValue(), at.get(1).doubleValue()}
        : new double[0];
  }

  private void withdraw(Context context) {
    change(context, Right.DRAFT_EDIT, draft -> review.withdraw(draft, actor(context)));
  }

  private void rebase(Context context) {
    OpenDraft draft = access.toChange(context, Right.DRAFT_EDIT);
    JsonNode body = RequestBody.json(context, LARGEST_BODY_BYTES);
    Map<Integer, Boolean> take = new HashMap<>();
    for (JsonNode each : JsonFields.of(body, "take").list("take", MOST_BLOCKS)) {
      JsonFields one = JsonFields.of(each, "face", "side");
      take.put(one.getInt("face", 0, MOST_BLOCKS * 10), "mine".equals(one.getText("side", 10)));
    }
    try {
      List<Rebase.Conflict> conflicts = review.rebase(draft, actor(context), take);
      if (!conflicts.isEmpty()) {
        throw conflict(draft, conflicts);
      }
      answer(context, drafts.store().find(draft.draft().id()).orElseThrow());
    } catch (StaleDraftException stale) {
      throw DraftPathRoutes.stale(access.get(context).draft());
    }
  }

  private static ProblemException conflict(OpenDraft draft, List<Rebase.Conflict> conflicts) {
    Spots spots = new Spots(draft.drawing().base().projection());
    return Problem.of(ProblemKind.CONFLICT, conflicts.size() + " 个街区在草案和新发布版中分给了不同的网格。")
        .withAttempted("在新发布版上重放草案 " + draft.draft().title())
        .withRemedy("逐块选定以谁为准（take: [{face, side: mine | theirs}]）。")
        .with("conflicts", conflicts.stream().map(each -> json(each, spots)).toList())
        .raise();
  }

  private static Map<String, Object> json(Rebase.Conflict conflict, Spots spots) {
    Coordinate place = conflict.place();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("face", conflict.face());
    json.put("mine", conflict.mine());
    json.put("theirs", conflict.theirs());
    json.put("mineIsGone", conflict.gone());
    json.put("at", spots.lonLat(place.x * 1000, place.y * 1000));
    return json;
  }

  private void publish(Context context) {
    OpenDraft draft = access.toChange(context, Right.DRAFT_APPROVE);
    JsonFields fields =
        JsonFields.of(
            RequestBody.json(context, LARGEST_BODY_BYTES), "effective", "document", "kind");
    LocalDate effective = Days.read("effective", fields.getText("effective", 10));
    Review.Decree decree =
        new Review.Decree(effective, fields.findText("document", 200).orElse(""), kind(fields));
    try {
      Review.Published published = publish(context, draft, decree);
      Visitor.note(
          context,
          "发布草案 %s：第 %d 版，自 %s 起"
              .formatted(
                  published.draft().title(),
                  published.inForce().publication().number(),
                  effective));
      answer(context, published.draft());
    } catch (StaleDraftException stale) {
      throw DraftPathRoutes.stale(access.get(context).draft());
    } catch (RefusedPublicationException refusal) {
      throw Problem.of(ProblemKind.CONFLICT, "发布未通过检查：" + refusal.getMessage())
          .withAttempted("发布草案 " + draft.draft().title())
          .raise();
    }
  }

  /** On the last publication; what others published meanwhile is taken in first. */
  private Review.Published publish(Context context, OpenDraft draft, Review.Decree decree) {
    OpenDraft current = draft;
    for (int tries = 1; ; tries++) {
      try {
        return review.publish(current, actor(context), decree);
      } catch (StaleBaseException stale) {
        if (tries == MOST_REBASES) {
          throw busy(draft);
        }
        List<Rebase.Conflict> conflicts = review.rebase(current, draft.draft().author(), Map.of());
        if (!conflicts.isEmpty()) {
          throw conflict(draft, conflicts);
        }
        current = access.get(context);
      }
    }
  }

  private static ProblemException busy(OpenDraft draft) {
    return Problem.of(ProblemKind.CONFLICT, "其他草案正在接连发布。")
        .withAttempted("发布草案 " + draft.draft().title())
        .withRemedy("稍后再发布。")
        .raise();
  }

  /** A correction says that the last publication was wrong; it holds from the same day. */
  private static NextPublication.Kind kind(JsonFields fields) {
    String kind = fields.findText("kind", 10).orElse("change");
    return switch (kind) {
      case "change" -> NextPublication.Kind.CHANGE;
      case "correct" -> NextPublication.Kind.CORRECT;
      default -> throw JsonFields.bad("kind", kind, "is no kind", "Known: change, correct.");
    };
  }

  private void comments(Context context) {
    Query.of(context);
    list(context, access.get(context));
  }

  private void list(Context context, OpenDraft draft) {
    List<RemarkStore.Comment> comments = drafts.remarks().listComments(draft.draft().id());
    Set<String> authors =
        comments.stream().map(RemarkStore.Comment::author).collect(Collectors.toSet());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("comments", comments.stream().map(ReviewRoutes::json).toList());
    json.put("names", drafts.names().of(authors));
    DraftRoutes.json(context, json);
  }

  private static Map<String, @Nullable Object> json(RemarkStore.Comment comment) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", comment.number());
    json.put("author", comment.author());
    json.put("at", comment.at());
    json.put("text", comment.text());
    json.put("place", new double[] {comment.lon(), comment.lat()});
    json.put("grid", comment.grid().isEmpty() ? null : comment.grid());
    json.put("arc", comment.arc().orElse(null));
    json.put("resolved", comment.resolved());
    return json;
  }

  private void comment(Context context) {
    OpenDraft draft = access.get(context);
    JsonNode body = RequestBody.json(context, LARGEST_BODY_BYTES);
    JsonFields fields = JsonFields.of(body, "text", "at", "grid", "arc");
    String text = fields.getText("text", LONGEST_TEXT);
    String grid = fields.findText("grid", 40).orElse("");
    Optional<Integer> arc =
        fields.has("arc")
            ? Optional.of(fields.getInt("arc", 0, draft.drawing().redraw().fabric().arcCount() - 1))
            : Optional.empty();
    double[] place = new CommentPlace(draft).of(body.path("at"), grid, arc);
    drafts
        .remarks()
        .insertComment(
            draft.draft().id(),
            new RemarkStore.Comment(
                0,
                actor(context),
                drafts.clock().instant(),
                text,
                place[0],
                place[1],
                grid,
                arc,
                false));
    list(context, draft);
  }
}
