package org.wangge.services;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a service point is. The label is what is stored, shown and asked for. */
public enum Kind {
  PARTY_CENTRE("党群服务中心"),
  CIVIC_CENTRE("便民服务中心"),
  WINDOW("综合窗口"),
  MAIN_STATION("社工总站"),
  STATION("社工站"),
  ROOM("社工室"),
  OPINION_BOARD("民情反映栏"),
  REPORT_BOX("举报箱"),
  INCUBATOR("孵化基地"),
  OTHER("其他");

  private final String label;

  Kind(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  public static Optional<Kind> find(String label) {
    return Stream.of(values()).filter(kind -> kind.label.equals(label)).findFirst();
  }

  public static List<String> labels() {
    return Stream.of(values()).map(Kind::label).toList();
  }
}
