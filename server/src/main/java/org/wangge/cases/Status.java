package org.wangge.cases;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a case stands; the steps between filing and closing come with the workflow. The label is
 * what is stored and shown.
 */
public enum Status {
  FILED("已立案"),
  IN_HAND("处置中"),
  CLOSED("已结案"),
  VOID("已作废");

  private final String label;

  Status(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  public static Optional<Status> find(String label) {
    return Stream.of(values()).filter(status -> status.label.equals(label)).findFirst();
  }

  public static List<String> labels() {
    return Stream.of(values()).map(Status::label).toList();
  }
}
