package org.wangge.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.wangge.fabric.ArcClass;

/**
 * The whole drawn map, ready to be made into a fabric.
 *
 * @param lines every line inside the domain, joined to the millimetre
 * @param domain coverage domain, with a vertex wherever a line ends on it
 * @param water polygons of water
 * @param exclusion ground left out by name
 * @param parks ground where nobody lives
 * @param places how dense it is built
 */
record StreetMap(
    List<StreetLine> lines,
    Polygon domain,
    List<Geometry> water,
    Polygon exclusion,
    Parks parks,
    Places places) {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  static StreetMap draw(Sketch sketch, Pen pen, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Ground ground = Ground.of(sketch, pen);
    List<StreetLine> drawn = new ArrayList<>(StreetPlan.draw(sketch, pen));
    drawn.addAll(ground.banks());
    Skeleton skeleton = Skeleton.of(drawn, ground);
    Parks parks = Parks.of(sketch, pen);
    Places places = Places.load(pen);
    StreetNames names = new StreetNames(random.split());
    names.reserve(skeleton.lines());
    Subdivision subdivision = new Subdivision(places, parks, pen.noise(), names, random.split());
    subdivision.divide(
        skeleton.plots().stream().map(p -> Plot.of(p.getExteriorRing().getCoordinates())).toList());
    List<StreetLine> shores =
        new Ponds(parks, pen.noise(), random.split()).in(subdivision.blocks());
    List<StreetLine> lanes = new Lanes(places, names, random.split()).into(subdivision.blocks());
    return join(
        ground,
        List.of(skeleton.lines(), subdivision.streets(), shores, clear(lanes, shores)),
        parks,
        places);
  }

  /** Lanes do not lead into ponds. */
  private static List<StreetLine> clear(List<StreetLine> lanes, List<StreetLine> shores) {
    List<Polygon> ponds = shores.stream().map(StreetMap::polygon).toList();
    return lanes.stream()
        .filter(
            lane ->
                ponds.stream()
                    .noneMatch(
                        pond ->
                            pond.intersects(
                                FACTORY.createLineString(
                                    lane.points().toArray(Coordinate[]::new)))))
        .toList();
  }

  private static Polygon polygon(StreetLine ring) {
    return FACTORY.createPolygon(ring.points().toArray(Coordinate[]::new));
  }

  private static StreetMap join(
      Ground ground, List<List<StreetLine>> parts, Parks parks, Places places) {
    List<StreetLine> all = new ArrayList<>(ground.outlines());
    int outlines = all.size();
    parts.forEach(all::addAll);
    List<StreetLine> joined = Junctions.join(all);
    List<Geometry> water = new ArrayList<>(List.of(ground.water()));
    parts.get(2).forEach(shore -> water.add(polygon(shore)));
    return new StreetMap(
        joined.subList(outlines, joined.size()),
        domain(joined.subList(0, outlines)),
        water,
        ground.exclusion(),
        parks,
        places);
  }

  private static Polygon domain(List<StreetLine> rings) {
    LinearRing[] closed =
        rings.stream()
            .map(ring -> FACTORY.createLinearRing(ring.points().toArray(Coordinate[]::new)))
            .toArray(LinearRing[]::new);
    LinearRing[] holes = Arrays.copyOfRange(closed, 1, closed.length);
    return FACTORY.createPolygon(closed[0], holes);
  }

  long streetCount() {
    return lines.stream().map(StreetLine::arcClass).filter(ArcClass::isStreet).count();
  }
}
