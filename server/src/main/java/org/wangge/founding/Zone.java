package org.wangge.founding;

import org.locationtech.jts.geom.Geometry;

/**
 * A polygon of a level as its file gives it.
 *
 * @param index its place in the file
 * @param code empty when the file gives none
 * @param name empty when the file gives none
 * @param kind empty when the file gives none
 * @param parent code of the one above, empty when the file gives none
 * @param households −1 when the file gives none
 * @param people −1 when the file gives none
 * @param area valid polygon or multipolygon, metres
 */
record Zone(
    int index,
    String code,
    String name,
    String kind,
    String parent,
    int households,
    int people,
    Geometry area) {

  Zone withCode(String given) {
    return new Zone(index, given, name, kind, parent, households, people, area);
  }

  Zone withParent(String given) {
    return new Zone(index, code, name, kind, given, households, people, area);
  }

  /** For messages. */
  String label() {
    return code.isEmpty() ? "no. " + index : code;
  }
}
