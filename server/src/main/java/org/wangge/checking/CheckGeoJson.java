package org.wangge.checking;

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

/** The items of a check as a GeoJSON collection (CRS84), their particulars as properties. */
public final class CheckGeoJson {
  private CheckGeoJson() {}

  public static Map<String, @Nullable Object> collection(List<CheckItem> items) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("type", "FeatureCollection");
    json.put("features", items.stream().map(CheckGeoJson::feature).toList());
    return json;
  }

  private static Map<String, @Nullable Object> feature(CheckItem item) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("type", "Feature");
    json.put("id", item.number());
    json.put("geometry", item.geometry() == null ? null : new RawValue(geometry(item.geometry())));
    json.put("properties", CheckJson.item(item));
    return json;
  }

  private static String geometry(Geometry geometry) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    JsonBytes json = new JsonBytes(bytes);
    GeoJsonWriter.lonLat(json).geometry(geometry);
    json.flush();
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
