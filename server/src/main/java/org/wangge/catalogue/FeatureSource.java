package org.wangge.catalogue;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * One feature collection as its owner offers it: a feature package implements this and registers it
 * with the {@link Catalogue}; the OGC API, the page's search and exports read it without knowing
 * whose it is.
 *
 * <p>Order is stable: two equal queries against the same {@link #version()} give the same items in
 * the same order, so that paging shows every item once. Implementations are thread-safe.
 */
public interface FeatureSource {

  /** What the collection is: constant for the life of the server. */
  Description description();

  /** The extent of what is in it now. */
  Extent extent();

  /**
   * An opaque text that changes whenever any answer of this source could change; the seed of entity
   * tags. Cheap to ask.
   */
  String version();

  /** How many items match, without {@code limit} and {@code offset}. */
  long count(FeatureQuery query);

  /**
   * The matching items, {@code query.offset()} skipped, at most {@code query.limit()}; the caller
   * closes the stream.
   */
  Stream<Item> list(FeatureQuery query);

  /**
   * The item with this id at the query's time; bbox, filters, limit and offset are not looked at.
   */
  Optional<Item> find(String id, FeatureQuery query);
}
