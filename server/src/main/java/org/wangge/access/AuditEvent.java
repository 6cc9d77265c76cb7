package org.wangge.access;

import java.time.Instant;

/**
 * One line of the audit trail.
 *
 * @param seq 1, 2, 3 … without a gap
 * @param at to the millisecond
 * @param actor name of the account or token, empty for nobody in particular
 * @param actorKind how he is known (account, token, local, anonymous)
 * @param roles his roles and their scopes at that time
 * @param action what was done: sign-in, write, read-personal, account-change …
 * @param subject on what: an account, a token, a path
 * @param outcome done, refused or failed
 * @param before what stood there before, empty when it does not apply
 * @param after what stands there since
 * @param why the reason given
 * @param address from where
 * @param previousHash hash of the event before; empty for the first
 * @param hash SHA-256 over all of the above
 */
record AuditEvent(
    long seq,
    Instant at,
    String actor,
    String actorKind,
    String roles,
    String action,
    String subject,
    String outcome,
    String before,
    String after,
    String why,
    String address,
    String previousHash,
    String hash) {

  /** The event with the hash it must have. */
  AuditEvent sealed() {
    return new AuditEvent(
        seq,
        at,
        actor,
        actorKind,
        roles,
        action,
        subject,
        outcome,
        before,
        after,
        why,
        address,
        previousHash,
        expectedHash());
  }

  boolean isIntact() {
    return hash.equals(expectedHash());
  }

  /** Every text with its length before it, so that nothing can be moved from one to the next. */
  private String expectedHash() {
    StringBuilder all = new StringBuilder();
    for (String text :
        new String[] {
          Long.toString(seq),
          at.toString(),
          actor,
          actorKind,
          roles,
          action,
          subject,
          outcome,
          before,
          after,
          why,
          address,
          previousHash
        }) {
      all.append(text.length()).append(':').append(text).append('\n');
    }
    return Secrets.hash(all.toString());
  }
}
