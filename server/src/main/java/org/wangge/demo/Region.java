package org.wangge.demo;

import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * A township, or the built-up or the rural part of one, as it is wanted.
 *
 * @param township code
 * @param members which units lie in it: 社区, 村 or 全部
 * @param squareKilometres wanted area
 * @param grids exactly so many
 * @param households exactly so many
 * @param people exactly so many
 * @param hearts about where, in kilometres of the sketch
 */
record Region(
    String township,
    String members,
    double squareKilometres,
    int grids,
    int households,
    int people,
    List<Coordinate> hearts) {

  static List<Region> load() {
    return Sketch.readLines("regions.txt").stream().map(Region::parse).toList();
  }

  private static Region parse(String line) {
    String[] p = line.split("\\|", -1);
    List<Coordinate> hearts = Arrays.stream(p[6].split(",")).map(Sketch::point).toList();
    return new Region(
        p[0],
        p[1],
        Double.parseDouble(p[2]),
        Integer.parseInt(p[3]),
        Integer.parseInt(p[4]),
        Integer.parseInt(p[5]),
        hearts);
  }

  /** Whether a unit of that kind and township lies in it. */
  boolean holds(AdministrativeUnit unit) {
    return unit.code().startsWith(township)
        && unit.code().length() == 12
        && (members.equals("全部") || members.equals(unit.kind()));
  }

  /** Households per grid are balanced among grids; the fields of villages count by area as well. */
  boolean isRural() {
    return members.equals("村") || township.compareTo("430302100") >= 0;
  }
}
