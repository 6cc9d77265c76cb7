package org.wangge.app;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;

/** Prints the passwords of accounts just made. They are nowhere else. */
final class FirstPasswords {
  private FirstPasswords() {}

  static void print(Map<String, String> passwords, PrintWriter out) {
    if (passwords.isEmpty()) {
      return;
    }
    out.println("以下口令只显示这一次，管理员首次登录后须修改。 Shown this once; admin must change his:");
    passwords.forEach((name, password) -> out.printf(Locale.ROOT, "  %-18s %s%n", name, password));
  }
}
