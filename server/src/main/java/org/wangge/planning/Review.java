package org.wangge.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wangge.planning.DraftStore.Decision;
import org.wangge.planning.DraftStore.Logged;
import org.wangge.territory.InForce;
import org.wangge.territory.NextPublication;
import org.wangge.territory.Proposal;
import org.wangge.web.Problem;
import org.wangge.web.ProblemException;
import org.wangge.web.ProblemKind;
import org.wangge.zoning.PlanInvariants;

/**
 * The way of a draft from its author to the map: handed in, said yes or no to by somebody who did
 * not draw it, shown, and put in force.
 */
final class Review {
  private final Drafts drafts;

  Review(Drafts drafts) {
    this.drafts = drafts;
  }

  private Decision decision(String what, String actor, String why, double[] place) {
    return new Decision(what, actor, drafts.clock().instant(), why, place);
  }

  private Draft decide(OpenDraft draft, DraftState state, Decision decision) {
    return drafts
        .store()
        .decide(draft.draft(), state, Optional.empty(), Optional.empty(), decision);
  }

  /** Freezes the draft, once every rule of a plan holds and no finding of a layer is open. */
  Draft submit(OpenDraft draft, String actor) {
    DraftPathRoutes.requireDrawn(draft.draft());
    requireChecked(draft);
    return decide(draft, DraftState.SUBMITTED, decision("submit", actor, "", new double[0]));
  }

  private void requireChecked(OpenDraft draft) {
    List<String> broken = broken(draft);
    if (!broken.isEmpty()) {
      throw Problem.of(ProblemKind.CONFLICT, "草案还有 " + broken.size() + " 项检查不通过。")
          .withAttempted("提交草案 " + draft.draft().title())
          .withRemedy("按清单逐项处理后再提交。")
          .with("broken", broken)
          .raise();
    }
  }

  /** What stands against handing the draft in, in words. */
  List<String> broken(OpenDraft draft) {
    List<String> broken = new ArrayList<>();
    Drawing drawing = draft.drawing();
    InForce drawn = drawing.drawn();
    broken.addAll(PlanInvariants.check(drawn.plan(), z -> drawn.mayLieInPieces(drawn.grid(z))));
    LocalDate today = drafts.territory().today();
    Set<String> waived = new HashSet<>();
    drawing.excepted().stream()
        .filter(waiver -> !LocalDate.parse(waiver.until()).isBefore(today))
        .forEach(waiver -> waived.add(waiver.finding()));
    draft
        .adopted()
        .ifPresent(
            layer ->
                layer.findings(drawing).stream()
                    .filter(open -> !waived.contains(open.id()))
                    .forEach(open -> broken.add(open.finding().explanation().chinese())));
    if (draft.draft().done() == 0) {
      broken.add("草案没有任何改动。");
    }
    return broken;
  }

  /** Whoever drew in it does not judge it. */
  private static void requireAnother(OpenDraft draft, String actor) {
    boolean drew =
        draft.draft().author().equals(actor)
            || draft.log().stream().anyMatch(operation -> operation.actor().equals(actor));
    if (drew) {
      throw Problem.of(ProblemKind.FORBIDDEN, "编制人不能审核自己的草案。")
          .withAttempted("审核草案 " + draft.draft().title())
          .withRemedy("请另一位审核员审核。")
          .raise();
    }
  }

  private static ProblemException wrongState(Draft draft, String attempted) {
    return Problem.of(ProblemKind.CONFLICT, "草案现在的状态是“" + draft.state().label() + "”。")
        .withAttempted(attempted + " " + draft.title())
        .with("state", draft.state().code())
        .raise();
  }

  private static void require(OpenDraft draft, DraftState state, String attempted) {
    if (draft.draft().state() != state) {
      throw wrongState(draft.draft(), attempted);
    }
  }

  /** The approvals a draft has, and needs. */
  Approvals approvals(Draft draft) {
    return Approvals.of(
        drafts.store().getSetting().steps(), drafts.remarks().listDecisions(draft.id()));
  }

  /** Says yes; after the last of all that have to, the notice begins. */
  Draft approve(OpenDraft draft, String actor) {
    require(draft, DraftState.SUBMITTED, "审核");
    requireAnother(draft, actor);
    Approvals approvals = approvals(draft.draft());
    if (approvals.given().contains(actor)) {
      throw Problem.of(ProblemKind.FORBIDDEN, "每一级审核须由不同的人作出。")
          .withAttempted("审核草案 " + draft.draft().title())
          .withRemedy("请下一级审核员审核。")
          .raise();
    }
    String step = approvals.next().map(ReviewStep::name).orElse("");
    Decision decision = decision("approve", actor, step, new double[0]);
    return approvals.isLast()
        ? approved(draft, decision)
        : decide(draft, DraftState.SUBMITTED, decision);
  }

