package org.wangge.topology;

import java.util.List;
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
 *
 * <p>How: coordinates are rounded to a grid; opposite twins of inner segments cancel; if all do
 * (the domain's outline included), and every ring is simple, the layer is proved clean. What is
 * left over is noded by iterated snap rounding and its faces are classed by how deep they are
 * covered.
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
    progress.report("读取图形", 0);
    Layer layer = Layer.of(polygons, domain, options.gridMetres(), options.threads());
    progress.report("配对边界", 0.3);
    int[] leftover = Cancelling.leftover(layer.rings(), layer.bands(), options.threads());
    progress.report("查找漏管与重叠", 0.5);
    Ledger ledger = new Ledger(layer, leftover, options);
    ledger.addGround();
    progress.report("核对飞地与上级界线", 0.9);
    ledger.addParts();
    ledger.addCrossings(parents);
    CheckReport report = ledger.report();
    progress.report("拓扑检查完成", 1);
    return report;
  }
}
