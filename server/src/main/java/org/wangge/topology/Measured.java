package org.wangge.topology;

import java.util.List;
import java.util.stream.Collectors;

/** Figures and names as they appear in sentences. */
final class Measured {
  private static final int MOST_NAMES = 4;

  private Measured() {}

  static String area(double squareMetres) {
    return squareMetres >= 1e5
        ? fixed(squareMetres / 1e6, 3) + " km²"
        : fixed(squareMetres, squareMetres >= 10 ? 1 : 4) + " m²";
  }

  static String length(double metres) {
    if (metres >= 1) {
      return fixed(metres, 1) + " m";
    }
    return metres >= 0.01 ? fixed(metres * 100, 1) + " cm" : fixed(metres * 1000, 2) + " mm";
  }

  /** Plain decimal notation; String.format would take most of the time of a check. */
  static String fixed(double value, int decimals) {
    long scale = Math.round(Math.pow(10, decimals));
    long scaled = Math.round(value * scale);
    String digits = Long.toString(scaled % scale + scale);
    return scaled / scale + "." + digits.substring(1);
  }

  static String namesChinese(List<Party> parties) {
    return names(parties, "、", " 等 " + parties.size() + " 个", "责任范围界线");
  }

  static String namesEnglish(List<Party> parties) {
    return names(parties, ", ", " and others (" + parties.size() + ")", "the domain outline");
  }

  private static String names(List<Party> parties, String comma, String more, String domain) {
    String first =
        parties.stream()
            .limit(MOST_NAMES)
            .map(party -> party.role() == Party.Role.DOMAIN ? domain : party.id())
            .collect(Collectors.joining(comma));
    return parties.size() > MOST_NAMES ? first + more : first;
  }
}
