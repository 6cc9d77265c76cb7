package org.wangge.exchange;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.wangge.fabric.ArcClass;

/** The words that say what a line is: OpenStreetMap values, Chinese road classes, our own names. */
final class StreetClasses {
  private static final Map<String, ArcClass> HIGHWAYS =
      Map.ofEntries(
          Map.entry("motorway", ArcClass.EXPRESSWAY),
          Map.entry("trunk", ArcClass.EXPRESSWAY),
          Map.entry("primary", ArcClass.ARTERIAL),
          Map.entry("secondary", ArcClass.ARTERIAL),
          Map.entry("tertiary", ArcClass.COLLECTOR),
          Map.entry("residential", ArcClass.LOCAL),
          Map.entry("unclassified", ArcClass.LOCAL),
          Map.entry("living_street", ArcClass.LOCAL),
          Map.entry("road", ArcClass.LOCAL),
          Map.entry("service", ArcClass.LOCAL),
          Map.entry("pedestrian", ArcClass.LOCAL),
          Map.entry("busway", ArcClass.LOCAL),
          Map.entry("footway", ArcClass.PATH),
          Map.entry("path", ArcClass.PATH),
          Map.entry("cycleway", ArcClass.PATH),
          Map.entry("steps", ArcClass.PATH),
          Map.entry("track", ArcClass.PATH),
          Map.entry("bridleway", ArcClass.PATH));
  private static final Map<String, ArcClass> WORDS =
      Map.ofEntries(
          Map.entry("高速公路", ArcClass.EXPRESSWAY),
          Map.entry("高速", ArcClass.EXPRESSWAY),
          Map.entry("主干道", ArcClass.ARTERIAL),
          Map.entry("国道", ArcClass.ARTERIAL),
          Map.entry("省道", ArcClass.ARTERIAL),
          Map.entry("次干道", ArcClass.COLLECTOR),
          Map.entry("县道", ArcClass.COLLECTOR),
          Map.entry("支道", ArcClass.LOCAL),
          Map.entry("街巷", ArcClass.LOCAL),
          Map.entry("乡道", ArcClass.LOCAL),
          Map.entry("村道", ArcClass.LOCAL),
          Map.entry("巷", ArcClass.PATH),
          Map.entry("水系", ArcClass.RIVER),
          Map.entry("river", ArcClass.RIVER),
          Map.entry("canal", ArcClass.RIVER),
          Map.entry("riverbank", ArcClass.RIVER),
          Map.entry("rail", ArcClass.RAIL),
          Map.entry("railway", ArcClass.RAIL),
          Map.entry("light_rail", ArcClass.RAIL),
          Map.entry("narrow_gauge", ArcClass.RAIL),
          Map.entry("subway", ArcClass.RAIL),
          Map.entry("wall", ArcClass.WALL),
          Map.entry("city_wall", ArcClass.WALL),
          Map.entry("boundary", ArcClass.STATUTORY),
          Map.entry("行政界线", ArcClass.STATUTORY));

  private StreetClasses() {}

  /**
   * The class of an OSM highway value, the first when there are several; empty for what is no way
   * (platforms, proposals).
   */
  static Optional<ArcClass> ofHighway(String value) {
    return Optional.ofNullable(
        HIGHWAYS.get(value.replaceFirst(";.*", "").replaceFirst("_link$", "")));
  }

  /** The class that a word in any of the known vocabularies stands for. */
  static Optional<ArcClass> ofWord(String word) {
    String plain = word.strip().toLowerCase(Locale.ROOT);
    Optional<ArcClass> known = Optional.ofNullable(WORDS.get(plain)).or(() -> ofHighway(plain));
    return known.or(() -> ofOwnName(plain));
  }

  private static Optional<ArcClass> ofOwnName(String word) {
    for (ArcClass arcClass : ArcClass.values()) {
      if (arcClass.name().equalsIgnoreCase(word) || arcClass.label().equals(word)) {
        return Optional.of(arcClass);
      }
    }
    return Optional.empty();
  }
}
