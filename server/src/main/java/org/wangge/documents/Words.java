package org.wangge.documents;

import java.time.LocalDate;
import java.util.Locale;

/** Numbers and days as documents write them. */
final class Words {
  private Words() {}

  /** 2026年5月3日. */
  static String date(LocalDate day) {
    return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
  }

  /** 12,345. */
  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** 1,234.56. */
  static String decimal(double number, int decimals) {
    return String.format(Locale.ROOT, "%,." + decimals + "f", number);
  }

  /** 98.5%. */
  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f%%", share * 100);
  }
}
