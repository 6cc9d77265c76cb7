package org.wangge.fabric;

import java.util.BitSet;
import java.util.List;

/**
 * The arcs of a fabric with a few replaced by parts of themselves and a few put in, in the order
 * that {@link Fabric} promises. What did not change is copied, so the work is that of copying.
 */
final class ArcSplice {
  private final Fabric before;
  private final FabricData old;
  private final List<ArcLines.Line> added;
  private final FabricData data;

  /** For each arc the arc before that it is, or is a part of; −1 for one that is new. */
  final int[] oldArc;

  /** Which arcs run against the arc before. */
  final BitSet turned = new BitSet();

  /** For each arc before the arc that it is, or one that is a part of it. */
  final int[] newArc;

  /**
   * @param added sorted; arcs that some of them are parts of are taken out
   */
  private ArcSplice(Fabric before, List<ArcLines.Line> added) {
    this.before = before;
    this.old = before.data();
    this.added = added;
    BitSet out = new BitSet();
    added.stream().mapToInt(ArcLines.Line::old).filter(arc -> arc >= 0).forEach(out::set);
    int count = old.arcCount() - out.cardinality() + added.size();
    this.oldArc = new int[count];
    this.newArc = new int[old.arcCount()];
    int[] line = arrange(out);
    this.data = copied(line);
  }

  static ArcSplice of(Fabric before, List<ArcLines.Line> added) {
    return new ArcSplice(before, ArcLines.sorted(added));
  }

  /** Arcs and nodes; no faces. */
  FabricData data() {
    return data;
  }

  /** Merges the sorted lines into the sorted arcs: for each arc the line it is, −1 for a copy. */
  private int[] arrange(BitSet out) {
    int[] line = new int[oldArc.length];
    int count = 0;
    int next = 0;
    for (int arc = 0; arc <= old.arcCount(); arc++) {
      while (next < added.size() && (arc == old.arcCount() || isBefore(added.get(next), arc))) {
        put(count, added.get(next));
        line[count++] = next++;
      }
      if (arc < old.arcCount() && !out.get(arc)) {
        oldArc[count] = arc;
        newArc[arc] = count;
        line[count++] = -1;
      }
    }
    return line;
  }

  private void put(int at, ArcLines.Line line) {
    oldArc[at] = line.old();
    turned.set(at, line.turned());
    if (line.old() >= 0) {
      newArc[line.old()] = at;
    }
  }

  private boolean isBefore(ArcLines.Line line, int arc) {
    int last = before.pointCount(arc) - 1;
    int start = compare(line, 0, arc, 0);
    int end = start != 0 ? start : compare(line, line.last(), arc, last);
    return (end != 0 ? end : compare(line, 1, arc, 1)) < 0;
  }

  private int compare(ArcLines.Line line, int i, int arc, int k) {
    return ArcLines.compare(line.x()[i], line.y()[i], before.pointX(arc, k), before.pointY(arc, k));
  }

  private FabricData copied(int[] line) {
    int[] pointStart = new int[line.length + 1];
    for (int a = 0; a < line.length; a++) {
      int points = line[a] < 0 ? before.pointCount(oldArc[a]) : added.get(line[a]).x().length;
      pointStart[a + 1] = pointStart[a] + points;
    }
    NodeSplice nodes = NodeSplice.of(old, added);
    FabricData made = FabricData.sized(nodes.count(), line.length, pointStart, old.names());
    nodes.copyTo(made);
    for (int a = 0; a < line.length; a++) {
      if (line[a] < 0) {
        copy(made, a, oldArc[a], nodes);
      } else {
        fill(made, a, added.get(line[a]), nodes);
      }
    }
    return made;
  }

  private void copy(FabricData to, int a, int arc, NodeSplice nodes) {
    int from = old.pointStart()[arc];
    int count = old.pointStart()[arc + 1] - from;
    System.arraycopy(old.pointX(), from, to.pointX(), to.pointStart()[a], count);
    System.arraycopy(old.pointY(), from, to.pointY(), to.pointStart()[a], count);
    to.arcFrom()[a] = nodes.number(old.arcFrom()[arc]);
    to.arcTo()[a] = nodes.number(old.arcTo()[arc]);
    to.arcClass()[a] = old.arcClass()[arc];
    to.arcName()[a] = old.arcName()[arc];
    to.streetId()[a] = old.streetId()[arc];
    to.arcFlags()[a] = old.arcFlags()[arc];
  }

  private void fill(FabricData to, int a, ArcLines.Line line, NodeSplice nodes) {
    int last = line.last();
    System.arraycopy(line.x(), 0, to.pointX(), to.pointStart()[a], last + 1);
    System.arraycopy(line.y(), 0, to.pointY(), to.pointStart()[a], last + 1);
    to.arcFrom()[a] = nodes.at(line.x()[0], line.y()[0]);
    to.arcTo()[a] = nodes.at(line.x()[last], line.y()[last]);
    to.arcClass()[a] = line.arcClass();
    to.arcName()[a] = line.old() < 0 ? 0 : old.arcName()[line.old()];
    to.streetId()[a] = line.streetId();
    to.arcFlags()[a] = line.flags();
  }
}
