package org.wangge.planning;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wangge.policy.Viewer;
import org.wangge.territory.InForce;
import org.wangge.territory.PlanComparison;

/** What documents are made of a draft: a port, so that planning need not know how. */
public interface Papers {

  /** A finished file. */
  record Paper(String fileName, String contentType, byte[] bytes) {}

  /**
   * @param title of the draft
   * @param noticeUntil last day of the notice, once there is one
   */
  record Of(String title, Optional<LocalDate> noticeFrom, Optional<LocalDate> noticeUntil) {}

  Set<String> names();

  /**
   * @param name one of {@link #names()}
   */
  Paper make(String name, InForce before, InForce after, Viewer viewer, Of draft);

  /** What changes, in numbers and sentences, as the members of a JSON object. */
  Map<String, Object> changes(PlanComparison comparison, Viewer viewer);
}
