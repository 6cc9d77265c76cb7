package org.wangge.demo;

import java.util.List;

/**
 * A unit as the National Bureau of Statistics lists it: the only facts in the demo.
 *
 * @param code 6, 9 or 12 digits
 * @param kind 市辖区, 街道, 镇, 乡, 社区 or 村
 */
record AdministrativeUnit(String code, String name, String kind) {

  /** The district, its townships and their communities and villages, by code. */
  static List<AdministrativeUnit> load() {
    return Sketch.readLines("/data/yuhu/units.csv").stream()
        .skip(1)
        .map(line -> line.split(",", -1))
        .map(parts -> new AdministrativeUnit(parts[0], parts[1], parts[2]))
        .toList();
  }
}
