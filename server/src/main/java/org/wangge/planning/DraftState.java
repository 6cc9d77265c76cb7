package org.wangge.planning;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** How far a draft has come. */
public enum DraftState {
  /** Being drawn. */
  DRAFT("起草"),
  /** Handed in: frozen until somebody else says yes or no. */
  SUBMITTED("已提交"),
  /** Approved: shown to the public until its notice is over. */
  APPROVED("审核通过"),
  /** Sent back with reasons; to be drawn on. */
  REJECTED("已退回"),
  /** It became a publication. */
  PUBLISHED("已生效"),
  /** Given up by its author. */
  WITHDRAWN("已撤回"),
  /** Done with: published, sent back or given up, and put away. */
  ARCHIVED("已归档");

  private static final Set<DraftState> DRAWN = EnumSet.of(DRAFT, REJECTED);
  private static final Set<DraftState> CLOSED = EnumSet.of(PUBLISHED, WITHDRAWN, ARCHIVED);

  private final String label;

  DraftState(String label) {
    this.label = label;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Chinese name. */
  public String label() {
    return label;
  }

  /** Whether it stays what it is for good. */
  public boolean isClosed() {
    return CLOSED.contains(this);
  }

  /** Whether nobody waits for anything: it may be archived. */
  public boolean isDone() {
    return this == PUBLISHED || this == WITHDRAWN || this == REJECTED;
  }

  /** Whether operations are taken. */
  public boolean isDrawn() {
    return DRAWN.contains(this);
  }
}
