package org.wangge.atlas;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.wangge.catalogue.Shape;
import org.wangge.fabric.ArcClass;
import org.wangge.fabric.Fabric;
import org.wangge.fabric.InteriorLine;
import org.wangge.territory.DistrictSettings;
import org.wangge.territory.Grid;
import org.wangge.territory.InForce;
import org.wangge.territory.Unit;
import org.wangge.web.JsonBytes;
import org.wangge.zoning.Plan;

/**
 * The whole map of a publication as one JSON object, form 1. Lines are there once; everything
 * filled refers to them.
 *
 * <pre>
 * version      1
 * publication  {number, effective, hash}
 * district     {code, name, synthetic, label ("示意数据" or ""), levels [4 names], households, people, area, at, radius, rings}
 * scale        1000000: every coordinate is round(degrees × scale)
 * bbox         [west, south, east, north] in degrees
 * classes      [{name, label, street, ground}]  by index
 * arcs         {count, coords, class, level, left, right, name}
 * lanes        {count, coords, class, name}  lines that bound nothing (dead ends), may be empty
 * names        texts by index, 0 is ""
 * faces        {kind (0 LAND, 1 MEDIAN, 2 WATER), grid, households, rings}
 * grids        [{code, name, kind, community, households, people, area, streets, at, radius, rings}]
 * communities  [{code, name, kind, township, grids, households, people, area, at, radius, rings}]
 * townships    [{code, name, kind, communities, grids, households, people, area, at, radius, rings}]
 * </pre>
 *
 * <p><b>arcs</b> and <b>lanes</b> are columns: {@code count} points per line; {@code coords} all
 * points of all lines in a row, x before y, every point (also the first of the next line) as the
 * difference to the point before it in the row, the very first to 0, 0; {@code class} and {@code
 * name} as indexes; {@code level} 0 none, 1 grid, 2 community, 3 township, 4 district, the highest
 * level whose units differ on the two sides; {@code left} and {@code right} the grid there, −1
 * outside the domain.
 *
 * <p><b>rings</b> are lists of refs: {@code r ≥ 0} is arc r from its first to its last point,
 * {@code r < 0} is arc {@code ~r} backwards; each begins where the one before ended, the last ends
 * where the first begins. All rings of a thing, filled together by the even-odd rule, are the
 * thing.
 *
 * <p>{@code at} is the centre of the largest circle inside (absolute coordinates), {@code radius}
 * that circle's radius in metres; {@code area} m² on the ellipsoid, whole; {@code streets} the
 * share of the boundary on streets, rivers, railways and walls, 0 … 1. Indexes are positions in
 * {@code grids} (order of the plan's zones), {@code communities}, {@code townships}. It has no
 * shapes of its own projection: degrees, as Leaflet wants them.
 */
final class MapBundle {
  private static final int FORM = 1;
  private static final int BBOX_DECIMALS = 6;
  private static final int SHARE_DECIMALS = 4;

  private final InForce inForce;
  private final Plan plan;
  private final Fabric fabric;
  private final JsonBytes json;
  private final LineColumns.Names names = new LineColumns.Names();

  private MapBundle(InForce inForce, JsonBytes json) {
    this.inForce = inForce;
    this.plan = inForce.plan();
    this.fabric = inForce.fabric();
    this.json = json;
  }

