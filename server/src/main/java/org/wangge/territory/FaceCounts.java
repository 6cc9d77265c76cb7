package org.wangge.territory;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wangge.fabric.Fabric;
import org.wangge.territory.BoundRowsStore.Bound;

/**
 * An {@link Attribution} that counts rows bound to blocks. The rows are read once a day and again
 * after {@link #forget()}; the counts are kept for as long as somebody holds their fabric.
 */
public final class FaceCounts implements Attribution {
  private final String key;
  private final String label;
  private final String unit;
  private final Territory territory;
  private final Function<LocalDate, List<Bound>> reader;
  private final Map<Fabric, int[]> counts = new WeakHashMap<>();
  private @Nullable LocalDate day;
  private List<Bound> rows = List.of();

  /**
   * @param reader gives the rows that count on a day
   */
  public FaceCounts(
      String key,
      String label,
      String unit,
      Territory territory,
      Function<LocalDate, List<Bound>> reader) {
    this.key = key;
    this.label = label;
    this.unit = unit;
    this.territory = territory;
    this.reader = reader;
  }

  @Override
  public String key() {
    return key;
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public String unit() {
    return unit;
  }

  /** Reads the rows anew when next asked. */
  public synchronized void forget() {
    day = null;
  }

  @Override
  public synchronized int[] perFace(InForce inForce) {
    LocalDate today = territory.today();
    if (!today.equals(day)) {
      counts.clear();
      rows = reader.apply(today);
      day = today;
    }
    return counts.computeIfAbsent(inForce.fabric(), fabric -> count(inForce, fabric));
  }

  private int[] count(InForce inForce, Fabric fabric) {
    int[] count = new int[fabric.faceCount()];
    for (Bound row : rows) {
      boolean bound = row.fabric() <= inForce.publication().fabric();
      int face = bound ? row.face() : fabric.faceAt(row.x(), row.y());
      if (face >= 0) {
        count[face]++;
      }
    }
    return count;
  }
}
