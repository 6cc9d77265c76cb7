package org.wangge.app;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Locale;

/** Time and memory of one run of a command: wall time, and what of it this thread worked. */
final class Stopwatch {
  private final long startNanos = System.nanoTime();
  private final long startWorkNanos = workNanos();
  private long lapNanos = startNanos;
  private long lapWorkNanos = startWorkNanos;

  /** Since the last lap. */
  String lap() {
    long now = System.nanoTime();
    long work = workNanos();
    String text = text(now - lapNanos, work - lapWorkNanos);
    lapNanos = now;
    lapWorkNanos = work;
    return text;
  }

  /** Since the start. */
  String total() {
    return text(System.nanoTime() - startNanos, workNanos() - startWorkNanos);
  }

  /** The most heap that was ever taken, and what may be taken. */
  static String memory() {
    long peak =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getPeakUsage)
            .mapToLong(usage -> usage.getUsed())
            .sum();
    return "%d MB of heap at most, %d MB allowed"
        .formatted(peak >> 20, Runtime.getRuntime().maxMemory() >> 20);
  }

  private static long workNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static String text(long nanos, long workNanos) {
    return String.format(Locale.ROOT, "%.2f s (%.2f s of work)", nanos / 1e9, workNanos / 1e9);
  }
}
