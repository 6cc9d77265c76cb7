package org.wangge.checking;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.wangge.topology.FindingKind;
import org.wangge.topology.Words;

/**
 * One thing wrong with a layer, in coordinates for people.
 *
 * @param number from 1, worst first
 * @param kind what is wrong
 * @param cover key of the kernel's cover, lower case ("uncovered", "double", …, "none")
 * @param areaSquareMetres 0 where it has no area
 * @param widthMetres of the widest part; 0 where it has none
 * @param parts pieces told together
 * @param parties who takes part
 * @param place longitude, latitude to zoom to; null for a feature without any coordinate
 * @param geometry longitude, latitude; null for a feature that could not be read
 * @param action key of the suggested action, lower case ("give", "cut", …)
 * @param suggestion what to do
 * @param explanation what was found
 * @param confidence 0–1
 */
public record CheckItem(
    int number,
    FindingKind kind,
    String cover,
    double areaSquareMetres,
    double widthMetres,
    int parts,
    List<CheckParty> parties,
    @Nullable Coordinate place,
    @Nullable Geometry geometry,
    String action,
    Words suggestion,
    Words explanation,
    double confidence) {

  public CheckItem {
    parties = List.copyOf(parties);
  }

  /**
   * Who takes part.
   *
   * @param role polygon, parent or domain
   * @param index place in the layers, from 0; −1 for the domain
   * @param id as the source gives it
   * @param sharedMetres length of the party's line along the item
   */
  public record CheckParty(String role, int index, String id, double sharedMetres) {}
}
