package org.wangge.topology;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Figures and names as they appear in sentences. */
final class Measured {
  private static final int MOST_NAMES = 4;

  private Measured() {}

  static String area(double squareMetres) {
    return squareMetres >= 1e5
        ? String.format(Locale.ROOT, "%.3f km²", squareMetres / 1e6)
        : String.format(Locale.ROOT, squareMetres >= 10 ? "%.1f m²" : "%.4f m²", squareMetres);
  }

  static String length(double metres) {
    if (metres >= 1) {
      return String.format(Locale.ROOT, "%.1f m", metres);
    }
    return metres >= 0.01
        ? String.format(Locale.ROOT, "%.1f cm", metres * 100)
        : String.format(Locale.ROOT, "%.2f mm", metres * 1000);
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
