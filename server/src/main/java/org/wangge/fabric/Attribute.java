package org.wangge.fabric;

import java.util.Comparator;

/** What an arc carries besides its place. The order puts first what wins where lines coincide. */
record Attribute(ArcClass arcClass, String name, long streetId, int flags) {

  /** The mandatory bit is left out: it is handed on to the winner, whoever it is. */
  static final Comparator<Attribute> STRONGEST_FIRST =
      Comparator.comparingInt((Attribute a) -> -a.arcClass().strength())
          .thenComparing(a -> a.name().isEmpty())
          .thenComparing(Attribute::name)
          .thenComparingLong(Attribute::streetId)
          .thenComparingInt(a -> a.flags() & ~ArcFlags.MANDATORY);

  static Attribute of(BoundaryLine line) {
    int flags = line.mandatory() ? ArcFlags.MANDATORY : 0;
    flags |= line.layer() > 0 ? ArcFlags.BRIDGE : 0;
    flags |= line.layer() < 0 ? ArcFlags.TUNNEL : 0;
    return new Attribute(line.arcClass(), line.name(), line.streetId(), flags);
  }

  Attribute merge(Attribute other) {
    Attribute winner = STRONGEST_FIRST.compare(this, other) <= 0 ? this : other;
    int mandatory = (flags | other.flags) & ArcFlags.MANDATORY;
    return winner.with(mandatory);
  }

  Attribute with(int moreFlags) {
    return new Attribute(arcClass, name, streetId, flags | moreFlags);
  }

  int layer() {
    if ((flags & ArcFlags.TUNNEL) != 0) {
      return -1;
    }
    return (flags & ArcFlags.BRIDGE) != 0 ? 1 : 0;
  }
}
