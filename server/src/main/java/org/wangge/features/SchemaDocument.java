package org.wangge.features;

import java.util.LinkedHashMap;
import java.util.Map;
import org.wangge.catalogue.Description;
import org.wangge.catalogue.Property;

/** JSON Schema (2020-12) of a collection: of its items, and of what can be asked for. */
final class SchemaDocument {
  private SchemaDocument() {}

  /** All properties, the identifier and the geometry with their roles. */
  static Map<String, Object> schema(Description description, String id) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put(
        "id", Map.of("type", "string", "title", "标识", "x-ogc-role", "id", "readOnly", true));
    properties.put("geometry", geometry(description, true));
    description
        .properties()
        .forEach(property -> properties.put(property.name(), property(property)));
    return document(description, id, properties);
  }

  /** What can be a query parameter, and the geometry, which {@code bbox} asks for. */
  static Map<String, Object> queryables(Description description, String id) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("geometry", geometry(description, false));
    ItemsRequest.filterable(description)
        .forEach(property -> properties.put(property.name(), property(property)));
    Map<String, Object> document = document(description, id, properties);
    document.put("additionalProperties", false);
    return document;
  }

  private static Map<String, Object> document(
      Description description, String id, Map<String, Object> properties) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    document.put("$id", id);
    document.put("type", "object");
    document.put("title", CollectionDocument.title(description));
    document.put("description", description.description());
    document.put("properties", properties);
    return document;
  }

  /** A spatial property has a format and no type. */
  private static Map<String, Object> geometry(Description description, boolean role) {
    Map<String, Object> geometry = new LinkedHashMap<>();
    geometry.put("title", "位置");
    geometry.put("format", format(description.geometry()));
    if (role) {
      geometry.put("x-ogc-role", "primary-geometry");
    }
    return geometry;
  }

  private static String format(Description.GeometryKind kind) {
    return switch (kind) {
      case POINT -> "geometry-point";
      case LINE -> "geometry-linestring-or-multilinestring";
      case POLYGON -> "geometry-polygon-or-multipolygon";
      case ANY -> "geometry-any";
    };
  }

  /** The schema of one property; also of the query parameter of its name. */
  static Map<String, Object> property(Property property) {
    Map<String, Object> schema = type(property.type());
    schema.put("title", property.title());
    if (!property.values().isEmpty()) {
      schema.put("enum", property.values());
    }
    if (property.privacy() == Property.Privacy.PERSONAL) {
      schema.put("x-wangge-privacy", "personal");
    }
    return schema;
  }

  static Map<String, Object> type(Property.Type type) {
    Map<String, Object> schema = new LinkedHashMap<>();
    switch (type) {
      case STRING -> schema.put("type", "string");
      case INTEGER -> schema.put("type", "integer");
      case NUMBER -> schema.put("type", "number");
      case BOOLEAN -> schema.put("type", "boolean");
      case DATE -> schema.putAll(Map.of("type", "string", "format", "date"));
      case DATE_TIME -> schema.putAll(Map.of("type", "string", "format", "date-time"));
    }
    return schema;
  }
}
