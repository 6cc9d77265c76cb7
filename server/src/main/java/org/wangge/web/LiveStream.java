package org.wangge.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Events for open pages: server-sent events at {@code GET /api/v1/events}, each with an id, a name
 * and one line of JSON.
 *
 * <p>{@link #publish} never waits for a listener: each has a queue of its own, and one that is more
 * than {@value #LONGEST_QUEUE} events behind is closed (browsers reconnect by themselves). A
 * comment every {@value #HEARTBEAT_SECONDS} seconds keeps connections through proxies. Events are
 * not kept: who was not there missed them.
 */
public final class LiveStream implements Routes, AutoCloseable {
  static final int LONGEST_QUEUE = 256;
  static final int MOST_LISTENERS = 500;
  static final int HEARTBEAT_SECONDS = 15;

  private static final byte[] HEARTBEAT = ":\n\n".getBytes(StandardCharsets.UTF_8);
  private static final byte[] GREETING = "retry: 2000\n\n".getBytes(StandardCharsets.UTF_8);

  private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
  private final AtomicLong lastId = new AtomicLong();
  private final ExecutorService senders = Executors.newCachedThreadPool(daemons("live-stream"));
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(daemons("live-stream-clock"));

  public LiveStream() {
    var unused =
        clock.scheduleWithFixedDelay(
            () -> tell(HEARTBEAT), HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/api/v1/events", this::listen);
  }

  /**
   * Tells every open page.
   *
   * @param event name, lower case with hyphens (check-progress)
   * @param data any value {@link JsonOut} writes
   */
  public void publish(String event, Object data) {
    String frame =
        "id: "
            + lastId.incrementAndGet()
            + "\nevent: "
            + event
            + "\ndata: "
            + JsonOut.text(data)
            + "\n\n";
    tell(frame.getBytes(StandardCharsets.UTF_8));
  }

  /** How many pages listen. */
  public int listeners() {
    return listeners.size();
  }

  /** Ends every open stream, so that the server can stop. */
  @Override
  public void close() {
    clock.shutdownNow();
    listeners.forEach(Listener::end);
    senders.shutdown();
  }

  private void tell(byte[] frame) {
    listeners.forEach(listener -> listener.offer(frame));
  }

  private void listen(Context context) throws IOException {
    Query.of(context);
    if (listeners.size() >= MOST_LISTENERS) {
      throw Problem.of(ProblemKind.UNAVAILABLE, "Too many pages listen already.").raise();
    }
    context.header("Cache-Control", "no-store").header("X-Accel-Buffering", "no");
    context.disableCompression().contentType("text/event-stream");
    OutputStream out = context.res().getOutputStream();
    Listener listener = new Listener(out);
    context.future(() -> listener.done);
    listeners.add(listener);
    listener.offer(GREETING);
  }

  private static ThreadFactory daemons(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }

  /** One open page. At most one sender thread works on it at a time. */
  private final class Listener {
    private final OutputStream out;
    private final Queue<byte[]> queue = new ArrayDeque<>();
    private boolean sending;
    final CompletableFuture<@Nullable Void> done = new CompletableFuture<>();

    Listener(OutputStream out) {
      this.out = out;
    }

    void offer(byte[] frame) {
      if (isToBeSent(frame)) {
        try {
          senders.execute(this::send);
        } catch (RejectedExecutionException closing) {
          end();
        }
      }
    }

    private synchronized boolean isToBeSent(byte[] frame) {
      if (queue.size() >= LONGEST_QUEUE) {
        end();
        return false;
      }
      queue.add(frame);
      boolean start = !sending;
      sending = true;
      return start;
    }

    private void send() {
      try {
        for (byte[] frame = next(); frame != null; frame = next()) {
          out.write(frame);
          out.flush();
        }
      } catch (IOException | IllegalStateException gone) {
        end();
      }
    }

    private synchronized byte @Nullable [] next() {
      byte[] frame = done.isDone() ? null : queue.poll();
      sending = frame != null;
      return frame;
    }

    void end() {
      listeners.remove(this);
      done.complete(null);
    }
  }
}
