package org.wangge.territory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a grid and what it came from, also of one that is gone.
 *
 * @param code as it was asked for
 * @param versions how it was, by day
 * @param events what happened to it or gave it ground, in the order of their recording
 * @param lineage what flowed out of it and into it, in the same order
 */
public record GridHistory(
    String code, List<Version> versions, List<Event> events, List<Step> lineage) {

  /**
   * How the grid was for a time.
   *
   * @param from first day
   * @param to first day on which it no longer was so; null while it is
   * @param publication that made it so
   */
  public record Version(
      LocalDate from,
      @Nullable LocalDate to,
      String code,
      String name,
      String community,
      String kind,
      int households,
      int people,
      int publication) {}

  /**
   * Something that happened.
   *
   * @param kind what
   * @param grid last code of the grid it happened to
   * @param document the decision
   */
  public record Event(
      ChangeKind kind,
      String grid,
      LocalDate effective,
      Instant recorded,
      int publication,
      String document,
      String author,
      String note) {}

  /**
   * What one grid gave to one grid, or kept.
   *
   * @param from last code of the giving grid
   * @param to last code of the receiving grid
   * @param share of the giving grid's households; of its area when nobody lived there
   */
  public record Step(
      String from,
      String to,
      int households,
      int people,
      double areaSquareMetres,
      double share,
      LocalDate effective,
      int publication) {}
}
