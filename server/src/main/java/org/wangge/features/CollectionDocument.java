package org.wangge.features;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.wangge.catalogue.Description;
import org.wangge.catalogue.Extent;
import org.wangge.catalogue.FeatureSource;
import org.wangge.web.Form;

/**
 * What is said of one collection, the same words in {@code /collections} and {@code
 * /collections/{id}}.
 */
final class CollectionDocument {
  private static final String OGC_REL = "http://www.opengis.net/def/rel/ogc/1.0/";
  private static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
  private static final String GREGORIAN = "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian";
  private static final int EXTENT_DECIMALS = 7;

  private CollectionDocument() {}

  static Map<String, Object> of(FeatureSource source, CrsCatalog crs, String base) {
    Description description = source.description();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("id", description.id());
    document.put("title", title(description));
    document.put("description", description.description());
    document.put("itemType", "feature");
    extent(source.extent(), description.temporal())
        .ifPresent(extent -> document.put("extent", extent));
    document.put("crs", crs.list().stream().map(ServedCrs::uri).toList());
    document.put("storageCrs", crs.storage().uri());
    document.put("links", links(description, base).list());
    return document;
  }

  static String title(Description description) {
    return description.title() + " " + description.titleEnglish();
  }

  private static Links links(Description description, String base) {
    String id = description.id();
    String path = Links.collection(id);
    String queryables = path + "/queryables?f=json";
    String schema = path + "/schema?f=json";
    return Links.below(base)
        .add("self", "application/json", title(description), path + "?f=json")
        .add("alternate", "text/html", title(description), path + "?f=html")
        .add("items", Form.GEOJSON.mediaType(), "Items as GeoJSON", Links.items(id) + "?f=json")
        .add("items", Form.HTML.mediaType(), "Items as HTML", Links.items(id) + "?f=html")
        .add(OGC_REL + "queryables", Links.SCHEMA_TYPE, "Queryables", queryables)
        .add("queryables", "application/json", "Queryables", queryables)
        .add(OGC_REL + "schema", Links.SCHEMA_TYPE, "Schema", schema)
        .add("describedby", Links.SCHEMA_TYPE, "Schema", schema)
        .add("describedBy", Links.SCHEMA_TYPE, "Schema", schema);
  }

  private static Optional<Map<String, Object>> extent(Extent extent, boolean temporal) {
    Map<String, Object> members = new LinkedHashMap<>();
    if (!extent.lonLat().isNull()) {
      members.put("spatial", Map.of("bbox", List.of(corners(extent.lonLat())), "crs", CRS84));
    }
    if (temporal) {
      members.put(
          "temporal",
          Map.of(
              "interval",
              List.of(Arrays.asList(text(extent.from()), text(extent.to()))),
              "trs",
              GREGORIAN));
    }
    return members.isEmpty() ? Optional.empty() : Optional.of(members);
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }

  /** Rounded outwards, so that asking for the extent gives everything. */
  static List<BigDecimal> corners(Envelope box) {
    return List.of(
        floor(box.getMinX()), floor(box.getMinY()), ceiling(box.getMaxX()), ceiling(box.getMaxY()));
  }

  private static BigDecimal floor(double degrees) {
    return new BigDecimal(degrees).setScale(EXTENT_DECIMALS, RoundingMode.FLOOR);
  }

  private static BigDecimal ceiling(double degrees) {
    return new BigDecimal(degrees).setScale(EXTENT_DECIMALS, RoundingMode.CEILING);
  }
}
