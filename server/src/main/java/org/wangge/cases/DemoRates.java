package org.wangge.cases;

/**
 * Cases per grid and month in the demo data, by channel: derived from published figures of cities
 * of the province.
 */
final class DemoRates {
  private static final double PATROL_URBAN = 12;
  private static final double PATROL_RURAL = 3;
  private static final double HOTLINE = 2.6;
  private static final double DISPUTE = 0.7;
  private static final double RESIDENT = 4;
  private static final double REPORT_BOX = 0.02;

  private DemoRates() {}

  static double patrol(boolean urban) {
    return urban ? PATROL_URBAN : PATROL_RURAL;
  }

  static double of(Channel channel, boolean urban) {
    return switch (channel) {
      case PATROL -> patrol(urban);
      case HOTLINE -> HOTLINE;
      case DISPUTE -> DISPUTE;
      case RESIDENT -> RESIDENT;
      case REPORT_BOX -> REPORT_BOX;
      case OTHER -> 0;
    };
  }
}
