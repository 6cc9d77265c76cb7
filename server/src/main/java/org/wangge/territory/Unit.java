package org.wangge.territory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A district, township or community (village) in the unit tree.
 *
 * @param code its key: the NBS code (6, 9 or 12 digits) or the code of the source
 * @param level where it stands in the tree
 * @param name what it is called; never a key, names repeat
 * @param kind 街道, 镇, 乡, 社区, 村 …; empty when unknown
 * @param parent code of the unit above, null for the district
 * @param from first day it exists
 * @param to first day it no longer exists, null while it does
 */
public record Unit(
    String code,
    UnitLevel level,
    String name,
    String kind,
    @Nullable String parent,
    LocalDate from,
    @Nullable LocalDate to) {

  /** Whether it exists on the day. */
  public boolean existsOn(LocalDate day) {
    return !day.isBefore(from) && (to == null || day.isBefore(to));
  }
}
