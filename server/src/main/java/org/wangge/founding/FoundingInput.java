package org.wangge.founding;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.wangge.exchange.StreetLines;
import org.wangge.territory.DistrictSettings;

/**
 * What a district is founded on; everything in metres of the district's CRS.
 *
 * @param settings what is particular to the district
 * @param streets lines that bound blocks, and water
 * @param domain the coverage domain as given: Polygon or MultiPolygon
 * @param townships polygons with codes
 * @param communities polygons with codes
 * @param grids polygons, codes are numbered where none are given
 * @param buildings points or polygons; null when there are none
 * @param snapMetres lines closer than this run through the same points afterwards
 * @param strict whether anything the check finds is a reason to refuse
 * @param effective first day the plan is in force
 * @param note what is to be said about it
 */
public record FoundingInput(
    DistrictSettings settings,
    StreetLines streets,
    Geometry domain,
    LevelLayer townships,
    LevelLayer communities,
    LevelLayer grids,
    @Nullable LevelLayer buildings,
    double snapMetres,
    boolean strict,
    LocalDate effective,
    String note) {

  Optional<LevelLayer> findBuildings() {
    return Optional.ofNullable(buildings);
  }

  List<LevelLayer> levels() {
    return List.of(townships, communities, grids);
  }
}
