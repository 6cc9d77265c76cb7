package org.wangge.territory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.wangge.fabric.Fabric;
import org.wangge.zoning.FaceMap;
import org.wangge.zoning.Lineage;

/**
 * A publication to be, with everything that follows from it and the one it stands on: what is
 * written to the store. Immutable.
 */
final class NextPlan {
  private final NextPublication next;
  private final Optional<InForce> earlier;
  private final InForce before;
  private final InForce after;
  private final FaceMap faces;
  private final Lineage lineage;
  private final int[] continued;
  private final List<ChangeEvent> events;

  private NextPlan(NextPublication next, Optional<InForce> earlier, InForce before, InForce after) {
    this.next = next;
    this.earlier = earlier;
    this.before = before;
    this.after = after;
    this.faces = FaceMap.of(before.fabric(), after.fabric());
    this.lineage = Lineage.of(before.plan().zones(), after.plan().zones(), faces);
    this.continued = ChangeEvents.continued(before, after, lineage);
    this.events = findEvents();
  }

  /**
   * @param earlier the publication that the base stands on; none when the base is the first
   * @throws RefusedPublicationException when a rule is broken that can be seen without the store
   */
  static NextPlan of(NextPublication next, Optional<InForce> earlier, InForce before) {
    NextRules.require(next, before);
    InForce after = before.with(withParents(next.proposal(), before.fabric()));
    return new NextPlan(next, earlier, before, after);
  }

  /** Every face names the one before that it is or is part of, whoever made the fabric. */
  private static Proposal withParents(Proposal given, Fabric old) {
    boolean same = given.fabric() == old || given.fabric().hash().equals(old.hash());
    Fabric fabric =
        same ? old : given.fabric().withParents(FaceMap.of(old, given.fabric()).parents());
    return new Proposal(given.base(), fabric, given.zone(), given.grids(), given.inPieces());
  }

  private List<ChangeEvent> findEvents() {
    List<ChangeEvent> all = new ArrayList<>();
    if (next.kind() == NextPublication.Kind.CORRECT) {
      String text = "更正第 %d 号发布版".formatted(before.publication().number());
      all.add(new ChangeEvent(ChangeKind.CORRECT, -1, -1, text, List.of()));
    }
    all.addAll(ChangeEvents.of(before, after, lineage, continued));
    return all;
  }

  NextPublication next() {
    return next;
  }

  InForce before() {
    return before;
  }

  InForce after() {
    return after;
  }

  FaceMap faces() {
    return faces;
  }

  List<ChangeEvent> events() {
    return events;
  }

  boolean hasNewFabric() {
    return after.publication().fabric() == 0;
  }

  /** Zone before that is the same grid, −1 for a new one. */
  int continued(int zone) {
    return continued[zone];
  }

  /** Zones after that are no grid of the base. */
  int[] made() {
    return IntStream.range(0, continued.length).filter(zone -> continued[zone] < 0).toArray();
  }

  /**
   * The zone of the publication before the base in which a correction finds a grid that the base
   * should not have abolished; −1 for every other grid.
   */
  int revived(int zone) {
    boolean asked = next.kind() == NextPublication.Kind.CORRECT && continued[zone] < 0;
    return earlier
        .filter(it -> asked)
        .flatMap(it -> it.findGrid(after.grid(zone).code()))
        .map(Grid::zone)
        .orElse(-1);
  }

  /** Zones before that are no grid after. */
  int[] gone() {
    boolean[] kept = new boolean[before.grids().size()];
    IntStream.of(continued).filter(zone -> zone >= 0).forEach(zone -> kept[zone] = true);
    return IntStream.range(0, kept.length).filter(zone -> !kept[zone]).toArray();
  }

  /** Zones after of kept grids with other ground or another description. */
  int[] changed() {
    return IntStream.range(0, continued.length)
        .filter(zone -> continued[zone] >= 0 && isChanged(continued[zone], zone))
        .toArray();
  }

  private boolean isChanged(int old, int zone) {
    Grid was = before.grid(old);
    Grid is = after.grid(zone);
    boolean said =
        was.code().equals(is.code())
            && was.name().equals(is.name())
            && was.kind().equals(is.kind())
            && was.communityCode().equals(is.communityCode());
    return !said || !sameGround(old, zone);
  }

  private boolean sameGround(int old, int zone) {
    return lineage.from(old).size() == 1
        && lineage.to(zone).size() == 1
        && lineage.to(zone).get(0).from() == old;
  }

  Decision decision() {
    return new Decision(
        next.kind() == NextPublication.Kind.CORRECT ? "correct" : "change",
        next.document(),
        next.author(),
        next.note(),
        before.publication().number(),
        before.publication().hash());
  }

  int number() {
    return before.publication().number() + 1;
  }

  String hash() {
    return PublicationHash.of(
        decision(),
        number(),
        next.effective(),
        after.plan().hash(),
        after.units(),
        after.grids(),
        after.inPieces());
  }
}
