package org.wangge.cases;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which cases are meant. Restricted cases are never among them.
 *
 * @param from reported at or after, null when open
 * @param to reported before (half-open, so that months add up), null when open
 * @param categories four-digit codes or two-digit groups, any of them; empty means all
 * @param channels any of them; empty means all
 */
public record CaseFilter(
    @Nullable Instant from, @Nullable Instant to, Set<String> categories, Set<Channel> channels) {

  public CaseFilter {
    categories = Set.copyOf(categories);
    channels = Set.copyOf(channels);
  }

  public static CaseFilter all() {
    return new CaseFilter(null, null, Set.of(), Set.of());
  }

  boolean wants(Category category) {
    return categories.isEmpty()
        || categories.contains(category.code())
        || categories.contains(category.group());
  }

  boolean wants(Channel channel) {
    return channels.isEmpty() || channels.contains(channel);
  }
}
