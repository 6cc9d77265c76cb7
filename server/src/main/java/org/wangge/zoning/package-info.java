/**
 * Zones (分区) as unions of blocks: plans, moves, measures, zone polygons, the point locator and the
 * designer.
 *
 * <p>Words: a <em>zone</em> is any union of faces of one fabric; a <em>plan</em> (方案) gives every
 * face of a fabric one zone of the lowest level (a grid), every grid a community and every
 * community a township; the <em>level</em> of an arc is the highest unit that changes across it.
 */
@NullMarked
package org.wangge.zoning;

import org.jspecify.annotations.NullMarked;