  /** UTF-8 JSON of the publication. */
  static byte[] of(InForce inForce) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 20);
    JsonBytes json = new JsonBytes(out);
    new MapBundle(inForce, json).write();
    json.flush();
    return out.toByteArray();
  }

  private void write() {
    json.beginObject().name("version").number(FORM);
    publication();
    district();
    json.name("scale").number((long) LineColumns.SCALE);
    bbox();
    classes();
    arcs();
    lanes();
    names.write(json);
    faces();
    grids();
    communities();
    townships();
    json.endObject();
  }

  private void publication() {
    json.name("publication").beginObject().name("number").number(inForce.publication().number());
    json.name("effective").text(inForce.publication().effective().toString());
    json.name("hash").text(inForce.publication().hash()).endObject();
  }

  private void district() {
    DistrictSettings settings = inForce.settings();
    json.name("district")
        .beginObject()
        .name("code")
        .text(settings.code())
        .name("name")
        .text(settings.name());
    json.name("synthetic").bool(settings.synthetic()).name("label").text(settings.label());
    json.name("levels").value(settings.levelNames());
    json.name("timeZone").text(settings.timeZone().getId());
    numbers(
        IntStream.range(0, plan.zoneCount()),
        inForce.unitAreaSquareMetres(inForce.tree().district().code()));
    place(inForce.domainShape());
    rings(RingRefs.of(fabric, new int[fabric.faceCount()], 1).get(0));
    json.endObject();
  }

  private void bbox() {
    Envelope box = inForce.domainShape().lonLat().getEnvelopeInternal();
    json.name("bbox")
        .beginArray()
        .decimal(box.getMinX(), BBOX_DECIMALS)
        .decimal(box.getMinY(), BBOX_DECIMALS);
    json.decimal(box.getMaxX(), BBOX_DECIMALS).decimal(box.getMaxY(), BBOX_DECIMALS).endArray();
  }

  private void classes() {
    json.name("classes").beginArray();
    for (ArcClass each : ArcClass.values()) {
      json.beginObject().name("name").text(each.name()).name("label").text(each.label());
      json.name("street").bool(each.isStreet()).name("ground").bool(each.isOnGround()).endObject();
    }
    json.endArray();
  }

  private void arcs() {
    LineColumns columns = new LineColumns(inForce.projection(), names);
    for (int arc = 0; arc < fabric.arcCount(); arc++) {
      columns.begin(fabric.pointCount(arc), fabric.arcClass(arc), fabric.arcName(arc));
      for (int i = 0; i < fabric.pointCount(arc); i++) {
        columns.point(fabric.pointX(arc, i), fabric.pointY(arc, i));
      }
    }
    json.name("arcs").beginObject();
    columns.write(json);
    column("level", IntStream.range(0, fabric.arcCount()).map(arc -> plan.level(arc).ordinal()));
    column("left", IntStream.range(0, fabric.arcCount()).map(plan::left));
    column("right", IntStream.range(0, fabric.arcCount()).map(plan::right));
    json.endObject();
  }

  private void lanes() {
    LineColumns columns = new LineColumns(inForce.projection(), names);
    for (InteriorLine line : inForce.interiorLines()) {
      columns.begin(line.xs().length, line.arcClass(), line.name());
      for (int i = 0; i < line.xs().length; i++) {
        columns.point(line.xs()[i], line.ys()[i]);
      }
    }
    json.name("lanes").beginObject();
    columns.write(json);
    json.endObject();
  }

  private void faces() {
    int[] itself = IntStream.range(0, fabric.faceCount()).toArray();
    json.name("faces").beginObject();
    column("kind", Arrays.stream(itself).map(face -> fabric.kind(face).ordinal()));
    column("grid", Arrays.stream(itself).map(plan::zone));
    column("households", Arrays.stream(itself).map(fabric::households));
    json.name("rings").beginArray();
    RingRefs.of(fabric, itself, itself.length).forEach(this::ringList);
    json.endArray().endObject();
  }

  private void grids() {
    List<List<int[]>> rings = RingRefs.of(fabric, plan.zones(), plan.zoneCount());
    double[] streets = StreetShares.of(plan);
    json.name("grids").beginArray();
    for (Grid grid : inForce.grids()) {
      int zone = grid.zone();
      begin(grid.code(), grid.name(), grid.kind()).name("community").number(plan.community(zone));
      numbers(IntStream.of(zone), inForce.gridAreaSquareMetres(zone));
      json.name("streets").decimal(streets[zone], SHARE_DECIMALS);
      place(inForce.gridShape(zone));
      rings(rings.get(zone));
      json.endObject();
    }
    json.endArray();
  }

  private void communities() {
    List<List<int[]>> rings = RingRefs.of(fabric, plan.communityOfFaces(), plan.communityCount());
    json.name("communities").beginArray();
    for (int c = 0; c < plan.communityCount(); c++) {
      int community = c;
      Unit unit = inForce.tree().communities().get(c);
      begin(unit.code(), unit.name(), unit.kind()).name("township").number(plan.township(c));
      unit(unit, zones().filter(zone -> plan.community(zone) == community).toArray(), rings.get(c));
    }
    json.endArray();
  }

  private void townships() {
    List<List<int[]>> rings = RingRefs.of(fabric, plan.townshipOfFaces(), plan.townshipCount());
    json.name("townships").beginArray();
    for (int t = 0; t < plan.townshipCount(); t++) {
      int township = t;
      Unit unit = inForce.tree().townships().get(t);
      long communities =
          IntStream.range(0, plan.communityCount())
              .filter(c -> plan.township(c) == township)
              .count();
      begin(unit.code(), unit.name(), unit.kind()).name("communities").number(communities);
      unit(
          unit,
          zones().filter(zone -> plan.township(plan.community(zone)) == township).toArray(),
          rings.get(t));
    }
    json.endArray();
  }

  private void unit(Unit unit, int[] zones, List<int[]> rings) {
    json.name("grids").number(zones.length);
    numbers(Arrays.stream(zones), inForce.unitAreaSquareMetres(unit.code()));
    place(inForce.unitShape(unit.code()));
    rings(rings);
    json.endObject();
  }

  private IntStream zones() {
    return IntStream.range(0, plan.zoneCount());
  }

  private JsonBytes begin(String code, String name, String kind) {
    return json.beginObject()
        .name("code")
        .text(code)
        .name("name")
        .text(name)
        .name("kind")
        .text(kind);
  }

  private void numbers(IntStream zones, double areaSquareMetres) {
    int[] all = zones.toArray();
    json.name("households").number(Arrays.stream(all).mapToLong(plan::households).sum());
    json.name("people").number(Arrays.stream(all).mapToLong(plan::people).sum());
    json.name("area").number(Math.round(areaSquareMetres));
  }

  private void place(Shape shape) {
    LabelPoint label = LabelPoint.of(shape.metric());
    Coordinate at = inForce.projection().toLonLat(label.metric().x, label.metric().y);
    json.name("at")
        .beginArray()
        .number(LineColumns.scaled(at.x))
        .number(LineColumns.scaled(at.y))
        .endArray();
    json.name("radius").number(Math.round(label.radiusMetres()));
  }

  private void rings(List<int[]> rings) {
    json.name("rings");
    ringList(rings);
  }

  private void ringList(List<int[]> rings) {
    json.beginArray();
    for (int[] ring : rings) {
      json.beginArray();
      for (int ref : ring) {
        json.number(ref);
      }
      json.endArray();
    }
    json.endArray();
  }

  private void column(String name, IntStream values) {
    json.name(name).beginArray();
    values.forEach(json::number);
    json.endArray();
  }
}
