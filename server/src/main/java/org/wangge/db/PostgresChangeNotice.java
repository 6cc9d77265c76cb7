package org.wangge.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The notice of a store that several servers share: from the first listener on, one thread holds
 * one connection and waits on the channel {@code wangge}. After a lost connection it listens again
 * and tells everybody that something may have been missed.
 */
final class PostgresChangeNotice extends ChangeNotice {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresChangeNotice.class);
  private static final int WAIT_MILLISECONDS = 250;
  private static final int RETRY_SECONDS = 2;

  private final DataSource source;
  private final CountDownLatch closed = new CountDownLatch(1);
  private @Nullable Thread thread;

  PostgresChangeNotice(DataSource source) {
    this.source = source;
  }

  @Override
  public void tell(Handle handle, String topic, String text) {
    handle
        .createQuery("select cast(pg_notify('wangge', :note) as varchar)")
        .bind("note", topic + "\n" + text)
        .mapTo(String.class)
        .list();
  }

  /** Returns when the channel is heard, so that a change told next is not missed. */
  @Override
  synchronized void begin() {
    if (thread == null) {
      CountDownLatch hearing = new CountDownLatch(1);
      thread = new Thread(() -> hearUntilClosed(hearing), "wangge-change-notice");
      thread.setDaemon(true);
      thread.start();
      await(hearing, 10);
    }
  }

  private void hearUntilClosed(CountDownLatch hearing) {
    while (!isClosed()) {
      try (Connection connection = source.getConnection()) {
        hear(connection, hearing);
      } catch (SQLException e) {
        if (!await(closed, RETRY_SECONDS)) {
          LOG.warn("change notices of other servers are not heard: {}", e.getMessage());
        }
      }
    }
  }

  private void hear(Connection connection, CountDownLatch hearing) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("listen wangge");
    }
    if (hearing.getCount() == 0) {
      deliverToAll("");
    }
    hearing.countDown();
    PGConnection postgres = connection.unwrap(PGConnection.class);
    while (!isClosed()) {
      deliver(postgres.getNotifications(WAIT_MILLISECONDS));
    }
  }

  private void deliver(PGNotification @Nullable [] notifications) {
    if (notifications != null) {
      for (PGNotification notification : notifications) {
        String[] topicAndText = notification.getParameter().split("\n", 2);
        deliver(topicAndText[0], topicAndText[1]);
      }
    }
  }

  private boolean isClosed() {
    return closed.getCount() == 0;
  }

  private static boolean await(CountDownLatch latch, int seconds) {
    try {
      return latch.await(seconds, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  @Override
  public synchronized void close() {
    closed.countDown();
    if (thread != null) {
      try {
        thread.join(2000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
