package org.wangge.planning;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.wangge.db.Database;
import org.wangge.planning.DraftStore.Logged;
import org.wangge.territory.InForce;
import org.wangge.territory.NoPlanException;
import org.wangge.territory.Territory;
import org.wangge.web.JsonOut;

/**
 * Drafts and what is done to them. Thread-safe, and so are several servers on one store: a draft in
 * memory counts only as long as its version is that of the store.
 */
final class Drafts {
  private static final int KEPT = 32;

  private final DraftStore store;
  private final RemarkStore remarks;
  private final Territory territory;
  private final Names names;
  private final Clock clock;
  private final Map<Long, OpenDraft> open = new LinkedHashMap<>(64, 0.75f, true);

  Drafts(Database database, Territory territory, Names names, Clock clock) {
    this.store = new DraftStore(database);
    this.remarks = new RemarkStore(database);
    this.territory = territory;
    this.names = names;
    this.clock = clock;
  }

  DraftStore store() {
    return store;
  }

  RemarkStore remarks() {
    return remarks;
  }

  Territory territory() {
    return territory;
  }

  Clock clock() {
    return clock;
  }

  Names names() {
    return names;
  }

  /** A new draft of the last publication. */
  OpenDraft create(String title, String scope, String author) {
    int base = territory.latest().publication().number();
    Draft draft =
        store.insert(title, scope, base, author, store.getSetting().band(), clock.instant());
    return find(draft.id()).orElseThrow();
  }

  List<Draft> list() {
    return store.list();
  }

  /** A draft as the store has it now. */
  Optional<OpenDraft> find(long id) {
    OpenDraft known = known(id);
    Optional<Draft> stored = store.find(id);
    if (known != null && stored.filter(it -> it.version() == known.draft().version()).isPresent()) {
      return Optional.of(known);
    }
    return store.findWhole(id).map(this::load).map(this::keep);
  }

  private synchronized @Nullable OpenDraft known(long id) {
    return open.get(id);
  }

  private synchronized OpenDraft keep(OpenDraft draft) {
    open.put(draft.draft().id(), draft);
    if (open.size() > KEPT) {
      open.remove(open.keySet().iterator().next());
    }
    return draft;
  }

  /** The whole draft as it is told, with what those are called who had a hand in it. */
  Map<String, @Nullable Object> answer(OpenDraft draft) {
    List<DraftStore.Decision> decisions = remarks.listDecisions(draft.draft().id());
    Set<String> people = new TreeSet<>(Set.of(draft.draft().author()));
    draft.log().forEach(operation -> people.add(operation.actor()));
    decisions.forEach(decision -> people.add(decision.actor()));
    Map<String, @Nullable Object> json =
        DraftAnswers.draft(draft, decisions, store.getSetting().steps());
    json.put("names", names.of(people));
    return json;
  }

  /** Replays the log. */
  private OpenDraft load(DraftStore.Whole whole) {
    Draft draft = whole.draft();
    InForce base =
        territory
            .findPublication(draft.base())
            .orElseThrow(() -> new NoPlanException("there is no publication " + draft.base()));
    Drawing drawing = Drawing.of(base);
    Drawing current = drawing;
    List<Operation> log = new ArrayList<>();
    for (Logged logged : whole.log()) {
      Effect effect = EffectJson.read(logged.effect(), drawing.redraw());
      log.add(
          new Operation(
              logged.seq(), logged.op(), effect, logged.text(), logged.actor(), logged.at()));
      drawing = drawing.apply(effect);
      current = logged.seq() <= draft.done() ? drawing : current;
    }
    Map<String, Geometry> polygons = whole.polygons();
    Optional<Adopted> adopted =
        polygons.isEmpty() ? Optional.empty() : Optional.of(new Adopted(base, polygons));
    return new OpenDraft(draft, current, log, new Counting(base), adopted);
  }

  /** What an operation would do; nothing is kept. */
  Made preview(OpenDraft draft, JsonNode op) {
    return operator(draft).make(op);
  }

