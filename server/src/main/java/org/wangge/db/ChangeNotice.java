package org.wangge.db;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;

/**
 * Says that something was changed and hears it: a topic and a short text. In-process on H2 (one
 * process owns the file); LISTEN/NOTIFY on PostgreSQL, so that every server on the store hears it.
 *
 * <p>A listener is called at least once for every change that was committed after it began to
 * listen, also for those of its own server, on a thread of the notice. An empty text means:
 * something on your topic may have been missed. A listener is quick and does not throw.
 */
public abstract class ChangeNotice implements AutoCloseable {
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();

  static ChangeNotice on(Dialect dialect, DataSource source) {
    return dialect == Dialect.H2 ? new LocalChangeNotice() : new PostgresChangeNotice(source);
  }

  /** Calls the listener with the text of every change on the topic from now on. */
  public final void listen(String topic, Consumer<String> listener) {
    listeners.add(new Listener(topic, listener));
    begin();
  }

  /**
   * Tells a change as part of a transaction: it is heard after the commit, and not at all after a
   * rollback.
   */
  public abstract void tell(Handle handle, String topic, String text);

  /** Starts to hear, once. */
  abstract void begin();

  final void deliver(String topic, String text) {
    listeners.stream()
        .filter(listener -> listener.topic.equals(topic))
        .forEach(listener -> listener.action.accept(text));
  }

  final void deliverToAll(String text) {
    listeners.forEach(listener -> listener.action.accept(text));
  }

  @Override
  public abstract void close();

  private record Listener(String topic, Consumer<String> action) {}
}
