package org.wangge.cases;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Random;

/**
 * When cases of the demo data are reported: any day of the twelve months before a day, fewer at
 * weekends, more in the season of the category, at the hours of the channel (peaks in the morning
 * and the late afternoon).
 */
final class DemoClock {
  private static final int TRIES = 20;

  private final LocalDate first;
  private final int days;
  private final ZoneId zone;
  private final Random random;

  DemoClock(LocalDate end, ZoneId zone, Random random) {
    this.first = end.minusMonths(12);
    this.days = (int) (end.toEpochDay() - first.toEpochDay());
    this.zone = zone;
    this.random = random;
  }

  Instant draw(Channel channel, Category category) {
    LocalDate day = day();
    for (int i = 0; i < TRIES && random.nextDouble() * 1.6 > weight(day, channel, category); i++) {
      day = day();
    }
    return day.atStartOfDay(zone).toInstant().plus(Duration.ofSeconds(second(channel, category)));
  }

  private LocalDate day() {
    return first.plusDays(random.nextInt(days));
  }

  /** 1 on an ordinary weekday. */
  private static double weight(LocalDate day, Channel channel, Category category) {
    boolean weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    double week = !weekend ? 1 : channel == Channel.PATROL ? 0.75 : 0.5;
    return week * season(day.getMonthValue(), category);
  }

  private static double season(int month, Category category) {
    boolean summer = month >= 5 && month <= 9;
    return switch (category.code()) {
      case "0102", "0103" -> summer ? 1.25 : 0.9;
      case "0510" -> summer ? 1.6 : 0.3;
      case "0302", "0301" -> month <= 2 ? 0.5 : 1;
      case "0406", "0404" -> month >= 4 && month <= 7 ? 1.5 : 0.7;
      case "2101", "2102" -> month <= 2 ? 1.4 : 0.95;
      default -> month == 2 ? 0.8 : 1;
    };
  }

  private long second(Channel channel, Category category) {
    double hour =
        switch (category.code()) {
          case "0510", "0508" -> 20.8 + random.nextGaussian() * 1.2;
          default -> hour(channel);
        };
    return (long) (Math.max(0, Math.min(23.99, hour)) * 3_600);
  }

  private double hour(Channel channel) {
    boolean morning = random.nextDouble() < 0.55;
    double spread = channel == Channel.PATROL ? 1.3 : 1.9;
    double peak = channel == Channel.PATROL ? (morning ? 9.2 : 16.3) : morning ? 10.0 : 15.6;
    return peak + random.nextGaussian() * spread;
  }
}
