package org.wangge.db;

import org.jdbi.v3.core.Handle;

/**
 * Rows that are numbered on from the last one are added by one transaction at a time, on all
 * servers of a store: whoever takes a turn waits until the transaction of who has it has ended. So
 * no two give the same number, and a greater number was stored later.
 */
public final class Turn {
  private static final String TAKE = Sql.of(Turn.class, "turn");

  private Turn() {}

  /**
   * @param name what is numbered; one of those the migrations know
   * @throws IllegalArgumentException when there is no turn of that name
   */
  public static void take(Handle handle, String name) {
    if (handle.createQuery(TAKE).bind("name", name).mapTo(String.class).list().isEmpty()) {
      throw new IllegalArgumentException("there is no turn called " + name);
    }
  }
}
