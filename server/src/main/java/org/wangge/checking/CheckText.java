package org.wangge.checking;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.topology.FindingKind;
import org.wangge.topology.Words;

/**
 * A check as text for people: what was read, what is wrong in one line, then a table, worst first.
 */
public final class CheckText {
  private static final int LONGEST_TABLE = 200;
  private static final int MOST_PARTIES = 4;

  private final boolean chinese;

  /**
   * @param chinese the language of sentences; kinds are always told in both
   */
  public CheckText(boolean chinese) {
    this.chinese = chinese;
  }

  public String of(Check check) {
    StringBuilder text = new StringBuilder();
    check.sources().forEach(source -> text.append("  ").append(source).append('\n'));
    check.warnings().forEach(warning -> text.append("! ").append(warning).append('\n'));
    check.findApart().ifPresent(apart -> text.append("! ").append(say(apart.words())).append('\n'));
    text.append(verdict(check)).append('\n');
    if (!check.isClean()) {
      appendTable(text, check.items());
    }
    check.findGround().ifPresent(ground -> appendGround(text, ground));
    return text.toString();
  }

  private String say(Words words) {
    return chinese ? words.chinese() : words.english();
  }

  private static String verdict(Check check) {
    if (check.isClean()) {
      return "%d polygons, no findings%s"
          .formatted(
              check.polygons(), check.provedClean() ? ": proved seamless to the millimetre" : "");
    }
    String counts =
        check.counts().entrySet().stream()
            .filter(entry -> entry.getValue() > 0)
            .map(CheckText::count)
            .collect(Collectors.joining(", "));
    return "%d polygons, %d findings: %s".formatted(check.polygons(), check.items().size(), counts);
  }

  private static String count(Map.Entry<FindingKind, Integer> entry) {
    return "%d %s %s".formatted(entry.getValue(), entry.getKey().key(), entry.getKey().label());
  }

  private void appendTable(StringBuilder text, List<CheckItem> items) {
    text.append(row("#", "kind", "area m²", "width m", "lon, lat", "who"));
    items.stream().limit(LONGEST_TABLE).forEach(item -> appendItem(text, item));
    if (items.size() > LONGEST_TABLE) {
      text.append(
          "… and %d more: --format json lists all\n".formatted(items.size() - LONGEST_TABLE));
    }
  }

  /** Every overlap and gap on its own: nothing where there is none. */
  private static void appendGround(StringBuilder text, CheckGround ground) {
    if (ground.pieces().isEmpty()) {
      return;
    }
    text.append(
        "ground: %d overlaps, %d gaps, %d of them hairlines under the tolerance%n"
            .formatted(ground.overlapCount(), ground.gapCount(), ground.hairlineCount())
            .replace("\r\n", "\n"));
    text.append(row("", "piece", "area m²", "width m", "lon, lat", "who"));
    ground.pieces().stream().limit(LONGEST_TABLE).forEach(piece -> appendPiece(text, piece));
  }

  private static void appendPiece(StringBuilder text, CheckGround.Piece piece) {
    text.append(
        row(
            "",
            piece.kind() + (piece.hairline() ? " hairline" : ""),
            number("%.3g", piece.areaSquareMetres()),
            number("%.2g", piece.widthMetres()),
            place(new Coordinate(piece.longitude(), piece.latitude())),
            String.join(" | ", piece.parties())));
  }

  private void appendItem(StringBuilder text, CheckItem item) {
    text.append(
        row(
            String.valueOf(item.number()),
            item.kind().key() + " " + item.kind().label(),
            number("%.1f", item.areaSquareMetres()),
            number("%.3f", item.widthMetres()),
            item.place() == null ? "-" : place(item.place()),
            parties(item)));
    if (item.kind() == FindingKind.INVALID) {
      text.append("      ").append(say(item.explanation())).append('\n');
    }
    text.append("      → ").append(say(item.suggestion())).append('\n');
  }

  private static String place(Coordinate place) {
    return String.format(Locale.ROOT, "%.6f, %.6f", place.x, place.y);
  }

  private static String number(String pattern, double value) {
    return value == 0 ? "-" : String.format(Locale.ROOT, pattern, value);
  }

  private static String parties(CheckItem item) {
    String names =
        item.parties().stream()
            .limit(MOST_PARTIES)
            .map(
                party ->
                    party.role().equals("polygon")
                        ? party.id()
                        : (party.role() + " " + party.id()).strip())
            .collect(Collectors.joining(" | "));
    int more = item.parties().size() - MOST_PARTIES;
    return more > 0 ? names + " +" + more : names;
  }

  private static String row(
      String number, String kind, String area, String width, String place, String who) {
    return "%5s %s %12s %9s  %s %s%n"
        .formatted(number, padded(kind, 20), area, width, padded(place, 24), who)
        .replace("\r\n", "\n");
  }

  /** Chinese characters take two columns of a terminal. */
  private static String padded(String text, int columns) {
    int width = text.codePoints().map(c -> c >= 0x1100 && c != 0x2192 ? 2 : 1).sum();
    return text + " ".repeat(Math.max(0, columns - width));
  }
}