  private Operator operator(OpenDraft draft) {
    return new Operator(
        draft.drawing(),
        draft.counting(),
        new Spots(draft.drawing().base().projection()),
        new NewGrids(() -> usedCodes(draft)),
        draft.draft().band(),
        draft.adopted());
  }

  /** All codes ever given to a grid, and those the draft has used. */
  private Set<String> usedCodes(OpenDraft draft) {
    Set<String> used = new TreeSet<>(store.listCodes());
    used.addAll(draft.drawing().codes());
    return used;
  }

  /** A draft after a change, and what the change was. */
  record Changed(OpenDraft before, OpenDraft after, Made made) {}

  /**
   * Carries out what {@link #preview} said, and stores it.
   *
   * @throws StaleDraftException when the draft was changed since it was read
   */
  Changed append(OpenDraft draft, JsonNode op, Made made, String actor) {
    return append(draft, JsonOut.text(op), made, actor);
  }

  private Changed append(OpenDraft draft, String op, Made made, String actor) {
    String effect = EffectJson.write(made.effect());
    Draft stored = store.append(draft.draft(), op, effect, made.text(), actor, clock.instant());
    List<Operation> log = new ArrayList<>(draft.log().subList(0, draft.draft().done()));
    log.add(
        new Operation(log.size() + 1, op, made.effect(), made.text(), actor, stored.updatedAt()));
    OpenDraft after =
        new OpenDraft(
            stored, draft.drawing().apply(made.effect()), log, draft.counting(), draft.adopted());
    return new Changed(draft, keep(after), made);
  }

  /** Takes the last operation in effect back; empty when there is none. */
  Optional<Changed> undo(OpenDraft draft) {
    int done = draft.draft().done();
    if (done == 0) {
      return Optional.empty();
    }
    Operation last = draft.log().get(done - 1);
    return Optional.of(
        moved(draft, done - 1, "撤销：" + last.text(), last, it -> it.revert(last.effect())));
  }

  /** Does what was undone last again; empty when there is nothing. */
  Optional<Changed> redo(OpenDraft draft) {
    int done = draft.draft().done();
    if (done == draft.log().size()) {
      return Optional.empty();
    }
    Operation next = draft.log().get(done);
    return Optional.of(
        moved(draft, done + 1, "重做：" + next.text(), next, it -> it.apply(next.effect())));
  }

  private Changed moved(
      OpenDraft draft, int done, String text, Operation operation, UnaryOperator<Drawing> change) {
    Draft stored = store.point(draft.draft(), done, clock.instant());
    OpenDraft after =
        new OpenDraft(
            stored, change.apply(draft.drawing()), draft.log(), draft.counting(), draft.adopted());
    return new Changed(draft, keep(after), Made.of(operation.effect(), text));
  }

  /** Takes a layer in and adopts what is beyond doubt; the draft begins anew with it. */
  Adoption adopt(OpenDraft draft, Map<String, Geometry> polygons, String actor) {
    InForce base = draft.drawing().base();
    Adopted adopted = new Adopted(base, polygons);
    Adopted.Adoption adoption = adopted.adopt(Drawing.of(base));
    String text = "导入图层：%d 个街区采用，%d 个问题项".formatted(adoption.adopted(), adoption.findings());
    Logged operation =
        new Logged(
            1,
            "{\"op\":\"adopt\"}",
            EffectJson.write(adoption.effect()),
            text,
            actor,
            clock.instant());
    Draft stored = store.adopt(draft.draft(), polygons, operation);
    OpenDraft after =
        new OpenDraft(
            stored,
            Drawing.of(base).apply(adoption.effect()),
            List.of(
                new Operation(1, operation.op(), adoption.effect(), text, actor, operation.at())),
            draft.counting(),
            Optional.of(adopted));
    return new Adoption(keep(after), adoption);
  }

  /** A draft with its layer, and what became of the blocks. */
  record Adoption(OpenDraft draft, Adopted.Adoption adoption) {}
}
