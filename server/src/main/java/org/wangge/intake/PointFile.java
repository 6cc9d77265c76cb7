package org.wangge.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wangge.web.JsonOut;

/**
 * A file with one point per row. GeoJSON when its first character is a brace, else a table with a
 * header; UTF-8 (with or without mark) or, when it is not, GB 18030 as spreadsheets here write it.
 *
 * @param rows in file order
 * @param encoding name of the encoding found
 */
record PointFile(List<RawRow> rows, String encoding) {

  /**
   * Reads the bytes of a file.
   *
   * @throws UnreadableFileException when it is empty, no JSON, no FeatureCollection, or a header
   *     names no coordinates
   */
  static PointFile read(byte[] bytes, FieldNames names) {
    Charset charset = isUtf8(bytes) ? StandardCharsets.UTF_8 : Charset.forName("GB18030");
    String text = new String(bytes, charset);
    String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
    if (content.isBlank()) {
      throw new UnreadableFileException("文件是空的。", "请确认导出时有数据。");
    }
    boolean json = content.stripLeading().startsWith("{");
    return new PointFile(json ? features(content, names) : table(content, names), charset.name());
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException other) {
      return false;
    }
  }

  private static List<RawRow> table(String content, FieldNames names) {
    List<List<String>> records = CsvReader.read(content);
    List<String> header = records.get(0);
    requireCoordinates(header, names);
    List<RawRow> rows = new ArrayList<>();
    for (int i = 1; i < records.size(); i++) {
      if (!records.get(i).isEmpty()) {
        rows.add(new RawRow(i + 1, names.translate(zip(header, records.get(i)))));
      }
    }
    return rows;
  }

  private static void requireCoordinates(List<String> header, FieldNames names) {
    if (!names.saysWhere(header)) {
      throw new UnreadableFileException(
          "表头里没有经度、纬度两列:" + String.join(",", header), "第一行写列名,可用:" + names.describe() + "。");
    }
  }

  private static Map<String, String> zip(List<String> header, List<String> record) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(header.size(), record.size()); i++) {
      values.putIfAbsent(header.get(i), record.get(i));
    }
    return values;
  }

  private static List<RawRow> features(String content, FieldNames names) {
    JsonNode features = parse(content).path("features");
    if (!features.isArray()) {
      throw new UnreadableFileException(
          "不是 GeoJSON 的 FeatureCollection:没有 features 数组。", "导出为 FeatureCollection。");
    }
    List<RawRow> rows = new ArrayList<>();
    for (JsonNode feature : features) {
      rows.add(new RawRow(rows.size() + 1, values(feature, names)));
    }
    return rows;
  }

  private static JsonNode parse(String content) {
    try {
      return JsonOut.mapper().readTree(content);
    } catch (JsonProcessingException broken) {
      String where =
          broken.getLocation() == null ? "" : "(第 " + broken.getLocation().getLineNr() + " 行)";
      throw new UnreadableFileException("不是完整的 JSON" + where + "。", "文件可能被截断,请重新导出。");
    } catch (IOException cannotHappen) {
      throw new UncheckedIOException(cannotHappen);
    }
  }

  /**
   * The properties by field, and the point as texts; another geometry leaves its type where the
   * longitude would stand.
   */
  private static Map<String, String> values(JsonNode feature, FieldNames names) {
    Map<String, String> byName = new LinkedHashMap<>();
    feature
        .path("properties")
        .properties()
        .forEach(p -> byName.put(p.getKey(), text(p.getValue())));
    Map<String, String> values = names.translate(byName);
    JsonNode geometry = feature.path("geometry");
    boolean point = geometry.path("type").asText().equals("Point");
    values.put(
        FieldNames.LON,
        point ? geometry.path("coordinates").path(0).asText() : geometry.path("type").asText());
    values.put(FieldNames.LAT, point ? geometry.path("coordinates").path(1).asText() : "");
    return values;
  }

  private static String text(JsonNode value) {
    return value.isNull() ? "" : value.isValueNode() ? value.asText() : value.toString();
  }
}
