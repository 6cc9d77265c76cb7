package org.wangge.founding;

import org.wangge.exchange.Layer;

/**
 * A file of one level.
 *
 * @param what the level in words for messages: townships, communities, grids, buildings
 * @param metres its features in metres of the district
 * @param fields where our fields are
 */
public record LevelLayer(String what, Layer metres, FieldMap fields) {}
