package org.wangge.exchange;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * In which coordinates a layer is, and why that is believed.
 *
 * @param crs null when the file does not say and its numbers allow no guess
 * @param source who says so
 * @param why one clause for people: "the file's .prj says so"
 */
public record CrsInfo(@Nullable Crs crs, Source source, String why) {

  /** Where the knowledge comes from. */
  public enum Source {
    /** the caller gave it */
    GIVEN,
    /** the file says it */
    FILE,
    /** the format's specification fixes it */
    FORMAT,
    /** nobody says it */
    UNKNOWN
  }

  public static CrsInfo given(Crs crs) {
    return new CrsInfo(crs, Source.GIVEN, "it was given with the request");
  }

  /** Longitude and latitude that were worked out as the caller asked. */
  static CrsInfo converted(String from) {
    return new CrsInfo(Crs.CRS84, Source.GIVEN, from);
  }

  public static CrsInfo file(Crs crs, String why) {
    return new CrsInfo(crs, Source.FILE, why);
  }

  public static CrsInfo format(String format) {
    return new CrsInfo(Crs.CRS84, Source.FORMAT, format + " is always in longitude and latitude");
  }

  public static CrsInfo unknown(String why) {
    return new CrsInfo(null, Source.UNKNOWN, why);
  }

  public Optional<Crs> findCrs() {
    return Optional.ofNullable(crs);
  }

  /** "EPSG:4547 (…): the file's .prj says so". */
  public String describe() {
    return findCrs().map(Crs::label).orElse("unknown coordinates") + ": " + why;
  }
}
