package org.wangge.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.wangge.policy.Redaction;

/**
 * Paths and queries as people read them in the log and the audit trail: without percent signs,
 * behind which a number would hide from {@link Redaction}, without line breaks, and without the
 * numbers of persons.
 */
public final class ReadableAddress {
  private static final String UNREADABLE = "(unreadable)";

  private ReadableAddress() {}

  public static String of(String raw) {
    return Redaction.text(decoded(raw).replaceAll("\\p{Cntrl}", " "));
  }

  private static String decoded(String raw) {
    try {
      return URLDecoder.decode(raw, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException brokenEscape) {
      return UNREADABLE;
    }
  }
}
