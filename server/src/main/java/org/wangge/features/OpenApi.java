package org.wangge.features;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wangge.catalogue.Catalogue;
import org.wangge.catalogue.Description;
import org.wangge.catalogue.FeatureSource;
import org.wangge.catalogue.Property;

/**
 * The OpenAPI 3.0 document of {@code /ogc}: self-contained, every path with its own GET, every
 * collection with its own query parameters. Written for the clients that read it: the page size of
 * QGIS and ArcGIS is the maximum of the component {@code limit}; the conformance suite wants bbox
 * as a plain array of four to six.
 */
final class OpenApi {
  private static final String PROBLEM = "#/components/responses/problem";

  private final Catalogue catalogue;
  private final CrsCatalog crs;

  OpenApi(Catalogue catalogue, CrsCatalog crs) {
    this.catalogue = catalogue;
    this.crs = crs;
  }

  Map<String, Object> document(String base, String version) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("openapi", "3.0.3");
    document.put(
        "info",
        map(
            "title",
            "网格 Wangge",
            "description",
            "治理网格数据服务，只读。 Governance grids, for reading.",
            "version",
            version,
            "license",
            map("name", "Apache-2.0", "url", "https://www.apache.org/licenses/LICENSE-2.0")));
    document.put("servers", List.of(Map.of("url", Links.root(base))));
    document.put("tags", List.of(Map.of("name", "server"), Map.of("name", "data")));
    document.put("paths", paths());
    document.put("components", components());
    return document;
  }

  private Map<String, Object> paths() {
    Map<String, Object> paths = new LinkedHashMap<>();
    paths.put(
        "/",
        get(
            "landing",
            "Landing page",
            "server",
            List.of(ref("f")),
            "landingPage",
            "application/json"));
    paths.put(
        "/conformance",
        get(
            "conformance",
            "Conformance classes",
            "server",
            List.of(ref("f")),
            "conformance",
            "application/json"));
    paths.put(
        "/api",
        get("api", "This document", "server", List.of(ref("f")), "object", Links.OPENAPI_TYPE));
    paths.put(
        "/collections",
        get(
            "collections",
            "The collections",
            "server",
            List.of(ref("f")),
            "collections",
            "application/json"));
    catalogue.list().stream()
        .map(FeatureSource::description)
        .forEach(description -> collection(paths, description));
    return paths;
  }

  private static void collection(Map<String, Object> paths, Description description) {
    String id = description.id();
    String name = description.titleEnglish();
    paths.put(
        Links.collection(id),
        get(
            id + ".describe",
            "Describe " + name,
            "data",
            List.of(ref("f")),
            "collection",
            "application/json"));
    paths.put(
        Links.collection(id) + "/queryables",
        get(
            id + ".queryables",
            "Queryables of " + name,
            "data",
            List.of(ref("f")),
            "object",
            Links.SCHEMA_TYPE));
    paths.put(
        Links.collection(id) + "/schema",
        get(
            id + ".schema",
            "Schema of " + name,
            "data",
            List.of(ref("f")),
            "object",
            Links.SCHEMA_TYPE));
    paths.put(
        Links.items(id),
        get(
            id + ".items",
            "List " + name,
            "data",
            itemsParameters(description),
            "featureCollection",
            "application/geo+json"));
    paths.put(
        Links.items(id) + "/{featureId}",
        get(
            id + ".item",
            "One of " + name,
            "data",
            itemParameters(description),
            "feature",
            "application/geo+json"));
  }

  private static List<Object> itemsParameters(Description description) {
    List<Object> parameters = new ArrayList<>();
    List.of("f", "limit", "offset", "bbox", "bbox-crs", "datetime", "crs")
        .forEach(name -> parameters.add(ref(name)));
    ItemsRequest.filterable(description).forEach(property -> parameters.add(filter(property)));
    return parameters;
  }

  private static List<Object> itemParameters(Description description) {
    List<Object> parameters = new ArrayList<>(List.of(ref("featureId"), ref("f"), ref("crs")));
    if (description.temporal()) {
      parameters.add(ref("datetime"));
    }
    return parameters;
  }

  private static Map<String, Object> filter(Property property) {
    Map<String, Object> schema = SchemaDocument.property(property);
    schema.remove("title");
    return map(
        "name",
        property.name(),
        "in",
        "query",
        "description",
        property.title(),
        "required",
        false,
        "schema",
        schema,
        "style",
        "form",
        "explode",
        false);
  }

  private static Map<String, Object> get(
      String id, String summary, String tag, List<?> parameters, String schema, String type) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put(type, Map.of("schema", Map.of("$ref", "#/components/schemas/" + schema)));
    content.put("text/html", Map.of("schema", Map.of("type", "string")));
    Map<String, Object> responses = new LinkedHashMap<>();
    responses.put("200", map("description", summary, "content", content));
    responses.put("default", Map.of("$ref", PROBLEM));
    return Map.of(
        "get",
        map(
            "operationId",
            id,
            "summary",
            summary,
            "tags",
            List.of(tag),
            "parameters",
            parameters,
            "responses",
            responses));
  }

  private static Map<String, Object> ref(String parameter) {
    return Map.of("$ref", "#/components/parameters/" + parameter);
  }

  private Map<String, Object> components() {
    Map<String, Object> problem =
        Map.of(
            "application/problem+json",
            Map.of("schema", Map.of("$ref", "#/components/schemas/problem")));
    return map(
        "parameters",
        parameters(),
        "schemas",
        OpenApiSchemas.all(),
        "responses",
        Map.of("problem", map("description", "A problem (RFC 9457)", "content", problem)));
  }

  private Map<String, Object> parameters() {
    Map<String, Object> uri =
        map(
            "type",
            "string",
            "format",
            "uri",
            "enum",
            crs.list().stream().map(ServedCrs::uri).toList(),
            "default",
            crs.list().get(0).uri());
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put(
        "f",
        query(
            "f",
            "Representation, instead of Accept",
            map("type", "string", "enum", List.of("json", "geojson", "html"))));
    parameters.put(
        "limit",
        query(
            "limit",
            "At most so many items",
            map(
                "type",
                "integer",
                "minimum",
                1,
                "maximum",
                ItemsRequest.LARGEST_LIMIT,
                "default",
                ItemsRequest.DEFAULT_LIMIT)));
    parameters.put(
        "offset",
        query("offset", "Skip so many items", map("type", "integer", "minimum", 0, "default", 0)));
    parameters.put(
        "bbox",
        query(
            "bbox",
            "Items that meet this box: two corners, in CRS84 unless bbox-crs says otherwise",
            map("type", "array", "minItems", 4, "maxItems", 6, "items", Map.of("type", "number"))));
    parameters.put("bbox-crs", query("bbox-crs", "CRS of bbox", uri));
    parameters.put(
        "datetime",
        query(
            "datetime", "Instant or interval (RFC 3339), open with ..", Map.of("type", "string")));
    parameters.put("crs", query("crs", "CRS of the answer", uri));
    parameters.put(
        "featureId",
        map(
            "name",
            "featureId",
            "in",
            "path",
            "description",
            "Identifier of an item",
            "required",
            true,
            "schema",
            Map.of("type", "string")));
    return parameters;
  }

  private static Map<String, Object> query(
      String name, String description, Map<String, Object> schema) {
    return map(
        "name",
        name,
        "in",
        "query",
        "description",
        description,
        "required",
        false,
        "schema",
        schema,
        "style",
        "form",
        "explode",
        false);
  }

  /** A map in the order given: name, value, name, value … */
  static Map<String, Object> map(Object... pairs) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], pairs[i + 1]);
    }
    return map;
  }
}
