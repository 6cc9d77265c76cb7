package org.wangge.cases;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The way a case came in. The label is what is stored and shown; the order is that of the in-memory
 * columns.
 */
public enum Channel {
  PATROL("城管"),
  HOTLINE("12345"),
  DISPUTE("纠纷"),
  RESIDENT("民生"),
  REPORT_BOX("举报箱"),
  OTHER("其他");

  private final String label;

  Channel(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  public static Optional<Channel> find(String label) {
    return Stream.of(values()).filter(channel -> channel.label.equals(label)).findFirst();
  }

  public static List<String> labels() {
    return Stream.of(values()).map(Channel::label).toList();
  }
}
