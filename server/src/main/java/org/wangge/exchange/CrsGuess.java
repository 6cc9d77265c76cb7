package org.wangge.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * What coordinates a layer is in, after looking at its numbers: what the file says is believed
 * unless the numbers cannot be that, and everything doubtful becomes a warning.
 *
 * @param crs the system to read the coordinates in; null when none can be proposed: the caller must
 *     give one, or take the numbers as metres of no particular place
 * @param swapped the axes are latitude, longitude: they must be exchanged
 * @param warnings for people
 */
public record CrsGuess(@Nullable Crs crs, boolean swapped, List<String> warnings) {
  private static final int LEAST_CHINA_EASTING_METRES = 250_000;

  public CrsGuess {
    warnings = List.copyOf(warnings);
  }

  public Optional<Crs> findCrs() {
    return Optional.ofNullable(crs);
  }

  /** Looks at a layer on its own. */
  public static CrsGuess of(Layer layer) {
    Envelope box = extent(layer);
    Optional<Crs> said = layer.crs().findCrs();
    if (box.isNull() || layer.crs().source() == CrsInfo.Source.GIVEN) {
      return new CrsGuess(said.orElse(null), false, List.of());
    }
    if (said.isEmpty()) {
      return guess(layer, box);
    }
    return said.get().geographic() && looksSwapped(box)
        ? new CrsGuess(said.get(), true, List.of(swappedWords(box)))
        : new CrsGuess(said.get(), false, List.of());
  }

  /**
   * Looks at a layer beside a place it should lie in: also finds axes that are swapped without
   * being impossible, and the offset of Chinese web maps.
   *
   * @param reference longitude and latitude of the place, e.g. the district's extent; a null
   *     envelope (JTS) when it is not known
   */
  public static CrsGuess of(Layer layer, Envelope reference) {
    CrsGuess guess = of(layer);
    if (guess.crs == null || guess.swapped || extent(layer).isNull() || reference.isNull()) {
      return guess;
    }
    Envelope box = lonLat(extent(layer), guess.crs);
    if (!box.intersects(reference) && swap(box).intersects(reference)) {
      return new CrsGuess(guess.crs, true, with(guess.warnings, swappedWords(box)));
    }
    return !box.isNull() && OffsetGuess.looksShifted(box, reference)
        ? new CrsGuess(guess.crs, false, with(guess.warnings, OffsetGuess.words()))
        : guess;
  }

  private static List<String> with(List<String> warnings, String more) {
    List<String> all = new ArrayList<>(warnings);
    all.add(more);
    return all;
  }

  static Envelope extent(Layer layer) {
    Envelope box = new Envelope();
    layer
        .features()
        .forEach(feature -> box.expandToInclude(feature.geometry().getEnvelopeInternal()));
    return box;
  }

  private static Envelope lonLat(Envelope box, Crs crs) {
    double[] corners = {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()};
    try {
      crs.toLonLat().apply(corners, 2);
    } catch (CrsException e) {
      return new Envelope();
    }
    return new Envelope(corners[0], corners[2], corners[1], corners[3]);
  }

  private static Envelope swap(Envelope box) {
    return new Envelope(box.getMinY(), box.getMaxY(), box.getMinX(), box.getMaxX());
  }

  /** Latitude, longitude that cannot be longitude, latitude; or China turned about its diagonal. */
  private static boolean looksSwapped(Envelope box) {
    boolean impossible = Math.abs(box.centre().y) > 90 && Math.abs(box.centre().x) <= 90;
    boolean polar =
        box.getMinY() > 72 && box.getMaxY() <= 90 && Gcj02.covers(box.centre().y, box.centre().x);
    return impossible || polar;
  }

  private static String swappedWords(Envelope box) {
    return "the axes look swapped (latitude, longitude): the data lies at x %s, y %s; they were exchanged"
        .formatted(range(box.getMinX(), box.getMaxX()), range(box.getMinY(), box.getMaxY()));
  }

  private static String range(double from, double to) {
    return String.format(Locale.ROOT, "%.4f–%.4f", from, to);
  }

  private static CrsGuess guess(Layer layer, Envelope box) {
    if (fitsDegrees(box)) {
      boolean swapped = looksSwapped(box);
      String words =
          "%s and the numbers look like degrees: read as longitude and latitude"
              .formatted(layer.crs().why());
      return new CrsGuess(
          Crs.CRS84, swapped, swapped ? List.of(words, swappedWords(box)) : List.of(words));
    }
    if (looksSwapped(box)) {
      return new CrsGuess(Crs.CRS84, true, List.of(swappedWords(box)));
    }
    return new CrsGuess(null, false, List.of(metresWords(layer, box)));
  }

  private static boolean fitsDegrees(Envelope box) {
    return box.getMinX() >= -180
        && box.getMaxX() <= 180
        && box.getMinY() >= -90
        && box.getMaxY() <= 90;
  }

  private static String metresWords(Layer layer, Envelope box) {
    String lies =
        "x %s, y %s"
            .formatted(range(box.getMinX(), box.getMaxX()), range(box.getMinY(), box.getMaxY()));
    return "%s; the numbers (%s) look like metres without a known coordinate system and are taken as plain metres%s"
        .formatted(layer.crs().why(), lies, proposal(box));
  }

  private static String proposal(Envelope box) {
    double x = box.centre().x;
    double y = box.centre().y;
    int prefix = (int) Math.floor(x / 1e6);
    if (prefix >= 25 && prefix <= 45) {
      return "; the leading %d looks like a 3° zone: give --crs EPSG:%d if so"
          .formatted(prefix, 4513 + prefix - 25);
    }
    if (prefix >= 13 && prefix <= 23) {
      return "; the leading %d looks like a 6° zone: give --crs EPSG:%d if so"
          .formatted(prefix, 4491 + prefix - 13);
    }
    boolean china = x > LEAST_CHINA_EASTING_METRES && x < 750_000 && y > 1_900_000 && y < 6_000_000;
    return china
        ? "; they fit a CGCS2000 3° Gauss-Kruger zone: give --crs EPSG:4534 to 4554 by its central"
            + " meridian (114° is EPSG:4547)"
        : "; give --crs EPSG:n to place them";
  }
}
