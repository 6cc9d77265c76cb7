package org.wangge.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * Slows guessing down without locking anybody out.
 *
 * <ul>
 *   <li>After five failures of one address at one name that address waits at that name: 1 s, 2 s, 4
 *       s … up to a quarter of an hour.
 *   <li>After fifty failures of one address at whatever names it waits at all of them.
 *   <li>After two hundred failures at one name from everywhere, addresses that never signed in
 *       there wait; the one its owner uses does not. So nobody can lock another out by failing in
 *       his name.
 * </ul>
 *
 * Counts are kept in memory for half an hour after the last failure; what is kept is bounded.
 */
final class LoginThrottle {
  private static final int FREE_AT_A_NAME = 5;
  private static final int FREE_FROM_AN_ADDRESS = 50;
  private static final int FREE_FOR_A_NAME = 200;
  private static final int MOST_KEPT = 20_000;
  private static final Duration KEPT = Duration.ofMinutes(30);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

  private final Clock clock;
  private final Cache<String, Failures> failures =
      Caffeine.newBuilder().maximumSize(MOST_KEPT).expireAfterWrite(KEPT).build();
  private final Cache<String, Boolean> known =
      Caffeine.newBuilder().maximumSize(MOST_KEPT).expireAfterWrite(Duration.ofDays(30)).build();

  LoginThrottle(Clock clock) {
    this.clock = clock;
  }

  private record Failures(int count, Instant last) {
    Failures next(Instant now) {
      return new Failures(count + 1, now);
    }
  }

  /** Seconds to wait before this address may try this name; none when it may now. */
  OptionalLong waitSeconds(String name, String address) {
    Duration wait =
        longer(wait(pair(name, address), FREE_AT_A_NAME), fromEverywhere(name, address));
    Duration longest = longer(wait, wait("a " + address, FREE_FROM_AN_ADDRESS));
    return longest.compareTo(Duration.ZERO) > 0
        ? OptionalLong.of(longest.plusMillis(999).toSeconds())
        : OptionalLong.empty();
  }

  private Duration fromEverywhere(String name, String address) {
    boolean isKnown = known.getIfPresent(pair(name, address)) != null;
    return isKnown ? Duration.ZERO : wait("n " + name, FREE_FOR_A_NAME);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private Duration wait(String key, int free) {
    Failures found = failures.getIfPresent(key);
    if (found == null || found.count() < free) {
      return Duration.ZERO;
    }
    long doubled = 1L << Math.min(found.count() - free, 20);
    Duration wait = Duration.ofSeconds(Math.min(doubled, LONGEST_WAIT.toSeconds()));
    return Duration.between(clock.instant(), found.last().plus(wait));
  }

  void failed(String name, String address) {
    count(pair(name, address));
    count("a " + address);
    count("n " + name);
  }

  private void count(String key) {
    Instant now = clock.instant();
    failures.asMap().merge(key, new Failures(1, now), (found, first) -> found.next(now));
  }

  /** The address is its owner's from now on; what it did wrong before is forgiven. */
  void succeeded(String name, String address) {
    failures.invalidate(pair(name, address));
    known.put(pair(name, address), true);
  }

  private static String pair(String name, String address) {
    return "p " + name + " " + address;
  }
}
