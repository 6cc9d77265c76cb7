package org.wangge.planning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wangge.db.Database;
import org.wangge.territory.InForce;
import org.wangge.territory.NextPublication;
import org.wangge.territory.StaleBaseException;
import org.wangge.territory.Territory;
import org.wangge.territory.TestDistricts;
import org.wangge.web.JsonOut;
import org.wangge.web.ProblemException;
import org.wangge.zoning.Rule;

/**
 * Drafts on a chessboard of 16 by 16 blocks: grids of two by two, communities of two by two grids.
 */
class DraftsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

  private Territory territory;
  private Drafts drafts;
  private Review review;

  private OpenDraft open(Database database) {
    territory = TestDistricts.published(database, 16);
    drafts = new Drafts(database, territory, accounts -> Map.of(), TestDistricts.clock());
    drafts.store().setNoticeDays(0);
    review = new Review(drafts);
    return drafts.create("试画", "", "planner");
  }

  /** With single quotes for double ones. */
  static JsonNode json(String text) {
    try {
      return JsonOut.mapper().readTree(text.replace('\'', '"'));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private OpenDraft operate(OpenDraft draft, String op) {
    JsonNode asked = json(op);
    return drafts.append(draft, asked, drafts.preview(draft, asked), "planner").after();
  }

  /** The block in a column and row of the board, both from 0. */
  private static int block(InForce inForce, int column, int row) {
    return inForce.fabric().faceAt(100_000L * column + 50_000, 100_000L * row + 50_000);
  }

  private static String code(InForce inForce, int column, int row) {
    return inForce.grid(inForce.plan().zone(block(inForce, column, row))).code();
  }

  /** Moves the block at a place of the board to the grid of another place. */
  private OpenDraft move(OpenDraft draft, int column, int row, int toColumn, int toRow) {
    InForce base = draft.drawing().base();
    return operate(
        draft,
        "{'op':'assign','blocks':[%d],'to':'%s'}"
            .formatted(block(base, column, row), code(base, toColumn, toRow)));
  }

  @ParameterizedTest
  @MethodSource("org.wangge.db.TestDatabases#both")
  void aDraftIsWhatItWasAfterARestart(Database database) {
    OpenDraft draft = move(open(database), 2, 0, 1, 0);
    draft =
        operate(
            draft,
            "{'op':'rename','grid':'%s','name':'新名'}".formatted(code(territory.inForce(), 0, 0)));
    draft = operate(draft, "{'op':'lock','grid':'%s'}".formatted(code(territory.inForce(), 8, 8)));
    draft = drafts.undo(draft).orElseThrow().after();
    Drafts restarted = new Drafts(database, territory, accounts -> Map.of(), TestDistricts.clock());
    OpenDraft again = restarted.find(draft.draft().id()).orElseThrow();
    assertEquals(draft.draft(), again.draft());
    assertEquals(draft.drawing().redraw().plan().hash(), again.drawing().redraw().plan().hash());
    assertEquals(draft.drawing().livingGrids(), again.drawing().livingGrids());
    assertEquals(3, again.log().size());
    OpenDraft redone = restarted.redo(again).orElseThrow().after();
    assertEquals(1, redone.drawing().redraw().lockedZones().cardinality());
  }

  @ParameterizedTest
  @MethodSource("org.wangge.db.TestDatabases#both")
  void aSplitBlockIsSplitAgainAfterARestart(Database database) {
    OpenDraft draft = open(database);
    InForce base = draft.drawing().base();
    double[] low = new Spots(base.projection()).lonLat(150_000, -5_000);
    double[] high = new Spots(base.projection()).lonLat(150_000, 105_000);
    draft =
        operate(
            draft,
            "{'op':'splitBlock','block':%d,'line':[[%s,%s],[%s,%s]]}"
                .formatted(block(base, 1, 0), low[0], low[1], high[0], high[1]));
    assertEquals(257, draft.drawing().redraw().fabric().faceCount());
    OpenDraft again =
        new Drafts(database, territory, accounts -> Map.of(), TestDistricts.clock())
            .find(draft.draft().id())
            .orElseThrow();
    assertEquals(
        draft.drawing().redraw().fabric().hash(), again.drawing().redraw().fabric().hash());
    OpenDraft undone = drafts.undo(draft).orElseThrow().after();
    assertEquals(base.plan().hash(), undone.drawing().redraw().plan().hash());
  }

  @ParameterizedTest
  @MethodSource("org.wangge.db.TestDatabases#both")
  void ofTwoWritersTheSecondIsTold(Database database) {
    OpenDraft draft = open(database);
    move(draft, 2, 0, 1, 0);
    assertThrows(StaleDraftException.class, () -> move(draft, 2, 1, 1, 0));
    assertEquals(1, drafts.find(draft.draft().id()).orElseThrow().log().size());
  }

  @ParameterizedTest
  @MethodSource("org.wangge.db.TestDatabases#both")
  void aRefusalSaysWhatWouldDo(Database database) {
    OpenDraft draft = open(database);
    RefusedOperationException refusal =
        assertThrows(RefusedOperationException.class, () -> move(draft, 3, 0, 0, 0));
    assertEquals(Rule.CONTIGUITY, refusal.objections().get(0).rule());
    InForce base = draft.drawing().base();
    int[] wanted = {block(base, 2, 0), block(base, 3, 0)};
    Arrays.sort(wanted);
    assertArrayEquals(wanted, refusal.remedy());
    assertTrue(String.valueOf(refusal.getMessage()).contains("2 个街区"));
  }

  @ParameterizedTest
  @MethodSource("org.wangge.db.TestDatabases#both")
  void disjointDraftsMerge(Database database) {
    OpenDraft mine = move(open(database), 2, 0, 1, 0);
    OpenDraft other = move(drafts.create("另案", "", "other"), 10, 10, 9, 10);
    publish(other);
    OpenDraft approved = approved(mine);
    assertThrows(StaleBaseException.class, () -> review.publish(approved, "leader", decree("二号")));
    assertEquals(List.of(), review.rebase(approved, "planner", Map.of()));
    review.publish(current(mine), "leader", decree("二号"));
    InForce now = territory.findPublication(3).orElseThrow();
    assertEquals(code(now, 1, 0), code(now, 2, 0));
    assertEquals(code(now, 9, 10), code(now, 10, 10));
  }

  @ParameterizedTest
  @MethodSource("org.wangge.db.TestDatabases#both")
  void oneBlockToTwoGridsIsAConflict(Database database) {
    OpenDraft mine = move(open(database), 2, 1, 1, 1);
    OpenDraft other = move(drafts.create("另案", "", "other"), 2, 1, 2, 2);
    publish(other);
    OpenDraft approved = approved(mine);
    List<Rebase.Conflict> conflicts = review.rebase(approved, "planner", Map.of());
    assertEquals(1, conflicts.size());
    InForce base = mine.drawing().base();
    assertEquals(block(base, 2, 1), conflicts.get(0).face());
    assertEquals(code(base, 1, 1), conflicts.get(0).mine());
    assertEquals(code(base, 2, 2), conflicts.get(0).theirs());
    assertEquals(1, current(mine).draft().base(), "nothing was changed");
    Map<Integer, Boolean> take = new HashMap<>(Map.of(conflicts.get(0).face(), true));
    assertEquals(List.of(), review.rebase(current(mine), "planner", take));
    OpenDraft after = current(mine);
    assertEquals(2, after.draft().base());
    assertEquals(DraftState.SUBMITTED, after.draft().state(), "nobody approved what was settled");
    int zone = after.drawing().redraw().zone(block(base, 2, 1));
    assertEquals(code(base, 1, 1), after.drawing().grid(zone).code());
  }

  @ParameterizedTest
  @MethodSource("org.wangge.db.TestDatabases#both")
  void aNameThatBothGaveIsToldAndLocksComeAlong(Database database) {
    OpenDraft mine = open(database);
    String grid = code(territory.inForce(), 0, 0);
    int arc = mine.drawing().base().fabric().firstHalfEdge(0) >> 1;
    mine = operate(mine, "{'op':'rename','grid':'%s','name':'甲名'}".formatted(grid));
    mine = operate(mine, "{'op':'lock','arc':%d}".formatted(arc));
    OpenDraft other = drafts.create("另案", "", "other");
    other = operate(other, "{'op':'rename','grid':'%s','name':'乙名'}".formatted(grid));
    publish(split(other, 4));
    review.rebase(current(mine), "planner", Map.of());
    OpenDraft after = current(mine);
    assertTrue(after.log().get(0).text().contains("“甲名”未采用"), after.log().get(0).text());
    assertEquals("乙名", after.drawing().livingGrids().get(0).name());
    assertTrue(after.drawing().redraw().isArcLocked(arc));
    assertEquals(1, after.drawing().redraw().lockedArcs().cardinality());
  }

  @ParameterizedTest
  @MethodSource("org.wangge.db.TestDatabases#both")
  void whoDrewDoesNotApprove(Database database) {
    OpenDraft draft = move(open(database), 2, 0, 1, 0);
    review.submit(draft, "planner");
    assertThrows(ProblemException.class, () -> review.approve(current(draft), "planner"));
    assertThrows(ProblemException.class, () -> review.submit(current(draft), "planner"));
    review.reject(current(draft), "leader", "理由", new double[] {112.9, 27.8});
    assertEquals(DraftState.REJECTED, current(draft).draft().state());
    assertEquals("理由", drafts.remarks().listDecisions(draft.draft().id()).get(1).why());
  }

  @ParameterizedTest
  @MethodSource("org.wangge.db.TestDatabases#both")
  void everyStepOfTheReviewIsTakenBySomebodyElse(Database database) {
    OpenDraft draft = move(open(database), 2, 0, 1, 0);
    DraftStore.Setting setting = drafts.store().getSetting();
    List<ReviewStep> steps = List.of(new ReviewStep("街道初审", false), new ReviewStep("区级审核", true));
    drafts.store().set(new DraftStore.Setting(7, setting.band(), steps));
    review.submit(draft, "planner");
    assertEquals(DraftState.SUBMITTED, review.approve(current(draft), "first").state());
    assertEquals("区级审核", review.approvals(current(draft).draft()).next().orElseThrow().name());
    assertThrows(ProblemException.class, () -> review.approve(current(draft), "first"));
    assertEquals(DraftState.APPROVED, review.approve(current(draft), "second").state());
    review.reject(current(draft), "second", "再改", new double[0]);
    assertEquals(0, review.approvals(current(draft).draft()).given().size());
  }

  @ParameterizedTest
  @MethodSource("org.wangge.db.TestDatabases#both")
  void whatIsSettledIsApprovedFromTheFirstStepOn(Database database) {
    OpenDraft mine = move(open(database), 2, 1, 1, 1);
    publish(move(drafts.create("另案", "", "other"), 2, 1, 2, 2));
    DraftStore.Setting setting = drafts.store().getSetting();
    List<ReviewStep> steps = List.of(new ReviewStep("街道初审", false), new ReviewStep("区级审核", true));
    drafts.store().set(new DraftStore.Setting(0, setting.band(), steps));
    review.submit(mine, "planner");
    review.approve(current(mine), "first");
    int face = review.rebase(current(mine), "planner", Map.of()).get(0).face();
    assertEquals(List.of(), review.rebase(current(mine), "planner", Map.of(face, true)));
    assertEquals(DraftState.SUBMITTED, current(mine).draft().state());
    assertEquals(List.of(), review.approvals(current(mine).draft()).given());
  }

  @ParameterizedTest
  @MethodSource("org.wangge.db.TestDatabases#both")
  void onlyWhatIsDoneIsArchived(Database database) {
    OpenDraft draft = move(open(database), 2, 0, 1, 0);
    assertThrows(ProblemException.class, () -> review.archive(draft, "leader"));
    publish(draft);
    review.archive(current(draft), "leader");
    assertEquals(DraftState.ARCHIVED, current(draft).draft().state());
    assertEquals(2, current(draft).draft().publication().orElseThrow());
    assertThrows(ProblemException.class, () -> review.withdraw(current(draft), "planner"));
    publish(move(drafts.create("另案", "", "other"), 10, 10, 9, 10));
    assertThrows(ProblemException.class, () -> review.rebase(current(draft), "planner", Map.of()));
    assertEquals(1, current(draft).draft().base());
  }

  @ParameterizedTest
  @MethodSource("org.wangge.db.TestDatabases#both")
  void theNoticeRunsBeforeThePublication(Database database) {
    OpenDraft draft = move(open(database), 2, 0, 1, 0);
    drafts.store().setNoticeDays(7);
    OpenDraft approved = approved(draft);
    assertEquals(territory.today().plusDays(7), approved.draft().noticeUntil().orElseThrow());
    assertThrows(ProblemException.class, () -> review.publish(approved, "leader", decree("一号")));
    assertEquals(1, territory.publications().size());
  }

  @ParameterizedTest
  @MethodSource("org.wangge.db.TestDatabases#both")
  void aNewGridGetsANewCodeAndAnotherWhenThatIsTaken(Database database) {
    OpenDraft mine = split(open(database), 0);
    OpenDraft other = split(drafts.create("另案", "", "other"), 2);
    publish(other);
    review.rebase(approved(mine), "planner", Map.of());
    OpenDraft after = current(mine);
    String first = other.drawing().livingGrids().get(64).code();
    String second = after.drawing().livingGrids().get(65).code();
    assertFalse(first.equals(second));
    publishApproved(after);
    assertEquals(66, territory.findPublication(3).orElseThrow().grids().size());
  }

  /** Splits the grid that begins in a column of the lowest row along the street in its middle. */
  private OpenDraft split(OpenDraft draft, int column) {
    InForce base = draft.drawing().base();
    Spots spots = new Spots(base.projection());
    double[] low = spots.lonLat(100_000L * column + 100_000, 0);
    double[] high = spots.lonLat(100_000L * column + 100_000, 200_000);
    return operate(
        draft,
        "{'op':'split','grid':'%s','path':{'points':[[%s,%s],[%s,%s]]}}"
            .formatted(code(base, column, 0), low[0], low[1], high[0], high[1]));
  }

  private OpenDraft current(OpenDraft draft) {
    return drafts.find(draft.draft().id()).orElseThrow();
  }

  private OpenDraft approved(OpenDraft draft) {
    review.submit(draft, draft.draft().author());
    review.approve(current(draft), "leader");
    return current(draft);
  }

  private static Review.Decree decree(String document) {
    return new Review.Decree(DAY, document, NextPublication.Kind.CHANGE);
  }

  private void publish(OpenDraft draft) {
    publishApproved(approved(draft));
  }

  private void publishApproved(OpenDraft draft) {
    review.publish(draft, "leader", decree("一号"));
    assertEquals(DraftState.PUBLISHED, current(draft).draft().state());
  }
}
