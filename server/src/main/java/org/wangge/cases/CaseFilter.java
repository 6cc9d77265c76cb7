package org.wangge.cases;

import java.time.Instant;
import java.util.BitSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wangge.territory.Jurisdiction;

/**
 * Which cases are meant. Restricted cases are never among them.
 *
 * @param from reported at or after, null when open
 * @param to reported before (half-open, so that months add up), null when open
 * @param categories four-digit codes or two-digit groups, any of them; empty means all
 * @param channels any of them; empty means all
 * @param zones grids of the plan in force, any of them; none given means all, and what lies outside
 *     every grid
 */
public record CaseFilter(
    @Nullable Instant from,
    @Nullable Instant to,
    Set<String> categories,
    Set<Channel> channels,
    Optional<BitSet> zones) {

  public CaseFilter {
    categories = Set.copyOf(categories);
    channels = Set.copyOf(channels);
    zones = zones.map(given -> (BitSet) given.clone());
  }

  /** In the whole district. */
  public CaseFilter(
      @Nullable Instant from, @Nullable Instant to, Set<String> categories, Set<Channel> channels) {
    this(from, to, categories, channels, Optional.empty());
  }

  /** The same in some grids only. */
  CaseFilter within(Jurisdiction ground) {
    return ground.isWhole()
        ? this
        : new CaseFilter(from, to, categories, channels, Optional.of(ground.zones()));
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
