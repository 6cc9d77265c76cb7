package org.wangge.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wangge.policy.Grant;
import org.wangge.policy.Viewer;

/**
 * What a program shows: {@code wg_ID_SECRET} in the header {@code Authorization: Bearer …}.
 *
 * @param id the middle part, public
 * @param secretHash SHA-256 of the last part
 * @param name what it is for
 * @param createdBy name of the account
 * @param revokedAt null while it is good
 * @param usedAt last time, to the minute; null when never
 */
record Token(
    String id,
    String secretHash,
    String name,
    Grant grant,
    String createdBy,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant revokedAt,
    @Nullable Instant usedAt) {

  boolean isGood(Instant now) {
    return revokedAt == null && now.isBefore(expiresAt);
  }

  Viewer viewer(boolean seesPublic) {
    return new Viewer(Viewer.Kind.TOKEN, "token:" + id, List.of(grant), seesPublic);
  }

  /** In a few words, for the audit trail. */
  String summary() {
    return id
        + " ("
        + name
        + ") ["
        + grant.role().code()
        + "@"
        + grant.scope()
        + "] until "
        + expiresAt;
  }
}
