package org.wangge.cases;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Envelope;
import org.wangge.db.Sql;
import org.wangge.db.Where;
import org.wangge.territory.Sight;

/** Conditions on the table of cases, in the words of the collection. */
final class CaseConditions {
  private final Where where = new Where();

  private static String fragment(String name) {
    return Sql.of(CaseStore.class, "cases#by-" + name);
  }

  CaseConditions inBoxes(List<Envelope> boxes) {
    where.inBoxes(boxes);
    return this;
  }

  /** Reported at or after. */
  CaseConditions from(Instant from) {
    where.and(fragment("from"), "from", from.atOffset(ZoneOffset.UTC));
    return this;
  }

  /** Reported at or before. */
  CaseConditions to(Instant to) {
    where.and(fragment("to"), "to", to.atOffset(ZoneOffset.UTC));
    return this;
  }

  /** Reported before. */
  CaseConditions before(Instant before) {
    where.and(fragment("before"), "before", before.atOffset(ZoneOffset.UTC));
    return this;
  }

  CaseConditions onBlocks(int[] faces) {
    where.and(fragment("face"), "faces", faces);
    return this;
  }

  /** Of what a viewer sees. */
  CaseConditions in(Sight sight) {
    if (!sight.isWhole()) {
      where.and(fragment("area"), "area", sight.boundFaces());
    }
    return this;
  }

  /** Equality by the name of a property: code, category, group, channel, status. */
  CaseConditions equal(String property, String value) {
    where.and(fragment(property.toLowerCase(Locale.ROOT)), property, value);
    return this;
  }

  /** Neither closed nor void, and shown. */
  static Where open() {
    return new Where().and(fragment("open"));
  }

  Where where() {
    return where;
  }
}
