package org.wangge.territory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.wangge.fabric.FabricInvariants;
import org.wangge.zoning.PlanInvariants;

/**
 * What has to hold before anything is stored. The kernel's own invariants are asked of the kernel.
 */
final class PublicationRules {
  private static final int MOST_OF_A_KIND = 20;

  private final FirstPublication publication;
  private final UnitTree tree;
  private final List<String> broken = new ArrayList<>();

  private PublicationRules(FirstPublication publication) {
    this.publication = publication;
    this.tree = UnitTree.of(publication.units());
  }

  /**
   * @throws RefusedPublicationException with every rule that is broken
   */
  static void require(FirstPublication publication) {
    List<String> broken = new PublicationRules(publication).check();
    if (!broken.isEmpty()) {
      throw new RefusedPublicationException(broken);
    }
  }

  private List<String> check() {
    units();
    grids();
    zones();
    roles();
    buildings();
    if (broken.isEmpty()) {
      FabricInvariants.check(publication.fabric()).forEach(violation -> add(violation.message()));
      PlanInvariants.check(publication.plan(), this::mayLieInPieces).forEach(this::add);
    }
    return broken;
  }

  private boolean mayLieInPieces(int zone) {
    return publication.inPieces().contains(publication.grids().get(zone).code());
  }

  private void units() {
    List<Unit> roots =
        publication.units().stream().filter(u -> u.level() == UnitLevel.DISTRICT).toList();
    if (roots.size() != 1 || !roots.get(0).code().equals(publication.settings().code())) {
      add(
          "there must be one district, "
              + publication.settings().code()
              + ", but there is "
              + codes(roots));
    }
    distinct(publication.units(), Unit::code, "unit");
    tree.townships().forEach(unit -> parent(unit, UnitLevel.DISTRICT));
    tree.communities().forEach(unit -> parent(unit, UnitLevel.TOWNSHIP));
  }

  private static List<String> codes(List<Unit> units) {
    return units.stream().map(Unit::code).toList();
  }

  private void parent(Unit unit, UnitLevel level) {
    boolean found =
        unit.parent() != null
            && tree.find(unit.parent()).filter(parent -> parent.level() == level).isPresent();
    if (!found) {
      add(
          unit.level()
              + " "
              + unit.code()
              + " names the parent "
              + unit.parent()
              + ", which is no "
              + level);
    }
  }

  private void grids() {
    Pattern pattern = Pattern.compile(publication.settings().codePattern());
    distinct(publication.grids(), Grid::code, "grid");
    for (int z = 0; z < publication.grids().size(); z++) {
      grid(z, publication.grids().get(z), pattern);
    }
  }

  private void grid(int zone, Grid grid, Pattern pattern) {
    if (grid.zone() != zone) {
      add("grid " + grid.code() + " stands at " + zone + " but says zone " + grid.zone());
    }
    if (!pattern.matcher(grid.code()).matches()) {
      add("grid code " + grid.code() + " does not match " + pattern);
    }
    if (tree.communities().stream().noneMatch(unit -> unit.code().equals(grid.communityCode()))) {
      add("grid " + grid.code() + " lies in " + grid.communityCode() + ", which is no community");
    }
  }

  private void zones() {
    int faces = publication.fabric().faceCount();
    int[] zone = publication.zone();
    int grids = publication.grids().size();
    if (zone.length != faces) {
      add("there are " + faces + " blocks but " + zone.length + " assignments");
      return;
    }
    long unassigned = Arrays.stream(zone).filter(z -> z < 0 || z >= grids).count();
    if (unassigned > 0) {
      add(unassigned + " blocks belong to no grid");
    }
    Set<Integer> used = new HashSet<>(Arrays.stream(zone).boxed().toList());
    publication.grids().stream()
        .filter(grid -> !used.contains(grid.zone()))
        .forEach(grid -> add("grid " + grid.code() + " has no block"));
  }

  private void roles() {
    Set<String> codes = new HashSet<>(publication.grids().stream().map(Grid::code).toList());
    distinct(publication.roles(), role -> role.gridCode() + " " + role.line(), "role slot");
    publication.roles().stream()
        .filter(role -> !codes.contains(role.gridCode()))
        .forEach(
            role -> add("a role slot names the grid " + role.gridCode() + ", which is not there"));
  }

  private void buildings() {
    distinct(publication.buildings(), Building::id, "building");
    publication.buildings().stream()
        .filter(building -> FaceOf.building(publication.fabric(), building) < 0)
        .forEach(
            building -> add("building " + building.id() + " lies outside the coverage domain"));
  }

  private <T> void distinct(List<T> things, Function<T, String> key, String what) {
    Set<String> seen = new HashSet<>();
    things.stream()
        .map(key)
        .filter(text -> !seen.add(text))
        .forEach(text -> add(what + " " + text + " is there twice"));
  }

  /** The first of many broken rules tell enough; the list does not grow without end. */
  private void add(String sentence) {
    if (broken.size() < MOST_OF_A_KIND) {
      broken.add(sentence);
    }
  }
}
