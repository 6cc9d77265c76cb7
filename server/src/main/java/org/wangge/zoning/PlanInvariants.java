package org.wangge.zoning;

import java.util.ArrayList;
import java.util.List;

/** What must hold in every plan in force. */
public final class PlanInvariants {
  private PlanInvariants() {}

  /** What does not hold, in words; empty when all is well. */
  public static List<String> check(Plan plan) {
    List<String> wrong = new ArrayList<>();
    for (int f = 0; f < plan.fabric().faceCount(); f++) {
      if (plan.zone(f) < 0) {
        wrong.add("face " + f + " belongs to no zone");
      }
    }
    return wrong;
  }
}
