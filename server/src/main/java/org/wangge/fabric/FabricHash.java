package org.wangge.fabric;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over the arrays of a fabric in the order of {@link FabricData}. */
final class FabricHash {
  private static final int BATCH = 1024;

  private final MessageDigest digest = sha256();
  private final ByteBuffer buffer = ByteBuffer.allocate(8 * BATCH);

  static String of(FabricData d) {
    FabricHash hash = new FabricHash();
    hash.add(d.nodeX()).add(d.nodeY()).add(d.arcFrom()).add(d.arcTo()).add(d.pointStart());
    hash.add(d.pointX()).add(d.pointY()).add(d.arcClass()).add(d.arcName());
    for (String name : d.names()) {
      hash.add(name.getBytes(StandardCharsets.UTF_8));
    }
    hash.add(d.streetId()).add(d.arcFlags()).add(d.faceKind()).add(d.households());
    hash.add(d.people()).add(d.parentFace());
    return HexFormat.of().formatHex(hash.digest.digest());
  }

  private FabricHash add(long[] values) {
    length(values.length);
    for (int at = 0; at < values.length; at += BATCH) {
      int n = Math.min(BATCH, values.length - at);
      buffer.clear().asLongBuffer().put(values, at, n);
      digest.update(buffer.limit(8 * n));
    }
    return this;
  }

  private FabricHash add(int[] values) {
    length(values.length);
    for (int at = 0; at < values.length; at += BATCH) {
      int n = Math.min(BATCH, values.length - at);
      buffer.clear().asIntBuffer().put(values, at, n);
      digest.update(buffer.limit(4 * n));
    }
    return this;
  }

  private FabricHash add(byte[] values) {
    length(values.length);
    digest.update(values);
    return this;
  }

  private void length(int n) {
    digest.update(ByteBuffer.allocate(4).putInt(n).flip());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
