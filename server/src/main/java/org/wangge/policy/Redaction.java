package org.wangge.policy;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Hides what tells a person: identity numbers (18 digits, GB 11643-1999) and phone numbers
 * (11-digit mobile numbers, also with +86, spaces or hyphens; land lines with an area code) in
 * running text, and all but the family name in a name. Digits on both sides of a candidate make it
 * something else (a case number) and it stays.
 */
public final class Redaction {
  private static final Pattern IDENTITY =
      Pattern.compile(
          "(?<![0-9A-Za-z])([1-9]\\d{2})\\d{3}(?:18|19|20)\\d{2}"
              + "(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}[0-9Xx](?![0-9A-Za-z])");
  private static final Pattern MOBILE =
      Pattern.compile("(?<!\\d)((?:\\+?86[- ]?)?1[3-9]\\d)([- ]?\\d{4})([- ]?)(\\d{4})(?!\\d)");
  private static final Pattern LAND_LINE =
      Pattern.compile("(?<!\\d)(0\\d{2,3}[- ]?)(\\d{4,5})(\\d{3})(?!\\d)");

  private Redaction() {}

  /** The text with every identity and phone number hidden; the first three digits stay. */
  public static String text(String text) {
    if (!hasDigits(text)) {
      return text;
    }
    String masked = IDENTITY.matcher(text).replaceAll("$1***************");
    masked = MOBILE.matcher(masked).replaceAll("$1****$4");
    return LAND_LINE.matcher(masked).replaceAll(Redaction::landLine);
  }

  private static String landLine(MatchResult found) {
    return java.util.regex.Matcher.quoteReplacement(found.group(1) + "****" + found.group(3));
  }

  private static boolean hasDigits(String text) {
    return text.chars().anyMatch(each -> each >= '0' && each <= '9');
  }

  /** The family name and two stars: 王**. */
  public static String name(String name) {
    return name.isEmpty() ? "**" : name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
  }
}