  private Draft approved(OpenDraft draft, Decision decision) {
    int days = drafts.store().getSetting().noticeDays();
    LocalDate until = drafts.territory().today().plusDays(days);
    return drafts
        .store()
        .decide(draft.draft(), DraftState.APPROVED, Optional.of(until), Optional.empty(), decision);
  }

  /** Sends it back, also while the notice runs. */
  Draft reject(OpenDraft draft, String actor, String why, double[] place) {
    if (draft.draft().state() != DraftState.SUBMITTED
        && draft.draft().state() != DraftState.APPROVED) {
      throw wrongState(draft.draft(), "退回");
    }
    requireAnother(draft, actor);
    return decide(draft, DraftState.REJECTED, decision("reject", actor, why, place));
  }

  /** Its author gives it up, or takes it back to draw on. */
  Draft withdraw(OpenDraft draft, String actor) {
    DraftState state = draft.draft().state();
    if (state.isClosed()) {
      throw wrongState(draft.draft(), "撤回");
    }
    DraftState next = state.isDrawn() ? DraftState.WITHDRAWN : DraftState.DRAFT;
    return decide(draft, next, decision("withdraw", actor, "", new double[0]));
  }

  /** Puts away what nobody waits for any more. */
  Draft archive(OpenDraft draft, String actor) {
    if (!draft.draft().state().isDone()) {
      throw wrongState(draft.draft(), "归档");
    }
    return drafts
        .store()
        .decide(
            draft.draft(),
            DraftState.ARCHIVED,
            draft.draft().noticeUntil(),
            draft.draft().publication(),
            decision("archive", actor, "", new double[0]));
  }

  /** The decision that puts a draft in force. */
  record Decree(LocalDate effective, String document, NextPublication.Kind kind) {}

  /** What publishing gave. */
  record Published(Draft draft, InForce inForce) {}

  /**
   * Puts it in force: the publication and the state of the draft in one transaction.
   *
   * @throws org.wangge.territory.StaleBaseException when it has to be rebased first
   */
  Published publish(OpenDraft draft, String actor, Decree decree) {
    require(draft, DraftState.APPROVED, "发布");
    requireAnother(draft, actor);
    LocalDate notice = draft.draft().noticeUntil().orElseThrow();
    LocalDate today = drafts.territory().today();
    boolean running = drafts.store().getSetting().noticeDays() > 0 && !today.isAfter(notice);
    if (running) {
      throw Problem.of(ProblemKind.CONFLICT, "公示期到 " + notice + " 结束，之后才能发布。")
          .withAttempted("发布草案 " + draft.draft().title())
          .with("noticeUntil", notice)
          .raise();
    }
    Proposal proposal = draft.drawing().proposal();
    NextPublication next =
        new NextPublication(
            proposal,
            decree.effective(),
            decree.document(),
            actor,
            draft.draft().title(),
            decree.kind());
    InForce stored =
        drafts
            .territory()
            .publish(
                next,
                inForce ->
                    drafts
                        .store()
                        .decide(
                            draft.draft(),
                            DraftState.PUBLISHED,
                            draft.draft().noticeUntil(),
                            Optional.of(inForce.publication().number()),
                            decision("publish", actor, decree.document(), new double[0])));
    return new Published(drafts.store().find(draft.draft().id()).orElseThrow(), stored);
  }

  /**
   * Draws the draft on the last publication. When somebody had to say who is right about a block,
   * approvals that were given do not cover that: the draft goes back to the first of those who
   * approve. One that is done with stays what it was.
   *
   * @param takeMine who is right about blocks that both changed
   * @return the conflicts that are left; none when it was done
   */
  List<Rebase.Conflict> rebase(OpenDraft draft, String actor, Map<Integer, Boolean> takeMine) {
    if (draft.draft().state().isClosed()) {
      throw wrongState(draft.draft(), "更新");
    }
    InForce newest = drafts.territory().latest();
    int last = newest.publication().number();
    if (last == draft.draft().base()) {
      return List.of();
    }
    Rebase.Result result = Rebase.of(draft, newest, takeMine, drafts.store().listCodes());
    if (!result.conflicts().isEmpty()) {
      return result.conflicts();
    }
    int done = draft.draft().done();
    String text = "在第 %d 版上重放 %d 项操作".formatted(last, done);
    String notes = result.notes().isEmpty() ? "" : "；" + String.join("；", result.notes());
    Logged operation =
        new Logged(
            1,
            "{\"op\":\"rebase\"}",
            EffectJson.write(result.effect()),
            text + notes,
            actor,
            drafts.clock().instant());
    boolean judged = !draft.draft().state().isDrawn();
    Optional<Decision> again =
        judged && !takeMine.isEmpty()
            ? Optional.of(decision("rebase", actor, text, new double[0]))
            : Optional.empty();
    drafts.store().rebase(draft.draft(), last, operation, again);
    return List.of();
  }
}
