package org.wangge.policy;

import java.util.Locale;

/** One action on one kind of thing: what a route asks for. Who has it stands in {@link Policy}. */
public enum Right {
  /** Units, grids, blocks, streets, the district's figures, search, who is responsible where. */
  MAP_READ("看地图"),
  /** Names of those who fill the four lines of a grid. */
  DUTY_READ("看网格人员姓名"),
  /** Locating many points in one request. */
  MAP_LOCATE_MANY("批量落格"),
  POINT_READ("看服务点"),
  POINT_IMPORT("导入服务点"),
  BUILDING_READ("看楼栋"),
  CASE_READ("看案件"),
  /** Phone and identity numbers in a case's texts. */
  CASE_READ_PERSONAL("看案件中的个人信息"),
  CASE_IMPORT("导入案件"),
  /** What came in as a tip-off (举报箱). */
  REPORT_READ("看举报内容"),
  /** How far buildings have come in the four steps, without names. */
  PARTY_COUNT("看楼栋党建进度"),
  PARTY_READ("看党员进楼栋"),
  /** Full names of members. */
  PARTY_READ_PERSONAL("看党员姓名"),
  PARTY_IMPORT("导入党员进楼栋"),
  FINDING_READ("看体检结果"),
  PLAN_CHECK("做体检"),
  DRAFT_READ("看草案"),
  DRAFT_COMMENT("批注草案"),
  DRAFT_EDIT("编制草案"),
  /** To say yes or no to a draft, to end its notice and to put it in force. */
  DRAFT_APPROVE("审核发布草案"),
  /** How many days a notice lasts, and how many households a grid should have. */
  REVIEW_SETTLE("设定公示期与规模标准"),
  LIVE_LISTEN("收实时消息"),
  ACCOUNT_MANAGE("管理账号"),
  TOKEN_MANAGE("管理接口令牌"),
  AUDIT_READ("看审计日志"),
  SERVER_WATCH("看服务器指标");

  private final String label;

  Right(String label) {
    this.label = label;
  }

  /** Stable name outside the code: case-read. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Chinese words for the action. */
  public String label() {
    return label;
  }
}
