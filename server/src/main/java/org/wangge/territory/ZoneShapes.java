package org.wangge.territory;

import java.util.Arrays;
import org.locationtech.jts.geom.Geometry;
import org.wangge.catalogue.Shape;
import org.wangge.zoning.Plan;
import org.wangge.zoning.ZonePolygons;

/** The outlines of all zones of one level, made together when the first is asked for. */
final class ZoneShapes {
  private final Once<Shape[]> shapes;
  private final Once<double[]> areas;

  private ZoneShapes(Plan plan, int[] label, int count, Projection projection) {
    this.shapes =
        Once.of(
            () ->
                Arrays.stream(ZonePolygons.of(plan.fabric(), label, count))
                    .map(metric -> new LazyShape(() -> metric, projection))
                    .toArray(Shape[]::new));
    this.areas = Once.of(() -> Arrays.stream(shapes.get()).mapToDouble(ZoneShapes::area).toArray());
  }

  static ZoneShapes grids(Plan plan, Projection projection) {
    return new ZoneShapes(plan, plan.zones(), plan.zoneCount(), projection);
  }

  static ZoneShapes communities(Plan plan, Projection projection) {
    return new ZoneShapes(plan, plan.communityOfFaces(), plan.communityCount(), projection);
  }

  static ZoneShapes townships(Plan plan, Projection projection) {
    return new ZoneShapes(plan, plan.townshipOfFaces(), plan.townshipCount(), projection);
  }

  static ZoneShapes domain(Plan plan, Projection projection) {
    return new ZoneShapes(plan, new int[plan.fabric().faceCount()], 1, projection);
  }

  private static double area(Shape shape) {
    Geometry lonLat = shape.lonLat();
    return EllipsoidArea.squareMetres(lonLat);
  }

  Shape get(int zone) {
    return shapes.get()[zone];
  }

  /** True area on the ellipsoid in m². */
  double areaSquareMetres(int zone) {
    return areas.get()[zone];
  }
}
