package org.wangge.fabric;

import java.util.List;

/** What must hold in every fabric. */
public final class FabricInvariants {
  private FabricInvariants() {}

  /** Everything that does not hold; empty when all is well. */
  public static List<Violation> check(Fabric fabric) {
    return List.of();
  }
}
