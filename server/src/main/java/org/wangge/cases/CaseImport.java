package org.wangge.cases;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wangge.intake.DistrictTerrain;
import org.wangge.intake.FieldNames;
import org.wangge.intake.ImportOptions;
import org.wangge.intake.ImportReport;
import org.wangge.intake.Intake;
import org.wangge.intake.Offset;
import org.wangge.intake.Row;
import org.wangge.intake.Sites;
import org.wangge.territory.InForce;
import org.wangge.territory.Territory;

/**
 * Cases from files. A row needs a place, the time of report and a category (code or label); title,
 * description, channel, status, limit, closing time and code are taken when there. A code that is
 * known already, in the store or earlier in the file, is refused: importing a file twice does not
 * double it.
 */
final class CaseImport {
  static final List<String> DEFAULTS = List.of("category", "channel");

  private static final FieldNames NAMES =
      FieldNames.of(
          Map.of(
              "code", List.of("编号", "案件编号", "工单号", "id", "caseId"),
              "category", List.of("类别", "小类", "小类代码", "案件类别", "type", "loc_cat"),
              "title", List.of("标题", "案件标题", "主题"),
              "description", List.of("说明", "描述", "问题描述", "内容"),
              "channel", List.of("来源", "渠道", "上报渠道"),
              "status", List.of("状态"),
              "reportedAt", List.of("上报时间", "立案时间", "受理时间", "时间", "日期", "date", "time"),
              "dueAt", List.of("时限", "办结时限", "截止时间"),
              "closedAt", List.of("结案时间", "办结时间")));

  private final CaseStore store;
  private final Territory territory;
  private final Offset offset;

  CaseImport(CaseStore store, Territory territory, Offset offset) {
    this.store = store;
    this.territory = territory;
    this.offset = offset;
  }

  ImportReport run(byte[] file, ImportOptions options, Map<String, String> values) {
    InForce inForce = territory.inForce();
    Reader reader =
        new Reader(Sites.of(inForce).boundTo(territory.latest()), store.listCodes(), values);
    Intake intake = new Intake(NAMES, DistrictTerrain.of(inForce), offset);
    return intake.run(file, options, reader::read, cases -> store.add(cases.stream()));
  }

  /** Makes cases of the rows of one file. */
  private final class Reader {
    private final Sites sites;
    private final Set<String> codes;
    private final Map<String, String> values;

    Reader(Sites sites, Set<String> codes, Map<String, String> values) {
      this.sites = sites;
      this.codes = codes;
      this.values = values;
    }

    Case read(Row row) {
      Category category = category(row);
      Instant reported = row.getTime("reportedAt", territory.zone());
      @Nullable Instant closed = row.findTime("closedAt", territory.zone()).orElse(null);
      if (closed != null && closed.isBefore(reported)) {
        throw row.refuse("closedAt", "结案早于上报", "核对两个时间。");
      }
      return new Case(
          0,
          code(row),
          category,
          row.findText("title").isPresent() ? row.getText("title", 200) : category.label(),
          row.findText("description").isPresent() ? row.getText("description", 4_000) : "",
          channel(row),
          status(row, closed),
          reported,
          row.findTime("dueAt", territory.zone()).orElse(null),
          closed,
          sites.at(row.lon(), row.lat()));
    }

    /** The row's own when it is known, else the one given for such rows. */
    private Category category(Row row) {
      return row.findText("category")
          .flatMap(Categories.standard()::findLeaf)
          .or(() -> given("category").flatMap(Categories.standard()::findLeaf))
          .orElseThrow(
              () -> row.refuse("category", "没有这个小类", "填四位小类代码或名称(见类别表),或在导入时用 category 指定。"));
    }

    private Optional<String> given(String field) {
      return Optional.ofNullable(values.get(field));
    }

    private String code(Row row) {
      String code = row.findText("code").isPresent() ? row.getText("code", 60) : "";
      if (!code.isEmpty() && !codes.add(code)) {
        throw row.refuse("code", "编号已经存在", "这一行可能已导入过;确为新案件请换编号或留空。");
      }
      return code;
    }

    private Channel channel(Row row) {
      return row.findText("channel")
          .or(() -> given("channel"))
          .map(
              label ->
                  Channel.find(label)
                      .orElseThrow(() -> row.refuse("channel", "没有这个来源", known(Channel.labels()))))
          .orElse(Channel.OTHER);
    }

    private Status status(Row row, @Nullable Instant closed) {
      return row.findText("status")
          .map(
              label ->
                  Status.find(label)
                      .orElseThrow(() -> row.refuse("status", "没有这个状态", known(Status.labels()))))
          .orElse(closed == null ? Status.FILED : Status.CLOSED);
    }

    private static String known(List<String> labels) {
      return "可填:" + String.join("、", labels) + "。";
    }
  }
}
