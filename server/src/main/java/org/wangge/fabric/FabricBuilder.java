package org.wangge.fabric;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/** Makes fabrics from lines. */
public final class FabricBuilder {
  private FabricBuilder() {}

  /** To be written in the next commit. */
  public static FabricBuild build(
      List<BoundaryLine> lines,
      Geometry domainMetres,
      List<Geometry> waterMetres,
      FabricOptions options,
      Progress progress) {
    throw new UnsupportedOperationException("not yet: " + lines.size());
  }
}
