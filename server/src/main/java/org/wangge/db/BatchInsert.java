package org.wangge.db;

import java.util.Iterator;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Many rows with one statement: prepared once, sent a thousand at a time, so that memory stays
 * level.
 */
public final class BatchInsert {
  private static final int ROWS_A_TRIP = 1000;

  private BatchInsert() {}

  /**
   * Runs the statement once for every row.
   *
   * @param binder binds the row's values by name to the batch and does not call {@code add()}
   * @return how many rows were sent
   */
  public static <T> long run(
      Handle handle, String sql, Stream<T> rows, BiConsumer<PreparedBatch, T> binder) {
    long sent = 0;
    try (PreparedBatch batch = handle.prepareBatch(sql)) {
      for (Iterator<T> iterator = rows.iterator(); iterator.hasNext(); ) {
        binder.accept(batch, iterator.next());
        batch.add();
        sent++;
        if (sent % ROWS_A_TRIP == 0) {
          batch.execute();
        }
      }
      if (batch.size() > 0) {
        batch.execute();
      }
    }
    return sent;
  }
}
