package org.wangge.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The sign-ins that were sent to the identity provider and have not come back. Each is known by an
 * identifier that only the browser's cookie holds, is good for ten minutes and for one answer. They
 * are kept in the memory of this server: of several servers behind one address the same one must be
 * asked again. What is kept is bounded.
 */
final class OidcAttempts {
  static final Duration GOOD_FOR = Duration.ofMinutes(10);
  private static final int MOST_KEPT = 20_000;

  private final Clock clock;
  private final Cache<String, Attempt> kept =
      Caffeine.newBuilder().maximumSize(MOST_KEPT).expireAfterWrite(GOOD_FOR).build();

  OidcAttempts(Clock clock) {
    this.clock = clock;
  }

  /**
   * One sign-in under way.
   *
   * @param state must come back in the answer
   * @param nonce must stand in the ID token
   * @param verifier proves to the provider that the code is ours (PKCE)
   * @param callback where the provider sends the browser
   * @param returnPath where the browser goes when all is done
   */
  record Attempt(
      String state,
      String nonce,
      String verifier,
      URI callback,
      String returnPath,
      Instant startedAt) {}

  Attempt make(URI callback, String returnPath) {
    return new Attempt(
        Secrets.random(),
        Secrets.random(),
        Secrets.random(),
        callback,
        returnPath,
        clock.instant());
  }

  /** Keeps it; the answer is the identifier for the cookie. */
  String keep(Attempt attempt) {
    String id = Secrets.random();
    kept.put(Secrets.hash(id), attempt);
    return id;
  }

  /** Hands it out once; none when it is unknown, was taken before or is too old. */
  Optional<Attempt> take(String id) {
    Instant oldest = clock.instant().minus(GOOD_FOR);
    return Optional.ofNullable(kept.asMap().remove(Secrets.hash(id)))
        .filter(attempt -> attempt.startedAt().isAfter(oldest));
  }
}
