package org.wangge.db;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToLongFunction;
import org.jdbi.v3.core.Handle;

/** Changes of one kind, made and heard: what a store tells those who keep something made of it. */
public final class ChangeTopic {
  private final Database database;
  private final String name;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  /**
   * @param name the topic of the {@link ChangeNotice} and the {@link Turn}, the same on every
   *     server
   */
  public ChangeTopic(Database database, String name) {
    this.database = database;
    this.name = name;
  }

  /**
   * Calls back after a change: on the changing thread before {@link #change} returns, so that
   * whoever changes reads what was changed, and once more on a thread of the notice, which also
   * hears of other servers on this store.
   */
  public void onChange(Runnable listener) {
    listeners.add(listener);
    database.changes().listen(name, text -> listener.run());
  }

  /**
   * Does the work in one transaction and tells it; nothing is told when it fails. Changes of one
   * topic follow one another ({@link Turn}).
   *
   * @param work returns how many rows it changed
   * @return the same
   */
  public long change(ToLongFunction<Handle> work) {
    long changed = database.inTransaction(handle -> told(handle, work));
    listeners.forEach(Runnable::run);
    return changed;
  }

  private long told(Handle handle, ToLongFunction<Handle> work) {
    Turn.take(handle, name);
    long changed = work.applyAsLong(handle);
    database.changes().tell(handle, name, Long.toString(changed));
    return changed;
  }
}
