package org.wangge.territory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The chain of publications: each hash covers the one before, so that no past publication can be
 * changed unseen.
 */
final class PublicationHash {
  private PublicationHash() {}

  /**
   * Hexadecimal SHA-256.
   *
   * @param previous hash of the publication before, "" for the first
   * @param planHash hash of the plan, which covers fabric and assignment
   */
  static String of(
      String previous,
      int number,
      LocalDate effective,
      String planHash,
      List<Unit> units,
      List<Grid> grids) {
    MessageDigest digest = sha256();
    add(digest, previous, Integer.toString(number), effective.toString(), planHash);
    units.forEach(
        unit ->
            add(
                digest,
                unit.code(),
                unit.level().name(),
                unit.name(),
                String.valueOf(unit.parent())));
    grids.forEach(grid -> add(digest, grid.code(), grid.name(), grid.communityCode()));
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * The hash of a publication after the first, which also covers what it rests on and the grids
   * that may lie in several pieces.
   */
  static String of(
      Decision decision,
      int number,
      LocalDate effective,
      String planHash,
      List<Unit> units,
      List<Grid> grids,
      Set<String> inPieces) {
    MessageDigest digest = sha256();
    add(digest, of(decision.previousHash(), number, effective, planHash, units, grids));
    add(digest, decision.kind(), decision.document(), decision.author(), decision.note());
    add(digest, Integer.toString(decision.base()));
    grids.forEach(grid -> add(digest, grid.kind()));
    new TreeSet<>(inPieces).forEach(code -> add(digest, code));
    return HexFormat.of().formatHex(digest.digest());
  }

  /** What the hash of a snapshot has to be. */
  static String of(InForce it) {
    Publication publication = it.publication();
    LocalDate effective = publication.effective();
    String plan = it.plan().hash();
    Decision decision = publication.decision();
    return publication.number() == 1
        ? of("", 1, effective, plan, it.units(), it.grids())
        : of(
            decision, publication.number(), effective, plan, it.units(), it.grids(), it.inPieces());
  }

  /**
   * Each text ends with a byte that no UTF-8 text holds, so that the parts cannot run into each
   * other.
   */
  private static void add(MessageDigest digest, String... texts) {
    for (String text : texts) {
      digest.update(text.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0xFF);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
