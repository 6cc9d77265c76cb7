package org.wangge.atlas;

import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * One thing that can be found.
 *
 * @param kind what it is
 * @param code its code, empty for streets and buildings
 * @param name what it is called
 * @param context where it belongs, in words
 * @param id what other paths know it by: the code, the building's id, the street's name
 * @param place where to point, degrees
 * @param box what to zoom to, degrees
 * @param needle name in lower case, made once
 */
record SearchEntry(
    Kind kind,
    String code,
    String name,
    String context,
    String id,
    Coordinate place,
    Envelope box,
    String needle) {

  /** What can be found, in the order in which equally good hits are shown. */
  enum Kind {
    DISTRICT,
    TOWNSHIP,
    COMMUNITY,
    GRID,
    STREET,
    BUILDING;

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How well a text fits; better ones first. */
  enum Match {
    EXACT,
    PREFIX,
    CONTAINS,
    NONE
  }

  static SearchEntry of(
      Kind kind,
      String code,
      String name,
      String context,
      String id,
      Coordinate place,
      Envelope box) {
    return new SearchEntry(kind, code, name, context, id, place, box, fold(name));
  }

  /** Case, width and surrounding space do not count. */
  static String fold(String text) {
    return java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC)
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  /**
   * @param folded what was typed, folded
   */
  Match match(String folded) {
    Match byName = match(needle, folded);
    Match byCode = code.isEmpty() ? Match.NONE : match(code, folded);
    return byName.compareTo(byCode) <= 0 ? byName : byCode;
  }

  private static Match match(String text, String part) {
    if (text.startsWith(part)) {
      return text.length() == part.length() ? Match.EXACT : Match.PREFIX;
    }
    return text.contains(part) ? Match.CONTAINS : Match.NONE;
  }
}
