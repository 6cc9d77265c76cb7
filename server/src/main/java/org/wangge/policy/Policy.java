package org.wangge.policy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The one table of who may do what. A line is a {@link Right}, a column a {@link Role} in the order
 * of that enum: {@code E} everywhere, {@code W} within the scope of the grant, {@code -} not at
 * all.
 *
 * <p>What an anonymous visitor may do where the server shows its map to the public is {@link
 * #isPublic}: grid lines and service points, nothing about persons.
 */
public final class Policy {
  private static final Reach[][] TABLE = new Reach[Right.values().length][];
  private static final Set<Right> PUBLIC = EnumSet.of(Right.MAP_READ, Right.POINT_READ);

  static {
    //                         ADM PLN APR CMD GRW BRS WIN INT AUD RPT
    row(Right.MAP_READ, /*          */ "E E E E E E E E E E");
    row(Right.DUTY_READ, /*         */ "E E E E E E E E E E");
    row(Right.MAP_LOCATE_MANY, /*   */ "E E E E E E E E E E");
    row(Right.POINT_READ, /*        */ "E E E E E E E E E E");
    row(Right.POINT_IMPORT, /*      */ "W - - - - - W W - -");
    row(Right.BUILDING_READ, /*     */ "E E E E E E E E E -");
    row(Right.CASE_READ, /*         */ "W W W W W W W W W -");
    row(Right.CASE_READ_PERSONAL, /**/ "- - - W W - W - - -");
    row(Right.CASE_IMPORT, /*       */ "W - - W - - W W - -");
    row(Right.REPORT_READ, /*       */ "- - - - - - - - - W");
    row(Right.PARTY_COUNT, /*       */ "E E E E E E - E E -");
    row(Right.PARTY_READ, /*        */ "W W W W W W - W W -");
    row(Right.PARTY_READ_PERSONAL, /**/ "- - - W W W - - - -");
    row(Right.PARTY_IMPORT, /*      */ "W - - - - W - W - -");
    row(Right.FINDING_READ, /*      */ "E E E E - - - E E -");
    row(Right.PLAN_CHECK, /*        */ "E E E - - - - E - -");
    row(Right.DRAFT_READ, /*        */ "E E E E - - - - E -");
    row(Right.DRAFT_COMMENT, /*     */ "E E E E - - - - - -");
    row(Right.DRAFT_EDIT, /*        */ "- W - - - - - - - -");
    row(Right.DRAFT_APPROVE, /*     */ "- - W - - - - - - -");
    row(Right.REVIEW_SETTLE, /*     */ "W - - - - - - - - -");
    row(Right.LIVE_LISTEN, /*       */ "E E E E E E E E E E");
    row(Right.ACCOUNT_MANAGE, /*    */ "W - - - - - - - - -");
    row(Right.TOKEN_MANAGE, /*      */ "W - - - - - - - - -");
    row(Right.AUDIT_READ, /*        */ "- - - - - - - - E -");
    row(Right.SERVER_WATCH, /*      */ "E - - - - - - E E -");
    requireWhole();
  }

  private Policy() {}

  private static void row(Right right, String cells) {
    TABLE[right.ordinal()] = Stream.of(cells.split(" ")).map(Policy::cell).toArray(Reach[]::new);
  }

  private static Reach cell(String letter) {
    return switch (letter) {
      case "E" -> Reach.EVERYWHERE;
      case "W" -> Reach.WITHIN;
      case "-" -> Reach.NONE;
      default -> throw new IllegalStateException("no reach is called " + letter);
    };
  }

  /** A right without a line, or a line without a column, must not be found out by a visitor. */
  private static void requireWhole() {
    for (Right right : Right.values()) {
      Reach[] row = TABLE[right.ordinal()];
      if (row == null || row.length != Role.values().length) {
        throw new IllegalStateException("the policy has no whole line for " + right);
      }
    }
  }

  /** How far a role has a right. */
  public static Reach reach(Role role, Right right) {
    return TABLE[right.ordinal()][role.ordinal()];
  }

  /**
   * Whether a visitor who has not signed in has it, where the server shows its map to the public.
   */
  public static boolean isPublic(Right right) {
    return PUBLIC.contains(right);
  }

  /**
   * Whether a grant of a role reaches further than its scope and than an administrator does, as
   * that of an auditor, who reads the trail of everybody: who gives it, or a password to who has
   * it, must himself be responsible for the whole district.
   */
  public static boolean reachesBeyondScope(Role role) {
    return Stream.of(Right.values())
        .filter(right -> reach(role, right) == Reach.EVERYWHERE)
        .anyMatch(right -> reach(Role.ADMINISTRATOR, right) != Reach.EVERYWHERE);
  }

  /** The roles that have a right somewhere. */
  public static List<Role> rolesWith(Right right) {
    return Stream.of(Role.values()).filter(role -> reach(role, right) != Reach.NONE).toList();
  }
}
