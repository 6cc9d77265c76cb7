package org.wangge.policy;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What somebody is on this server. The order is that of the columns of {@link Policy}. */
public enum Role {
  ADMINISTRATOR("管理员", "Administrator"),
  PLANNER("规划员", "Planner"),
  APPROVER("审核员", "Approver"),
  COMMANDER("指挥员", "Commander"),
  GRID_WORKER("网格员", "Grid worker"),
  BRANCH_SECRETARY("支部书记", "Branch secretary"),
  WINDOW_CLERK("窗口", "Window clerk"),
  INTEGRATOR("接口", "Integrator"),
  AUDITOR("审计员", "Auditor"),
  /** The only one who reads what was put into a report box (举报箱). */
  REPORT_HANDLER("举报受理员", "Report handler");

  private final String label;
  private final String english;

  Role(String label, String english) {
    this.label = label;
    this.english = english;
  }

  /** Stable name outside the code: grid-worker. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Chinese name. */
  public String label() {
    return label;
  }

  /** English name. */
  public String english() {
    return english;
  }

  /** By code or Chinese name. */
  public static Optional<Role> find(String text) {
    return Stream.of(values())
        .filter(role -> role.code().equals(text) || role.label.equals(text))
        .findFirst();
  }
}
