package org.wangge.checking;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.wangge.checking.CheckItem.CheckParty;
import org.wangge.exchange.BadFeature;
import org.wangge.topology.CheckReport;
import org.wangge.topology.Finding;
import org.wangge.topology.FindingKind;
import org.wangge.topology.Party;
import org.wangge.topology.Suggestion;
import org.wangge.topology.Words;

/**
 * Turns what the kernel found, and what could not be read, into numbered items in longitude and
 * latitude.
 */
final class CheckItems {
  private final UnaryOperator<Geometry> toLonLat;

  /**
   * @param toLonLat metres to degrees
   */
  CheckItems(UnaryOperator<Geometry> toLonLat) {
    this.toLonLat = toLonLat;
  }

  List<CheckItem> of(CheckReport report, List<BadFeature> bad) {
    List<CheckItem> items = new ArrayList<>();
    bad.forEach(feature -> items.add(unreadable(items.size() + 1, feature)));
    report.findings().forEach(finding -> items.add(of(items.size() + 1, finding)));
    return items;
  }

  private CheckItem of(int number, Finding finding) {
    return new CheckItem(
        number,
        finding.kind(),
        key(finding.cover()),
        finding.areaSquareMetres(),
        finding.widthMetres(),
        finding.parts(),
        finding.parties().stream().map(CheckItems::party).toList(),
        place(finding.place()),
        toLonLat.apply(finding.geometry()),
        key(finding.suggestion().action()),
        finding.suggestion().words(),
        finding.explanation(),
        finding.confidence());
  }

  private Coordinate place(Coordinate metres) {
    return toLonLat.apply(new GeometryFactory().createPoint(metres)).getCoordinate();
  }

  private static CheckParty party(Party party) {
    return new CheckParty(key(party.role()), party.index(), party.id(), party.sharedMetres());
  }

  private CheckItem unreadable(int number, BadFeature bad) {
    String fate = bad.kept() ? "其余部分已参加检查" : "未参加检查";
    String fateEnglish = bad.kept() ? "the rest of it was checked" : "it was left out";
    return new CheckItem(
        number,
        FindingKind.INVALID,
        "none",
        0,
        0,
        1,
        List.of(new CheckParty("polygon", bad.index(), bad.id(), 0)),
        bad.place() == null ? null : place(bad.place()),
        null,
        key(Suggestion.Action.REDRAW),
        new Words("修好这个图形后重新检查。", "Repair this feature and check again."),
        new Words(
            "第 %d 个要素（%s）无法按原样读取，%s：%s（%s）。"
                .formatted(bad.index(), bad.id(), fate, bad.what(), bad.where()),
            "Feature %d (%s) cannot be read as it is, %s: %s (%s)."
                .formatted(bad.index(), bad.id(), fateEnglish, bad.what(), bad.where())),
        1);
  }

  static String key(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
