package org.wangge.territory;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.wangge.policy.Area;

/**
 * An area of the policy laid on a plan: which grids and blocks lie in it. Units nest by the tree of
 * the district, never by how their codes begin.
 */
public final class Jurisdiction {
  private final InForce inForce;
  private final BitSet zones;

  private Jurisdiction(InForce inForce, BitSet zones) {
    this.inForce = inForce;
    this.zones = zones;
  }

  public static Jurisdiction of(InForce inForce, Area area) {
    BitSet zones = new BitSet(inForce.grids().size());
    inForce.grids().stream()
        .filter(grid -> area.contains(chain(inForce, grid)))
        .forEach(grid -> zones.set(grid.zone()));
    return new Jurisdiction(inForce, zones);
  }

  /** The codes of a grid and of all units that hold it, the grid first. */
  public static List<String> chain(InForce inForce, Grid grid) {
    return List.of(
        grid.code(),
        inForce.communityOf(grid).code(),
        inForce.townshipOf(grid).code(),
        inForce.tree().district().code());
  }

  /** The same of a unit or grid by its code; none when there is no such. */
  public static Optional<List<String>> findChain(InForce inForce, String code) {
    return inForce
        .findGrid(code)
        .map(grid -> chain(inForce, grid))
        .or(() -> inForce.findUnit(code).map(unit -> chain(inForce, unit)));
  }

  private static List<String> chain(InForce inForce, Unit unit) {
    List<String> chain = new ArrayList<>();
    Optional<Unit> each = Optional.of(unit);
    while (each.isPresent()) {
      chain.add(each.get().code());
      each = Optional.ofNullable(each.get().parent()).flatMap(inForce::findUnit);
    }
    return chain;
  }

  /** Whether all grids lie in it. */
  public boolean isWhole() {
    return zones.cardinality() == inForce.grids().size();
  }

  public boolean hasZone(int zone) {
    return zone >= 0 && zones.get(zone);
  }

  public boolean hasFace(int face) {
    return face >= 0 && hasZone(inForce.plan().zone(face));
  }

  /** The zones in it. */
  public BitSet zones() {
    return (BitSet) zones.clone();
  }

  /** All blocks in it. */
  public int[] faces() {
    return IntStream.range(0, inForce.fabric().faceCount()).filter(this::hasFace).toArray();
  }
}
