package org.wangge.planning;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.wangge.planning.DraftStore.Setting;
import org.wangge.policy.Right;
import org.wangge.web.JsonFields;
import org.wangge.web.Query;
import org.wangge.web.RequestBody;
import org.wangge.web.Routes;
import org.wangge.web.Visitor;
import org.wangge.zoning.Band;

/**
 * {@code GET} and {@code PUT /api/v1/review {noticeDays, band: {min, target, max}, steps: [{name,
 * level}]}}: how long drafts are shown before they are published, the band that new drafts begin
 * with, and the approvals a draft needs.
 */
final class ReviewSettingRoutes implements Routes {
  private static final int LONGEST_NOTICE_DAYS = 365;
  private static final int MOST_HOUSEHOLDS = 1_000_000;
  private static final long LARGEST_BODY_BYTES = 10_000;

  private final Drafts drafts;

  ReviewSettingRoutes(Drafts drafts) {
    this.drafts = drafts;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/api/v1/review", this::get);
    routes.put("/api/v1/review", this::put);
  }

  private void get(Context context) {
    Query.of(context);
    DraftRoutes.json(context, json(drafts.store().getSetting()));
  }

  private static Map<String, Object> json(Setting setting) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("noticeDays", setting.noticeDays());
    json.put("band", setting.band());
    json.put("steps", ReviewStep.json(setting.steps()));
    return json;
  }

  private void put(Context context) {
    DraftPathRoutes.requireWithin(context, Right.REVIEW_SETTLE, "", drafts.territory().inForce());
    JsonFields fields =
        JsonFields.of(RequestBody.json(context, LARGEST_BODY_BYTES), "noticeDays", "band", "steps");
    Setting before = drafts.store().getSetting();
    int days =
        fields.has("noticeDays")
            ? fields.getInt("noticeDays", 0, LONGEST_NOTICE_DAYS)
            : before.noticeDays();
    Band band = fields.has("band") ? band(fields) : before.band();
    List<ReviewStep> steps =
        fields.has("steps") ? ReviewStep.listOf(fields.get("steps")) : before.steps();
    drafts.store().set(new Setting(days, band, steps));
    Visitor.note(
        context,
        "公示 %d 天，户数 %d–%d，审核 %s"
            .formatted(
                days,
                band.min(),
                band.max(),
                steps.stream().map(ReviewStep::name).collect(Collectors.joining("、"))));
    get(context);
  }

  private static Band band(JsonFields body) {
    JsonFields fields = JsonFields.of(body.get("band"), "min", "target", "max");
    int min = fields.getInt("min", 0, MOST_HOUSEHOLDS);
    int max = fields.getInt("max", Math.max(1, min), MOST_HOUSEHOLDS);
    return new Band(min, fields.getInt("target", Math.max(1, min), max), max);
  }
}
