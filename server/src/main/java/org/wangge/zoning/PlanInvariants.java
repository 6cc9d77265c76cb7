package org.wangge.zoning;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.locationtech.jts.geom.Geometry;
import org.wangge.fabric.FabricInvariants;

/**
 * What must hold in every plan in force: every face has a zone; every zone has a face and lies in
 * one piece; the zones' areas sum up to the domain's, exactly; every zone polygon is valid and has
 * the area of the zone's faces. Nesting holds by construction.
 */
public final class PlanInvariants {
  private final Plan plan;
  private final List<String> wrong = new ArrayList<>();

  private final IntPredicate mayLieInPieces;

  private PlanInvariants(Plan plan, IntPredicate mayLieInPieces) {
    this.plan = plan;
    this.mayLieInPieces = mayLieInPieces;
  }

  /** What does not hold, in words; empty when all is well. */
  public static List<String> check(Plan plan) {
    return check(plan, zone -> false);
  }

  /** The same, with zones that may lie in several pieces by a recorded exception. */
  public static List<String> check(Plan plan, IntPredicate mayLieInPieces) {
    PlanInvariants invariants = new PlanInvariants(plan, mayLieInPieces);
    invariants.checkTotal();
    invariants.checkPieces();
    invariants.checkArea();
    invariants.checkPolygons();
    return List.copyOf(invariants.wrong);
  }

  private void checkTotal() {
    for (int f = 0; f < plan.fabric().faceCount(); f++) {
      if (plan.zone(f) < 0) {
        wrong.add("face " + f + " belongs to no zone");
      }
    }
  }

  private void checkPieces() {
    int[] pieces = Contiguity.pieces(plan.fabric(), plan.zones(), plan.zoneCount());
    for (int z = 0; z < pieces.length; z++) {
      if (pieces[z] != 1 && !(pieces[z] > 1 && mayLieInPieces.test(z))) {
        wrong.add("zone " + z + " lies in " + pieces[z] + " pieces");
      }
    }
  }

  private void checkArea() {
    long sum = 0;
    for (int z = 0; z < plan.zoneCount(); z++) {
      sum += plan.doubleAreaSquareMillimetres(z);
    }
    long domain = FabricInvariants.domainDoubleAreaSquareMillimetres(plan.fabric());
    if (sum != domain) {
      wrong.add("the zones cover " + sum + " half mm², the domain has " + domain);
    }
  }

  private void checkPolygons() {
    Geometry[] polygons = ZonePolygons.of(plan);
    for (int z = 0; z < polygons.length; z++) {
      if (!polygons[z].isValid()) {
        wrong.add("the polygon of zone " + z + " is not valid");
      }
      double area = plan.areaSquareMetres(z);
      if (Math.abs(polygons[z].getArea() - area) > 1e-6 * (1 + area)) {
        wrong.add(
            "the polygon of zone "
                + z
                + " has "
                + polygons[z].getArea()
                + " m² instead of "
                + area);
      }
    }
  }
}
