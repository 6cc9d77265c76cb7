package org.wangge.zoning;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.wangge.fabric.ArcClass;
import org.wangge.fabric.BoundaryLine;
import org.wangge.fabric.Fabric;
import org.wangge.fabric.FabricBuilder;
import org.wangge.fabric.FabricOptions;
import org.wangge.fabric.Progress;

/** Square blocks of 100 m, some of them cut at 30 m from the west. */
final class ChessFabrics {
  private static final long BLOCK = 100_000;
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private ChessFabrics() {}

  static Fabric of(int size) {
    return cut(size);
  }

  /**
   * @param cells the blocks that are cut, row by row from the south-west
   */
  static Fabric cut(int size, int... cells) {
    List<BoundaryLine> lines = new ArrayList<>();
    for (int cell : cells) {
      long x = cell % size * BLOCK + 30_000;
      lines.add(line(x, cell / size * BLOCK, x, (cell / size + 1) * BLOCK));
    }
    for (int i = 0; i <= size; i++) {
      lines.add(line(i * BLOCK, 0, i * BLOCK, size * BLOCK));
      lines.add(line(0, i * BLOCK, size * BLOCK, i * BLOCK));
    }
    return FabricBuilder.build(
            lines,
            FACTORY.toGeometry(new Envelope(0, size * 100.0, 0, size * 100.0)),
            List.of(),
            FabricOptions.defaults(),
            Progress.none())
        .fabric();
  }

  private static BoundaryLine line(long x1, long y1, long x2, long y2) {
    return BoundaryLine.of(new long[] {x1, x2}, new long[] {y1, y2}, ArcClass.LOCAL, "路");
  }

  /** The block of the uncut chessboard that a face lies in. */
  static int cell(Fabric fabric, int face, int size) {
    Coordinate inside = fabric.interiorPoint(face).getCoordinate();
    return (int) (inside.y / 100) * size + (int) (inside.x / 100);
  }

  static Point point(long x, long y) {
    return FACTORY.createPoint(new Coordinate(x / 1e3, y / 1e3));
  }
}
