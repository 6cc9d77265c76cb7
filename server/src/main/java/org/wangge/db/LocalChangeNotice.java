package org.wangge.db;

import org.jdbi.v3.core.Handle;

/** The notice of a store that one process owns: called by the committing thread itself. */
final class LocalChangeNotice extends ChangeNotice {

  @Override
  public void tell(Handle handle, String topic, String text) {
    handle.afterCommit(() -> deliver(topic, text));
  }

  @Override
  void begin() {
    // Nothing to start: the teller calls.
  }

  @Override
  public void close() {
    // Nothing is held.
  }
}
