package org.wangge.app;

import java.io.PrintWriter;
import org.wangge.fabric.Progress;

/**
 * A bar for long work on a terminal: one line that is written over. Where nobody watches (output
 * into a file or another program) it stays silent.
 */
final class ProgressBar implements Progress {
  private static final int CELLS = 30;

  private final PrintWriter out;
  private final boolean watched;
  private int lastPercent = -1;
  private String lastStage = "";

  ProgressBar(PrintWriter out, boolean watched) {
    this.out = out;
    this.watched = watched;
  }

  /** On the error stream's terminal, if there is one, so that a result can be piped away. */
  static ProgressBar on(PrintWriter err) {
    return new ProgressBar(err, Terminal.isWatched());
  }

  @Override
  public synchronized void report(String stage, double share) {
    int percent = (int) Math.round(100 * Math.max(0, Math.min(1, share)));
    if (!watched || (percent == lastPercent && stage.equals(lastStage))) {
      return;
    }
    lastPercent = percent;
    lastStage = stage;
    int full = percent * CELLS / 100;
    out.printf("\r\033[K%s%s %3d%% %s", "█".repeat(full), "░".repeat(CELLS - full), percent, stage);
    out.flush();
  }

  /** Takes the bar away. */
  synchronized void clear() {
    if (watched && lastPercent >= 0) {
      out.print("\r\033[K");
      out.flush();
      lastPercent = -1;
    }
  }
}
