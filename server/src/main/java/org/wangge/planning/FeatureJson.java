package org.wangge.planning;

import com.fasterxml.jackson.databind.util.RawValue;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.wangge.web.GeoJsonWriter;
import org.wangge.web.JsonBytes;

/** GeoJSON features in degrees. */
final class FeatureJson {
  private FeatureJson() {}

  static Map<String, Object> collection(List<? extends Map<String, ?>> features) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("type", "FeatureCollection");
    json.put("features", features);
    return json;
  }

  static Map<String, Object> feature(
      Object id, Geometry lonLat, Map<String, ? extends @Nullable Object> properties) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("type", "Feature");
    json.put("id", id);
    json.put("geometry", new RawValue(geometry(lonLat)));
    json.put("properties", properties);
    return json;
  }

  private static String geometry(Geometry lonLat) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    JsonBytes json = new JsonBytes(bytes);
    GeoJsonWriter.lonLat(json).geometry(lonLat);
    json.flush();
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
