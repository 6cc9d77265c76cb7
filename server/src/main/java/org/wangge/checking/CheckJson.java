package org.wangge.checking;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.checking.CheckItem.CheckParty;
import org.wangge.topology.ApartNotice;
import org.wangge.topology.FindingKind;
import org.wangge.topology.Words;

/**
 * A check as JSON values: {@code polygons}, {@code counts} by kind, {@code findings} worst first,
 * and what was read. Areas, widths and lengths in metres to the millimetre, places in degrees.
 * Beside them {@code ground}: every overlap and enclosed gap on its own, with four significant
 * digits.
 */
public final class CheckJson {
  private static final double PER_METRE = 1000;

  private CheckJson() {}

  /** Everything, findings as plain objects. */
  public static Map<String, @Nullable Object> report(Check check) {
    Map<String, @Nullable Object> json = summary(check);
    json.put("findings", check.items().stream().map(CheckJson::item).toList());
    return json;
  }

  /** Everything but the findings. */
  public static Map<String, @Nullable Object> summary(Check check) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("polygons", check.polygons());
    json.put("clean", check.isClean());
    json.put("provedClean", check.provedClean());
    json.put("counts", counts(check.counts()));
    json.put("crs", check.crs());
    json.put("sources", check.sources());
    json.put("warnings", check.warnings());
    json.put("tolerated", check.tolerated());
    json.put("ground", check.findGround().map(CheckJson::ground).orElse(null));
    json.put("apart", check.findApart().map(CheckJson::apart).orElse(null));
    return json;
  }

  private static Map<String, Integer> counts(Map<FindingKind, Integer> counts) {
    Map<String, Integer> json = new LinkedHashMap<>();
    counts.forEach((kind, count) -> json.put(kind.key(), count));
    return json;
  }

  private static Map<String, @Nullable Object> ground(CheckGround ground) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("overlaps", ground.overlapCount());
    json.put("gaps", ground.gapCount());
    json.put("hairlines", ground.hairlineCount());
    json.put("pieces", ground.pieces().stream().map(CheckJson::piece).toList());
    return json;
  }

  private static Map<String, @Nullable Object> piece(CheckGround.Piece piece) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("kind", piece.kind());
    json.put("widthMetres", significant(piece.widthMetres()));
    json.put("areaSquareMetres", significant(piece.areaSquareMetres()));
    json.put("hairline", piece.hairline());
    json.put("parties", piece.parties());
    json.put("place", List.of(piece.longitude(), piece.latitude()));
    return json;
  }

  private static Map<String, @Nullable Object> apart(ApartNotice apart) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("unmatchedShare", apart.unmatchedShare());
    json.put("typicalOffsetMetres", apart.typicalOffsetMetres());
    json.put("alignMetres", apart.alignMetres());
    json.putAll(words(apart.words()));
    return json;
  }

  /** One finding. */
  public static Map<String, @Nullable Object> item(CheckItem item) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("number", item.number());
    json.put("kind", item.kind().key());
    json.put("label", item.kind().label());
    json.put("cover", item.cover());
    json.put("areaSquareMetres", rounded(item.areaSquareMetres()));
    json.put("widthMetres", rounded(item.widthMetres()));
    json.put("parts", item.parts());
    json.put("parties", item.parties().stream().map(CheckJson::party).toList());
    json.put("place", item.place() == null ? null : place(item.place()));
    json.put("suggestion", suggestion(item));
    json.put("explanation", item.explanation().chinese());
    json.put("explanationEnglish", item.explanation().english());
    json.put("confidence", item.confidence());
    return json;
  }

  private static Map<String, @Nullable Object> suggestion(CheckItem item) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("action", item.action());
    json.putAll(words(item.suggestion()));
    return json;
  }

  private static Map<String, @Nullable Object> party(CheckParty party) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("role", party.role());
    json.put("index", party.index());
    json.put("id", party.id());
    json.put("sharedMetres", rounded(party.sharedMetres()));
    return json;
  }

  private static Map<String, String> words(Words words) {
    Map<String, String> json = new LinkedHashMap<>();
    json.put("text", words.chinese());
    json.put("english", words.english());
    return json;
  }

  private static List<Double> place(Coordinate place) {
    return List.of(place.x, place.y);
  }

  /** Pieces can be thinner than any fixed number of decimals shows. */
  private static double significant(double value) {
    return new BigDecimal(value).round(new MathContext(4)).doubleValue();
  }

  private static double rounded(double metres) {
    return Math.rint(metres * PER_METRE) / PER_METRE;
  }
}
