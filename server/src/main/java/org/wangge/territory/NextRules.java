package org.wangge.territory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.wangge.fabric.Fabric;
import org.wangge.fabric.FabricInvariants;
import org.wangge.zoning.FaceMap;

/**
 * What has to hold before a proposal is published: all the rules of a first publication, and that
 * it follows the one before in time, on its ground and with its people.
 */
final class NextRules {
  /** A cut meets an old line on a whole millimetre, which bends that line by less than one. */
  private static final double BEND_METRES = 0.001;

  private final NextPublication next;
  private final InForce before;
  private final List<String> broken = new ArrayList<>();

  private NextRules(NextPublication next, InForce before) {
    this.next = next;
    this.before = before;
  }

  /**
   * @throws RefusedPublicationException with every rule that is broken
   */
  static void require(NextPublication next, InForce before) {
    NextRules rules = new NextRules(next, before);
    rules.days();
    rules.decision();
    rules.ground();
    if (!rules.broken.isEmpty()) {
      throw new RefusedPublicationException(rules.broken);
    }
    PublicationRules.require(rules.whole());
  }

  private void days() {
    var last = before.publication().effective();
    if (next.effective().isBefore(last)) {
      broken.add(
          "it is to be in force from %s, before the last publication's %s"
              .formatted(next.effective(), last));
    }
    if (next.kind() == NextPublication.Kind.CORRECT && !next.effective().equals(last)) {
      broken.add(
          "a correction holds from the day of what it corrects, %s, not from %s"
              .formatted(last, next.effective()));
    }
  }

  private void decision() {
    if (next.author().isBlank()) {
      broken.add("it is not said who publishes");
    }
  }

  private void ground() {
    Fabric old = before.fabric();
    Fabric now = next.proposal().fabric();
    if (now == old || now.hash().equals(old.hash())) {
      return;
    }
    same("households", sum(old, old::households), sum(now, now::households));
    same("people", sum(old, old::people), sum(now, now::people));
    same(
        "area in half mm²",
        FabricInvariants.domainDoubleAreaSquareMillimetres(old),
        FabricInvariants.domainDoubleAreaSquareMillimetres(now));
    refinement(old, now);
  }

  private static long sum(Fabric fabric, IntUnaryOperator ofFace) {
    return IntStream.range(0, fabric.faceCount()).map(ofFace).asLongStream().sum();
  }

  private void same(String what, long was, long is) {
    if (was != is) {
      broken.add("the new fabric has %d %s, the one before %d".formatted(is, what, was));
    }
  }

  private void refinement(Fabric old, Fabric now) {
    FaceMap faces;
    try {
      faces = FaceMap.of(old, now);
    } catch (IllegalArgumentException outside) {
      broken.add(outside.getMessage());
      return;
    }
    IntStream.range(0, old.faceCount())
        .filter(face -> !isSplit(faces, face))
        .limit(5)
        .forEach(face -> broken.add("block %d is not what its parts are".formatted(face)));
  }

  private static boolean isSplit(FaceMap faces, int face) {
    Fabric now = faces.after();
    Fabric old = faces.before();
    int[] children = faces.children(face);
    double area = Arrays.stream(children).mapToDouble(now::areaSquareMetres).sum();
    double bend = BEND_METRES * (1 + old.faceGeometry(face).getLength());
    long households = Arrays.stream(children).map(now::households).sum();
    return Math.abs(area - old.areaSquareMetres(face)) <= bend
        && households == old.households(face);
  }

  /** The district as it would be, to be held against the rules of a first publication. */
  private FirstPublication whole() {
    Proposal proposal = next.proposal();
    Set<String> codes = new HashSet<>(proposal.grids().stream().map(Grid::code).toList());
    return new FirstPublication(
        before.settings(),
        before.units(),
        proposal.fabric(),
        before.interiorLines(),
        proposal.zone(),
        proposal.grids(),
        before.grids().stream()
            .filter(grid -> codes.contains(grid.code()))
            .flatMap(grid -> before.roles(grid).stream())
            .toList(),
        before.buildings().list(),
        before.exclusions(),
        proposal.inPieces(),
        next.effective(),
        next.note());
  }
}
