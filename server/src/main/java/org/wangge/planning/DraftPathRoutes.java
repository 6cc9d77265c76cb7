package org.wangge.planning;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.wangge.policy.Right;
import org.wangge.territory.InForce;
import org.wangge.territory.Jurisdiction;
import org.wangge.web.Problem;
import org.wangge.web.ProblemKind;
import org.wangge.web.Visitor;

/**
 * What all routes below the path of a draft do first: find the draft, ask that the visitor may, and
 * that he knows its version.
 */
final class DraftPathRoutes {
  private final Drafts drafts;

  DraftPathRoutes(Drafts drafts) {
    this.drafts = drafts;
  }

  OpenDraft get(Context context) {
    return get(context.pathParam("id"));
  }

  OpenDraft get(String id) {
    Optional<OpenDraft> draft =
        id.matches("\\d{1,15}") ? drafts.find(Long.parseLong(id)) : Optional.empty();
    return draft.orElseThrow(() -> Problem.notFound("draft", id).raise());
  }

  /** For changing: the version is that of If-Match, and the unit is the visitor's. */
  OpenDraft toChange(Context context, Right right) {
    OpenDraft draft = get(context);
    requireWithin(context, right, draft.draft().scope(), draft.drawing().base());
    requireVersion(context, draft);
    return draft;
  }

  static void requireWithin(Context context, Right right, String scope, InForce inForce) {
    String unit = scope.isEmpty() ? inForce.tree().district().code() : scope;
    Visitor.requireWithin(
        context, right, Jurisdiction.findChain(inForce, unit).orElse(List.of(unit)));
  }

  private static void requireVersion(Context context, OpenDraft draft) {
    OptionalLong given = version(context);
    if (given.isEmpty()) {
      throw Problem.of(ProblemKind.PRECONDITION_REQUIRED, "请求须带上草案的版本。")
          .withWhere("header If-Match")
          .withRemedy("Send If-Match with the draft's version, for instance \"3\".")
          .raise();
    }
    if (given.getAsLong() != draft.draft().version()) {
      throw stale(draft.draft());
    }
  }

  private static OptionalLong version(Context context) {
    String header = Optional.ofNullable(context.header("If-Match")).orElse("");
    String bare = header.replaceFirst("^W/", "").replace("\"", "").strip();
    return bare.matches("\\d{1,15}") ? OptionalLong.of(Long.parseLong(bare)) : OptionalLong.empty();
  }

  static org.wangge.web.ProblemException stale(Draft draft) {
    return Problem.of(ProblemKind.STALE, "草案已被他人修改，请重新载入后再做。")
        .withAttempted("修改草案 " + draft.title())
        .withWhere("header If-Match")
        .withRemedy("GET the draft again and send the operation with its new version.")
        .with("version", draft.version())
        .raise();
  }

  /** Only what is being drawn takes operations. */
  static void requireDrawn(Draft draft) {
    if (!draft.state().isDrawn()) {
      throw Problem.of(ProblemKind.CONFLICT, "草案" + draft.state().label() + "，不能再修改。")
          .withAttempted("修改草案 " + draft.title())
          .withRemedy("审核退回后可继续修改，或另建草案。")
          .with("state", draft.state().code())
          .raise();
    }
  }
}
