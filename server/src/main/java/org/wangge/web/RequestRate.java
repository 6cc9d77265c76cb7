package org.wangge.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * A bucket of requests for each client: refilled steadily, and large enough for the burst of a page
 * that opens. What is kept does not grow with the number of clients.
 */
public final class RequestRate {
  private static final int MOST_CLIENTS = 50_000;
  private static final int BURST_SECONDS = 5;

  private final int perSecond;
  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder()
          .maximumSize(MOST_CLIENTS)
          .expireAfterAccess(Duration.ofMinutes(10))
          .build();

  /**
   * @param perSecond in the long run; a burst may be five times that
   */
  public RequestRate(int perSecond) {
    this.perSecond = Math.min(perSecond, Integer.MAX_VALUE / (BURST_SECONDS + 1));
  }

  /** Takes one request of a client; the seconds to wait when there is none left. */
  public OptionalLong take(String client) {
    ConsumptionProbe probe = buckets.get(client, name -> bucket()).tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? OptionalLong.empty()
        : OptionalLong.of(1 + Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds());
  }

  private Bucket bucket() {
    return Bucket.builder()
        .addLimit(
            limit ->
                limit
                    .capacity((long) perSecond * BURST_SECONDS)
                    .refillGreedy(perSecond, Duration.ofSeconds(1)))
        .build();
  }
}
