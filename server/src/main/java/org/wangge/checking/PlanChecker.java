package org.wangge.checking;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wangge.fabric.Progress;
import org.wangge.territory.Grid;
import org.wangge.territory.InForce;
import org.wangge.territory.Unit;
import org.wangge.territory.UnitLevel;
import org.wangge.topology.CheckOptions;
import org.wangge.topology.CheckReport;
import org.wangge.topology.CoverageCheck;
import org.wangge.topology.LayerPolygon;

/**
 * Checks the plan in force as if it had come from a file: the grid polygons against the coverage
 * domain and the communities. A plan is seamless by construction; that it is so is not believed but
 * looked at.
 */
final class PlanChecker {

  Check check(InForce inForce, Progress progress) {
    List<LayerPolygon> polygons = grids(inForce);
    CheckReport report =
        CoverageCheck.check(
            polygons,
            inForce.domainShape().metric(),
            communities(inForce),
            CheckOptions.defaults(),
            progress);
    CheckGround ground =
        report.provedClean()
            ? new CheckGround(List.of())
            : GroundPlane.metres(polygons, inForce.projection()::toLonLat)
                .find(CheckOptions.defaults().toleranceMetres())
                .orElse(null);
    String source =
        "publication %d of %s, in force from %s"
            .formatted(
                inForce.publication().number(),
                inForce.settings().name(),
                inForce.publication().effective());
    return of(report, List.of(source), inForce, ground);
  }

  /** What the kernel found in polygons that became this plan, or in the plan itself. */
  static Check of(CheckReport report, List<String> sources, InForce inForce) {
    return of(report, sources, inForce, report.provedClean() ? new CheckGround(List.of()) : null);
  }

  private static Check of(
      CheckReport report, List<String> sources, InForce inForce, @Nullable CheckGround ground) {
    return new Check(
        sources,
        List.of(),
        "EPSG:" + inForce.settings().metricSrid(),
        report.polygons(),
        new CheckItems(inForce.projection()::toLonLat).of(report, List.of()),
        report.apart().orElse(null),
        report.provedClean(),
        report.tolerated(),
        ground);
  }

  private static List<LayerPolygon> grids(InForce inForce) {
    List<LayerPolygon> polygons = new ArrayList<>();
    for (Grid grid : inForce.grids()) {
      polygons.add(
          new LayerPolygon(polygons.size(), grid.code(), inForce.gridShape(grid.zone()).metric()));
    }
    return polygons;
  }

  private static List<LayerPolygon> communities(InForce inForce) {
    List<LayerPolygon> polygons = new ArrayList<>();
    for (Unit unit : inForce.units()) {
      if (unit.level() == UnitLevel.COMMUNITY) {
        polygons.add(
            new LayerPolygon(
                polygons.size(), unit.code(), inForce.unitShape(unit.code()).metric()));
      }
    }
    return polygons;
  }
}
