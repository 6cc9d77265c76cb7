package org.wangge.territory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;

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
