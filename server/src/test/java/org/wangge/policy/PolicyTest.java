package org.wangge.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PolicyTest {

  private static Viewer with(Grant... grants) {
    return new Viewer(Viewer.Kind.ACCOUNT, "someone", List.of(grants), false);
  }

  @Test
  void aGrantHoldsInItsUnitAndWhatIsInIt() {
    Area area = with(new Grant(Role.COMMANDER, "430302005")).area(Right.CASE_READ);
    assertTrue(area.contains(List.of("430302005003001", "430302005003", "430302005", "430302")));
    assertFalse(area.contains(List.of("430302006001001", "430302006001", "430302006", "430302")));
    assertFalse(area.contains(List.of("430302")), "not in what holds it");
  }

  @Test
  void grantsAddUp() {
    Viewer viewer = with(new Grant(Role.GRID_WORKER, "g1"), new Grant(Role.BRANCH_SECRETARY, "c2"));
    assertEquals(Set.of("g1", "c2"), viewer.area(Right.PARTY_READ).codes());
    assertEquals(Set.of("g1"), viewer.area(Right.CASE_READ_PERSONAL).codes());
  }

  @Test
  void theWholeDistrictIsAScopeOfItsOwn() {
    assertTrue(
        with(new Grant(Role.ADMINISTRATOR, Grant.WHOLE)).area(Right.ACCOUNT_MANAGE).isEverywhere());
  }

  @ParameterizedTest
  @EnumSource(Right.class)
  void anonymousVisitorsSeeWhatIsPublicAndOnlyWhereItIsShown(Right right) {
    assertEquals(Policy.isPublic(right), Viewer.anonymous(true).may(right));
    assertFalse(Viewer.anonymous(false).may(right));
  }

  @ParameterizedTest
  @EnumSource(Right.class)
  void everyRightBelongsToSomebody(Right right) {
    assertFalse(Policy.rolesWith(right).isEmpty());
  }

  @Test
  void reportsAreForOneRoleAndAuditForAnother() {
    assertEquals(List.of(Role.REPORT_HANDLER), Policy.rolesWith(Right.REPORT_READ));
    assertEquals(List.of(Role.AUDITOR), Policy.rolesWith(Right.AUDIT_READ));
  }

  @Test
  void whoKeepsTheAccountsReadsNoPersonalData() {
    for (Right right : List.of(Right.CASE_READ_PERSONAL, Right.PARTY_READ_PERSONAL)) {
      assertEquals(Reach.NONE, Policy.reach(Role.ADMINISTRATOR, right));
    }
  }

  @Test
  void viewersWithOtherGrantsAreToldApart() {
    Viewer one = with(new Grant(Role.COMMANDER, "a"));
    Viewer other = with(new Grant(Role.COMMANDER, "b"));
    assertFalse(one.key().equals(other.key()));
  }
}
