package org.wangge.app;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import org.wangge.fabric.Progress;

/** What the command line can find out about where it runs. */
final class Terminal {
  private static final int BAR_COLUMNS = 30;

  private Terminal() {}

  /** A bar on standard error when a person watches, else silence. */
  static Progress progress(PrintWriter error) {
    return isWatched() ? new Bar(error) : Progress.none();
  }

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

  /** From JDK 22 on there is a console even when nobody watches; only its own method tells then. */
  private static boolean isWatched() {
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

  private static final class Bar implements Progress {
    private final PrintWriter error;
    private int shown = -1;
    private String stage = "";

    Bar(PrintWriter error) {
      this.error = error;
    }

    @Override
    public synchronized void report(String newStage, double share) {
      int percent = (int) Math.round(100 * Math.max(0, Math.min(1, share)));
      if (percent == shown && newStage.equals(stage)) {
        return;
      }
      shown = percent;
      stage = newStage;
      int filled = percent * BAR_COLUMNS / 100;
      error.print(
          "\r\u001b[K["
              + "█".repeat(filled)
              + " ".repeat(BAR_COLUMNS - filled)
              + "] "
              + percent
              + " % "
              + stage);
      if (percent == 100) {
        error.print("\r\u001b[K");
      }
      error.flush();
    }
  }
}
