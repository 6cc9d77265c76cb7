package org.wangge.planning;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.wangge.fabric.Fabric;
import org.wangge.fabric.FaceSplit;
import org.wangge.fabric.Livewire;
import org.wangge.territory.Attribution;
import org.wangge.territory.Building;
import org.wangge.territory.FaceOf;
import org.wangge.territory.InForce;

/**
 * What is counted on the blocks of a draft's fabrics, and the way finder of each; made when first
 * asked and kept for the last few fabrics. Thread-safe.
 */
final class Counting {
  private static final int KEPT = 4;

  private final InForce base;
  private final Map<Fabric, Livewire> wires = recent();
  private final Map<Fabric, int[]> buildings = recent();
  private final Map<Fabric, InForce> plans = recent();
  private final Map<Fabric, Map<Integer, Coordinate>> middles = recent();
  private double trueAreaFactor;

  Counting(InForce base) {
    this.base = base;
  }

  private static <V> Map<Fabric, V> recent() {
    return new LinkedHashMap<>(8, 0.75f, true) {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<Fabric, V> eldest) {
        return size() > KEPT;
      }
    };
  }

  synchronized Livewire wire(Fabric fabric) {
    return wires.computeIfAbsent(fabric, Livewire::of);
  }

  /** Buildings per block of the drawing's fabric. */
  synchronized int[] buildings(Drawing drawing) {
    return buildings.computeIfAbsent(
        drawing.redraw().fabric(), fabric -> countBuildings(plan(drawing)));
  }

  private static int[] countBuildings(InForce plan) {
    int[] count = new int[plan.fabric().faceCount()];
    for (int i = 0; i < plan.buildings().count(); i++) {
      count[plan.buildings().face(i)]++;
    }
    return count;
  }

  /** What a feature counts per block of the drawing's fabric. */
  synchronized int[] attributed(Attribution attribution, Drawing drawing) {
    return attribution.perFace(plan(drawing));
  }

  /** Any plan on the drawing's fabric: what is counted on blocks does not ask for grids. */
  private InForce plan(Drawing drawing) {
    Fabric fabric = drawing.redraw().fabric();
    return fabric == base.fabric() ? base : plans.computeIfAbsent(fabric, of -> drawing.drawn());
  }

  /** A place inside a block, metres. */
  synchronized Coordinate middle(Fabric fabric, int face) {
    return middles
        .computeIfAbsent(fabric, of -> new HashMap<>())
        .computeIfAbsent(face, f -> fabric.interiorPoint(f).getCoordinate());
  }

  /** True area over area in the plane, over the whole district. */
  synchronized double trueAreaFactor() {
    if (trueAreaFactor == 0) {
      double plane = 0;
      for (int f = 0; f < base.fabric().faceCount(); f++) {
        plane += base.fabric().areaSquareMetres(f);
      }
      trueAreaFactor = base.unitAreaSquareMetres(base.tree().district().code()) / plane;
    }
    return trueAreaFactor;
  }

  /**
   * The split with its households shared out by the buildings in the two parts; by area where the
   * block has no building that anybody lives in.
   */
  FaceSplit shared(FaceSplit split) {
    Fabric fabric = split.fabric();
    int[] parts = split.parts();
    int households = fabric.households(parts[0]) + fabric.households(parts[1]);
    int people = fabric.people(parts[0]) + fabric.people(parts[1]);
    double share = shareOfFirst(fabric, parts);
    int[] first = {(int) Math.round(households * share), (int) Math.round(people * share)};
    return split.withCounts(
        new int[] {first[0], households - first[0]}, new int[] {first[1], people - first[1]});
  }

  private double shareOfFirst(Fabric fabric, int[] parts) {
    double[] lived = new double[2];
    Envelope block = fabric.faceEnvelope(parts[0]);
    block.expandToInclude(fabric.faceEnvelope(parts[1]));
    for (Building building : base.buildings().list()) {
      if (block.contains(building.position())) {
        for (int part = 0; part < 2; part++) {
          boolean inside = FaceOf.isInside(fabric, parts[part], building);
          lived[part] += inside ? building.households() : 0;
        }
      }
    }
    double area = fabric.areaSquareMetres(parts[0]);
    return lived[0] + lived[1] > 0
        ? lived[0] / (lived[0] + lived[1])
        : area / (area + fabric.areaSquareMetres(parts[1]));
  }
}
