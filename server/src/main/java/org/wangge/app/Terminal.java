package org.wangge.app;

import java.io.Console;
import java.util.Locale;

/** What the command line can find out about where it runs. */
final class Terminal {
  private Terminal() {}

  /** Whether sentences should be Chinese: by LC_ALL, LC_MESSAGES or LANG. */
  static boolean isChinese() {
    for (String variable : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
      String value = System.getenv(variable);
      if (value != null && !value.isBlank()) {
        return value.toLowerCase(Locale.ROOT).startsWith("zh");
      }
    }
    return false;
  }

  /**
   * Whether a person watches. From JDK 22 on there is a console even when nobody watches; only its
   * own method tells then.
   */
  static boolean isWatched() {
    Console console = System.console();
    if (console == null || "dumb".equals(System.getenv("TERM"))) {
      return false;
    }
    try {
      return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }
}
