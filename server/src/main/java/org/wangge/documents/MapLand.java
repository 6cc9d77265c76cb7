package org.wangge.documents;

import java.util.function.IntUnaryOperator;
import org.locationtech.jts.geom.Geometry;
import org.wangge.fabric.Fabric;
import org.wangge.fabric.FaceKind;
import org.wangge.territory.InForce;
import org.wangge.territory.Unit;
import org.wangge.zoning.Plan;
import org.wangge.zoning.ZonePolygons;

/** The ground of zones without its water: where people live, and where a name is looked for. */
final class MapLand {
  private final InForce inForce;
  private final Plan plan;

  MapLand(InForce inForce) {
    this.inForce = inForce;
    this.plan = inForce.plan();
  }

  Geometry[] grids() {
    return of(zone -> zone, plan.zoneCount());
  }

  Geometry[] communities() {
    return of(plan::community, plan.communityCount());
  }

  Geometry[] townships() {
    return of(zone -> plan.township(plan.community(zone)), inForce.tree().townships().size());
  }

  /** Of a unit; empty when it is all water. */
  Geometry of(Unit unit) {
    int index = inForce.tree().indexOf(unit.code());
    return switch (unit.level()) {
      case DISTRICT -> of(zone -> 0, 1)[0];
      case TOWNSHIP -> townships()[index];
      case COMMUNITY -> communities()[index];
    };
  }

  private Geometry[] of(IntUnaryOperator labelOfZone, int count) {
    Fabric fabric = plan.fabric();
    int[] label = new int[fabric.faceCount()];
    for (int face = 0; face < label.length; face++) {
      boolean water = fabric.kind(face) == FaceKind.WATER;
      label[face] = water ? -1 : labelOfZone.applyAsInt(plan.zone(face));
    }
    return ZonePolygons.of(fabric, label, count);
  }
}
