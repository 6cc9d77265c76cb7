package org.wangge.territory;

import org.locationtech.jts.geom.Geometry;

/**
 * An area left out of the coverage domain (责任范围) by name, so that its absence is not taken for a
 * gap.
 *
 * @param name what it is called
 * @param kind why: 托管区, 水域, 飞地 …
 * @param metric its ground in metres of the district's CRS
 */
public record Exclusion(String name, String kind, Geometry metric) {}
