package org.wangge.planning;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.wangge.web.GeoJsonWriter;

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
    json.put("geometry", GeoJsonWriter.raw(lonLat));
    json.put("properties", properties);
    return json;
  }
}
