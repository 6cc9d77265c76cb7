package org.wangge.party;

import java.time.LocalDate;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.wangge.db.Sql;
import org.wangge.db.Where;
import org.wangge.territory.Sight;

/** Conditions on assignments, in the words of the collection. */
final class PartyConditions {
  private final Where where = new Where();

  private static String fragment(String name) {
    return Sql.of(PartyStore.class, "party#by-" + name);
  }

  /** What holds on a day. */
  static PartyConditions on(LocalDate day) {
    return new PartyConditions().from(day).to(day);
  }

  PartyConditions inBoxes(List<Envelope> boxes) {
    where.inBoxes(boxes);
    return this;
  }

  /** Holds on the day or later. */
  PartyConditions from(LocalDate first) {
    where.and(fragment("from"), "first", first);
    return this;
  }

  /** Holds on the day or earlier. */
  PartyConditions to(LocalDate last) {
    where.and(fragment("to"), "last", last);
    return this;
  }

  PartyConditions onBlocks(int[] faces) {
    where.and(fragment("face"), "faces", faces);
    return this;
  }

  /** Of what a viewer sees. */
  PartyConditions in(Sight sight) {
    if (!sight.isWhole()) {
      where.and(fragment("area"), "area", sight.boundFaces());
    }
    return this;
  }

  PartyConditions reached(int step) {
    where.and(fragment("step"), "step", step);
    return this;
  }

  /** Equality by the name of a property: building, branch. */
  PartyConditions equal(String property, String value) {
    where.and(fragment(property), property, value);
    return this;
  }

  /** The same of the table alone. */
  static Where standingOn(LocalDate day) {
    return new Where().and(fragment("standing"), "day", day);
  }

  Where where() {
    return where;
  }
}
