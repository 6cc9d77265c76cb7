package org.wangge.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * One attempt at the server. Whatever it does, nothing of worth may be written, unless it says that
 * it keeps its own accounts.
 *
 * @param name what is tried, unique among all
 * @param move tries it and fails when it succeeds
 * @param writes whether it rightly writes something on its way
 */
record Attack(String name, Consumer<AttackedServer> move, boolean writes) {

  /** Words by which an inside would show. */
  private static final List<String> INSIDES =
      List.of(
          "org.h2",
          "org.postgresql",
          "jdbi",
          "java.lang",
          "at org.wangge",
          "sqlstate",
          "syntax error",
          "jdbc:",
          "select *",
          "argon2",
          "password_hash",
          "secret_hash");

  static Attack of(String name, Consumer<AttackedServer> move) {
    return new Attack(name, move, false);
  }

  static Attack writing(String name, Consumer<AttackedServer> move) {
    return new Attack(name, move, true);
  }

  void on(AttackedServer server) {
    String before = server.fingerprint();
    move.accept(server);
    if (!writes) {
      assertEquals(before, server.fingerprint(), name + " wrote something");
    }
  }

  /** No answer may be a failure of the server, and none tells how it is made. */
  static RawHttp.Answer decent(RawHttp.Answer answer) {
    assertTrue(answer.status() < 500, () -> shown(answer));
    String lower = answer.all().toLowerCase(Locale.ROOT);
    INSIDES.forEach(word -> assertFalse(lower.contains(word), () -> word + " in " + shown(answer)));
    return answer;
  }

  /** The same, with one of these statuses. */
  static RawHttp.Answer answered(RawHttp.Answer answer, int... statuses) {
    decent(answer);
    assertTrue(
        IntStream.of(statuses).anyMatch(status -> status == answer.status()),
        () -> "unexpected: " + shown(answer));
    return answer;
  }

  private static String shown(RawHttp.Answer answer) {
    String body = answer.body();
    return answer.status() + " " + body.substring(0, Math.min(body.length(), 600));
  }

  static void hides(RawHttp.Answer answer, String... secrets) {
    for (String secret : secrets) {
      assertFalse(answer.all().contains(secret), () -> secret + " in " + shown(answer));
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
