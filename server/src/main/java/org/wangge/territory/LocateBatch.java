package org.wangge.territory;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wangge.web.JsonBytes;
import org.wangge.web.Problem;
import org.wangge.web.ProblemException;
import org.wangge.web.ProblemKind;

/**
 * Locates many points in one publication.
 *
 * <p>JSON: {@code {"points": [[lon, lat], …]}} or {@code {"points": [{"id": …, "lon": …, "lat": …},
 * …]}} or the array alone. CSV: UTF-8, a header with a column lon (lng, longitude, 经度) and a column
 * lat (latitude, 纬度); every row comes back as it was with the columns found, gridCode …
 * districtName added.
 */
final class LocateBatch {
  static final int MOST_POINTS = 100_000;

  private static final List<String> LON = List.of("lon", "lng", "longitude", "x", "经度");
  private static final List<String> LAT = List.of("lat", "latitude", "y", "纬度");
  private static final String ADDED =
      "found,gridCode,gridName,communityCode,communityName,townshipCode,townshipName,districtCode";

  private final InForce inForce;

  LocateBatch(InForce inForce) {
    this.inForce = inForce;
  }

  /**
   * @throws ProblemException 400 naming the first point that cannot be read, 413 for too many
   */
  byte[] json(JsonNode body, LocalDate date) {
    JsonNode points = body.isArray() ? body : body.path("points");
    if (!points.isArray()) {
      throw Problem.of(ProblemKind.BAD_BODY, "The body has no array \"points\".")
          .withWhere("request body")
          .withRemedy("Send {\"points\": [[lon, lat], …]}.")
          .raise();
    }
    requireFew(points.size());
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
    JsonBytes json = new JsonBytes(out);
    json.beginObject().name("date").text(date.toString());
    json.name("publication").number(inForce.publication().number());
    json.name("results").beginArray();
    int found = 0;
    for (int i = 0; i < points.size(); i++) {
      found += writeResult(json, points.get(i), i) ? 1 : 0;
    }
    json.endArray().name("count").number(points.size()).name("found").number(found);
    json.endObject().flush();
    return out.toByteArray();
  }

  private boolean writeResult(JsonBytes json, JsonNode point, int index) {
    double lon = ordinate(point, 0, "lon", 180, index);
    double lat = ordinate(point, 1, "lat", 90, index);
    Optional<Place> place = inForce.locate(lon, lat);
    json.beginObject();
    if (point.hasNonNull("id")) {
      json.name("id").text(point.get("id").asText());
    }
    json.name("lon").number(lon).name("lat").number(lat).name("found").bool(place.isPresent());
    place.ifPresent(found -> writePlace(json, found));
    json.endObject();
    return place.isPresent();
  }

  private static void writePlace(JsonBytes json, Place place) {
    json.name("gridCode").text(place.grid().code()).name("gridName").text(place.grid().name());
    unit(json, "community", place.community());
    unit(json, "township", place.township());
    json.name("districtCode").text(place.district().code());
  }

  private static void unit(JsonBytes json, String level, Unit unit) {
    json.name(level + "Code").text(unit.code()).name(level + "Name").text(unit.name());
  }

  private static double ordinate(JsonNode point, int at, String name, double limit, int index) {
    JsonNode value = point.isArray() ? point.path(at) : point.path(name);
    if (!value.isNumber() || !(Math.abs(value.asDouble()) <= limit)) {
      throw badPoint("point " + index + ", " + name, value.toString(), limit);
    }
    return value.asDouble();
  }

  private static ProblemException badPoint(String where, String value, double limit) {
    return Problem.of(ProblemKind.BAD_BODY, "A coordinate cannot be used.")
        .withWhere(where)
        .withValue(value)
        .withRemedy(
            "Give a number between " + (long) -limit + " and " + (long) limit + ", in degrees.")
        .raise();
  }

  private static void requireFew(int count) {
    if (count > MOST_POINTS) {
      throw Problem.of(
              ProblemKind.TOO_LARGE,
              "There are " + count + " points, more than " + MOST_POINTS + ".")
          .withRemedy("Send them in parts of " + MOST_POINTS + ".")
          .raise();
    }
  }

  /**
   * @throws ProblemException 400 naming row and column of the first point that cannot be read, 413
   *     for too many
   */
  byte[] csv(byte[] body) {
    List<List<String>> rows = CsvText.parse(new String(body, StandardCharsets.UTF_8));
    if (rows.isEmpty()) {
      throw Problem.of(ProblemKind.BAD_BODY, "The CSV is empty.").withWhere("row 1").raise();
    }
    requireFew(rows.size() - 1);
    int lon = column(rows.get(0), LON);
    int lat = column(rows.get(0), LAT);
    StringBuilder out = new StringBuilder(body.length * 2);
    out.append(CsvText.line(rows.get(0))).append(',').append(ADDED).append("\r\n");
    for (int i = 1; i < rows.size(); i++) {
      List<String> row = rows.get(i);
      Optional<Place> place =
          inForce.locate(cell(row, lon, i, "lon", 180), cell(row, lat, i, "lat", 90));
      out.append(CsvText.line(row)).append(',').append(CsvText.line(cells(place))).append("\r\n");
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static int column(List<String> header, List<String> names) {
    for (int i = 0; i < header.size(); i++) {
      if (names.contains(header.get(i).strip().toLowerCase(Locale.ROOT))) {
        return i;
      }
    }
    throw Problem.of(ProblemKind.BAD_BODY, "The CSV has no column " + names.get(0) + ".")
        .withWhere("row 1")
        .withValue(String.join(",", header))
        .withRemedy("Name one column " + String.join(" or ", names) + ".")
        .raise();
  }

  private static double cell(List<String> row, int column, int index, String name, double limit) {
    String text = column < row.size() ? row.get(column).strip() : "";
    try {
      double value = Double.parseDouble(text);
      if (Math.abs(value) <= limit) {
        return value;
      }
    } catch (NumberFormatException e) {
      // falls through to the one message for both
    }
    throw badPoint("row " + (index + 1) + ", column " + name, text, limit);
  }

  private static List<String> cells(Optional<Place> place) {
    return place
        .map(
            found ->
                List.of(
                    "true",
                    found.grid().code(),
                    found.grid().name(),
                    found.community().code(),
                    found.community().name(),
                    found.township().code(),
                    found.township().name(),
                    found.district().code()))
        .orElse(List.of("false", "", "", "", "", "", "", ""));
  }
}
