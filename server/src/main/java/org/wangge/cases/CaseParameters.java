package org.wangge.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.wangge.web.Query;

/**
 * What the paths of cases have in common in their query: {@code from} and {@code to} are days of
 * local time, both included; {@code category} is a list of four-digit categories or two-digit
 * groups; {@code channel} a list of labels.
 */
final class CaseParameters {
  private static final String[] FILTER = {"from", "to", "category", "channel"};

  private CaseParameters() {}

  /** The names of the filter's parameters and further ones. */
  static String[] filterAnd(String... more) {
    return Stream.concat(Stream.of(FILTER), Stream.of(more)).toArray(String[]::new);
  }

  static CaseFilter filter(Query query, ZoneId zone) {
    return new CaseFilter(from(query, zone), to(query, zone), categories(query), channels(query));
  }

  private static @Nullable Instant from(Query query, ZoneId zone) {
    return query.findDate("from").map(day -> start(day, zone)).orElse(null);
  }

  private static @Nullable Instant to(Query query, ZoneId zone) {
    Optional<LocalDate> last = query.findDate("to");
    Optional<LocalDate> first = query.findDate("from");
    if (last.isPresent() && first.isPresent() && last.get().isBefore(first.get())) {
      throw Query.bad("to", query.getText("to"), "is before from", "Give a day not before from.");
    }
    return last.map(day -> start(day.plusDays(1), zone)).orElse(null);
  }

  private static Instant start(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }

  private static Set<String> categories(Query query) {
    List<String> codes = query.listTexts("category");
    codes.forEach(CaseParameters::requireCategory);
    return new HashSet<>(codes);
  }

  private static void requireCategory(String code) {
    if (Categories.standard().find(code).filter(category -> !category.restricted()).isEmpty()) {
      throw Query.bad(
          "category", code, "names no category", "GET /api/v1/cases/categories lists them.");
    }
  }

  private static Set<Channel> channels(Query query) {
    return query.listTexts("channel").stream()
        .map(CaseParameters::channel)
        .collect(Collectors.toSet());
  }

  private static Channel channel(String label) {
    return Channel.find(label)
        .orElseThrow(
            () ->
                Query.bad(
                    "channel",
                    label,
                    "is no channel",
                    "Known: " + String.join(", ", Channel.labels()) + "."));
  }

  /**
   * The picture asked for by {@code bbox} (west, south, east, north), {@code width} and {@code
   * height}.
   */
  static Viewport viewport(Query query) {
    double[] box =
        query
            .findNumbers("bbox", 4)
            .orElseThrow(() -> Query.bad("bbox", "", "is needed", "Give west,south,east,north."));
    if (!(box[0] < box[2] && box[1] < box[3] && box[1] > -85 && box[3] < 85)) {
      throw Query.bad(
          "bbox",
          query.getText("bbox"),
          "is no box",
          "Give west,south,east,north in degrees, west < east, south < north.");
    }
    int width = query.findInt("width", 1, 2048).orElse(256);
    int height = query.findInt("height", 1, 2048).orElse(256);
    return new Viewport(new Envelope(box[0], box[2], box[1], box[3]), width, height);
  }
}
