package org.wangge.features;

import static org.wangge.features.OpenApi.map;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The schemas the OpenAPI document refers to. */
final class OpenApiSchemas {
  private static final Map<String, Object> TEXT = Map.of("type", "string");
  private static final Map<String, Object> NUMBER = Map.of("type", "number");
  private static final Map<String, Object> LINKS = list(ref("link"));

  private OpenApiSchemas() {}

  static Map<String, Object> all() {
    Map<String, Object> schemas = new LinkedHashMap<>();
    schemas.put("object", Map.of("type", "object"));
    schemas.put(
        "link",
        object(List.of("href"), map("href", TEXT, "rel", TEXT, "type", TEXT, "title", TEXT)));
    schemas.put(
        "landingPage",
        object(List.of("links"), map("title", TEXT, "description", TEXT, "links", LINKS)));
    schemas.put("conformance", object(List.of("conformsTo"), map("conformsTo", list(TEXT))));
    schemas.put("extent", extent());
    schemas.put("collection", collection());
    schemas.put(
        "collections",
        object(
            List.of("links", "collections"),
            map("links", LINKS, "collections", list(ref("collection")))));
    schemas.put("geometry", object(List.of("type"), map("type", TEXT)));
    schemas.put("feature", feature());
    schemas.put("featureCollection", featureCollection());
    schemas.put(
        "problem",
        object(
            List.of(),
            map(
                "type",
                TEXT,
                "title",
                TEXT,
                "status",
                Map.of("type", "integer"),
                "detail",
                TEXT,
                "instance",
                TEXT,
                "code",
                TEXT,
                "description",
                TEXT)));
    return schemas;
  }

  private static Map<String, Object> extent() {
    Map<String, Object> spatial = object(List.of(), map("bbox", list(list(NUMBER)), "crs", TEXT));
    Map<String, Object> temporal =
        object(
            List.of(),
            map("interval", list(list(map("type", "string", "nullable", true))), "trs", TEXT));
    return object(List.of(), map("spatial", spatial, "temporal", temporal));
  }

  private static Map<String, Object> collection() {
    return object(
        List.of("id", "links"),
        map(
            "id",
            TEXT,
            "title",
            TEXT,
            "description",
            TEXT,
            "itemType",
            TEXT,
            "extent",
            ref("extent"),
            "crs",
            list(TEXT),
            "storageCrs",
            TEXT,
            "links",
            LINKS));
  }

  private static Map<String, Object> feature() {
    return object(
        List.of("type", "geometry", "properties"),
        map(
            "type",
            map("type", "string", "enum", List.of("Feature")),
            "id",
            TEXT,
            "geometry",
            map("nullable", true, "allOf", List.of(ref("geometry"))),
            "properties",
            map("type", "object", "nullable", true),
            "links",
            LINKS));
  }

  private static Map<String, Object> featureCollection() {
    Map<String, Object> count = map("type", "integer", "minimum", 0);
    return object(
        List.of("type", "features"),
        map(
            "type",
            map("type", "string", "enum", List.of("FeatureCollection")),
            "features",
            list(ref("feature")),
            "links",
            LINKS,
            "timeStamp",
            map("type", "string", "format", "date-time"),
            "numberMatched",
            count,
            "numberReturned",
            count));
  }

  private static Map<String, Object> object(List<String> required, Map<String, Object> properties) {
    return required.isEmpty()
        ? map("type", "object", "properties", properties)
        : map("type", "object", "required", required, "properties", properties);
  }

  private static Map<String, Object> list(Map<String, Object> items) {
    return map("type", "array", "items", items);
  }

  private static Map<String, Object> ref(String schema) {
    return Map.of("$ref", "#/components/schemas/" + schema);
  }
}
