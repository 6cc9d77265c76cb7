package org.wangge.features;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.wangge.catalogue.Catalogue;
import org.wangge.catalogue.Description;
import org.wangge.catalogue.Description.GeometryKind;
import org.wangge.catalogue.Item;
import org.wangge.catalogue.Property;
import org.wangge.catalogue.Shape;
import org.wangge.exchange.Projections;

/**
 * Two made-up collections: 500 plots of 41 vertices with a few points in each box the conformance
 * suite asks for.
 */
public final class TestDistrict {
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final double[][] FAR = {
    {0, 51.5}, {-75, 0}, {178, 67}, {-178, 67}, {10, 87}, {-20, -88}
  };

  private final Projections projections = Projections.of(4547);

  public Catalogue catalogue() {
    return new Catalogue().register(plots()).register(places());
  }

  public CrsCatalog crs() {
    ServedCrs metric = ServedCrs.metric(4547, true, projections::toLonLat);
    return CrsCatalog.of(() -> metric);
  }

  /** Polygons with a day each, in the district. */
  public MemorySource plots() {
    List<Property> properties =
        List.of(
            Property.queryable("name", "名称", Property.Type.STRING),
            Property.oneOf("kind", "类型", List.of("urban", "rural")),
            Property.queryable("households", "户数", Property.Type.INTEGER),
            Property.of("from", "起始", Property.Type.DATE));
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      items.add(plot(i));
    }
    return new MemorySource(
        new Description("plots", "地块", "Plots", "演示地块", GeometryKind.POLYGON, true, properties),
        items);
  }

  private Item plot(int i) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("name", "地块" + i);
    properties.put("kind", i % 3 == 0 ? "rural" : "urban");
    properties.put("households", i % 50);
    properties.put("from", LocalDate.of(2025, 1, 1).plusDays(i));
    return new Item(
        "p" + i, shape(circle(112.7 + i % 25 * 0.01, 27.75 + i / 25 * 0.01)), properties);
  }

  /** Points, the first where cs2cs says, then some in far boxes. */
  public MemorySource places() {
    List<Item> items = new ArrayList<>();
    items.add(point("centre", 112.905, 27.861));
    items.add(point("west", 112.7, 27.75));
    for (double[] at : FAR) {
      items.add(farPoint("far" + items.size(), at[0], at[1]));
    }
    items.add(new Item("nowhere/else", null, Map.of("name", "无处 & <别处>")));
    return new MemorySource(
        new Description(
            "places",
            "地点",
            "Places",
            "演示地点",
            GeometryKind.POINT,
            false,
            List.of(Property.queryable("name", "名称", Property.Type.STRING))),
        items);
  }

  private Item point(String id, double lon, double lat) {
    return new Item(id, shape(FACTORY.createPoint(new Coordinate(lon, lat))), Map.of("name", id));
  }

  /** Far outside the zone of the metric CRS: its metres are of no use to anybody. */
  private static Item farPoint(String id, double lon, double lat) {
    Geometry point = FACTORY.createPoint(new Coordinate(lon, lat));
    return new Item(
        id, Shape.of(point, FACTORY.createPoint(new Coordinate(0, 0))), Map.of("name", id));
  }

  private Shape shape(Geometry lonLat) {
    return Shape.of(lonLat, projections.toMetric(lonLat));
  }

  private static Polygon circle(double lon, double lat) {
    Coordinate[] ring = new Coordinate[41];
    for (int i = 0; i < 40; i++) {
      double angle = -2 * Math.PI * i / 40;
      ring[i] = new Coordinate(lon + 0.004 * Math.cos(angle), lat + 0.004 * Math.sin(angle));
    }
    ring[40] = ring[0].copy();
    return FACTORY.createPolygon(ring);
  }
}
