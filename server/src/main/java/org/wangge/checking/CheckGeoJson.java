package org.wangge.checking;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wangge.web.GeoJsonWriter;

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
    json.put("geometry", item.geometry() == null ? null : GeoJsonWriter.raw(item.geometry()));
    json.put("properties", CheckJson.item(item));
    return json;
  }
}
