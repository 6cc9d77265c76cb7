package org.wangge.territory;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.wangge.fabric.Fabric;
import org.wangge.fabric.InteriorLine;
import org.wangge.zoning.Plan;

/**
 * Everything a district starts with, as one value: what the demo and the import hand over and what
 * is stored in one transaction or not at all.
 *
 * @param settings what is particular to the district
 * @param units the whole tree: one district, its townships, their communities; the order among
 *     townships and among communities is that of the plan
 * @param fabric all faces of the coverage domain, with households and people
 * @param interior lines inside the domain that bound nothing, for drawing
 * @param zone grid of each face; total: every face, also a median or water, belongs to exactly one
 *     grid
 * @param grids in the order of the zones: {@code grids.get(z).zone() == z}
 * @param roles slots of the four lines, at most one for a grid and a line
 * @param buildings inside the domain
 * @param exclusions areas left out of the domain by name
 * @param inPieces codes of the grids that may lie in several pieces: each a recorded exception
 * @param effective first day it is in force
 * @param note what is to be said about it, for people
 */
public record FirstPublication(
    DistrictSettings settings,
    List<Unit> units,
    Fabric fabric,
    List<InteriorLine> interior,
    int[] zone,
    List<Grid> grids,
    List<RoleSlot> roles,
    List<Building> buildings,
    List<Exclusion> exclusions,
    Set<String> inPieces,
    LocalDate effective,
    String note) {

  /** Without exceptions: every grid in one piece. */
  public FirstPublication(
      DistrictSettings settings,
      List<Unit> units,
      Fabric fabric,
      List<InteriorLine> interior,
      int[] zone,
      List<Grid> grids,
      List<RoleSlot> roles,
      List<Building> buildings,
      List<Exclusion> exclusions,
      LocalDate effective,
      String note) {
    this(
        settings,
        units,
        fabric,
        interior,
        zone,
        grids,
        roles,
        buildings,
        exclusions,
        Set.of(),
        effective,
        note);
  }

  public FirstPublication {
    inPieces = Set.copyOf(inPieces);
    units = List.copyOf(units);
    interior = List.copyOf(interior);
    grids = List.copyOf(grids);
    roles = List.copyOf(roles);
    buildings = List.copyOf(buildings);
    exclusions = List.copyOf(exclusions);
  }

  /** The plan its parts make. */
  public Plan plan() {
    return UnitTree.of(units).plan(fabric, zone, grids);
  }
}
