package org.wangge.access;

import java.time.Instant;

/**
 * One signing-in.
 *
 * @param idHash SHA-256 of the identifier in the cookie
 * @param account id of the account
 * @param csrf what writing requests must carry in the header {@code X-CSRF-Token}
 */
record Session(String idHash, long account, String csrf, Instant startedAt, Instant seenAt) {}
