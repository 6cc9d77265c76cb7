package org.wangge.access;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Argon2id with 19 MiB, two passes and one lane (OWASP Password Storage Cheat Sheet). At most
 * {@value #AT_ONCE} are worked out at a time, so that a flood of sign-ins cannot use up the memory.
 */
final class Passwords {
  static final int SHORTEST = 10;
  static final int LONGEST = 200;
  private static final int AT_ONCE = 2;
  private static final int ONE_TIME_LENGTH = 16;
  private static final Argon2Function ARGON2 =
      Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);

  /** What is tried first everywhere; a password must not be one of these with something added. */
  private static final List<String> COMMON =
      List.of(
          "password",
          "passw0rd",
          "12345678",
          "11111111",
          "88888888",
          "qwertyui",
          "admin123",
          "iloveyou",
          "wangge",
          "wanggeyuan",
          "letmein",
          "welcome");

  private final Semaphore running = new Semaphore(AT_ONCE);

  /** What an unknown name is compared with, so that the time of an answer does not tell names. */
  private final String nobody = hash(Secrets.random());

  String hash(String password) {
    return oneOfFew(() -> Password.hash(password).addRandomSalt().with(ARGON2).getResult());
  }

  /** Whether a password belongs to a hash; takes as long when there is no hash. */
  boolean matches(String password, Optional<String> hash) {
    String stored = hash.filter(text -> !text.isEmpty()).orElse(nobody);
    boolean same =
        oneOfFew(
            () ->
                Password.check(password, stored).with(Argon2Function.getInstanceFromHash(stored)));
    return same && hash.isPresent() && !hash.get().isEmpty();
  }

  private <T> T oneOfFew(Supplier<T> work) {
    running.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      running.release();
    }
  }

  /** A password to be printed once: 80 random bits. */
  static String oneTime() {
    return Secrets.legible(ONE_TIME_LENGTH);
  }

  /** What speaks against a password of one's own choice; none when it will do. */
  static Optional<String> findObjection(String password, String name) {
    String lower = password.toLowerCase(Locale.ROOT);
    if (password.length() < SHORTEST || password.length() > LONGEST) {
      return Optional.of("口令须有 " + SHORTEST + "–" + LONGEST + " 个字符");
    }
    if (lower.contains(name)) {
      return Optional.of("口令不能包含账号名");
    }
    if (COMMON.stream().anyMatch(lower::contains) || password.chars().distinct().count() < 5) {
      return Optional.of("口令太常见，容易被猜到");
    }
    return Optional.empty();
  }
}
