package org.wangge.checking;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wangge.exchange.Layer;
import org.wangge.topology.CheckOptions;

/**
 * What is to be checked.
 *
 * @param layers checked together as one layer of polygons
 * @param domain what they should cover; null when unknown
 * @param within the upper level they should nest in; null when nesting is not asked
 * @param options how strictly to look
 */
public record CheckInput(
    List<Layer> layers, @Nullable Layer domain, @Nullable Layer within, CheckOptions options) {
  public CheckInput {
    layers = List.copyOf(layers);
  }
}
