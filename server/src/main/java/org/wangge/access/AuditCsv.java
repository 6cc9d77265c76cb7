package org.wangge.access;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The audit trail as CSV (RFC 4180). A cell that a spreadsheet would take for a formula begins with
 * an apostrophe.
 */
final class AuditCsv {
  private static final List<String> HEAD =
      List.of("序号", "时间", "操作人", "身份", "角色", "动作", "对象", "结果", "之前", "之后", "原因", "来源地址", "哈希");

  private AuditCsv() {}

  static String of(List<AuditEvent> events) {
    return Stream.concat(Stream.of(HEAD), events.stream().map(AuditCsv::cells))
        .map(cells -> cells.stream().map(AuditCsv::cell).collect(Collectors.joining(",")))
        .collect(Collectors.joining("\r\n", "", "\r\n"));
  }

  private static List<String> cells(AuditEvent event) {
    return List.of(
        Long.toString(event.seq()),
        event.at().toString(),
        event.actor(),
        event.actorKind(),
        event.roles(),
        event.action(),
        event.subject(),
        event.outcome(),
        event.before(),
        event.after(),
        event.why(),
        event.address(),
        event.hash());
  }

  private static String cell(String text) {
    String safe = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
    return '"' + safe.replace("\"", "\"\"") + '"';
  }
}
