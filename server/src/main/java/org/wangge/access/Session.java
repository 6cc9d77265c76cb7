package org.wangge.access;

import java.time.Instant;

/**
 * One signing-in.
 *
 * @param idHash SHA-256 of the identifier in the cookie
 * @param account id of the account
 * @param byProvider whether the identity provider proved who it is, not a password
 * @param csrf what writing requests must carry in the header {@code X-CSRF-Token}
 */
record Session(
    String idHash,
    long account,
    boolean byProvider,
    String csrf,
    Instant startedAt,
    Instant seenAt) {}
