/** Zones (分区) as unions of blocks: plans, moves, measures, zone polygons and the designer. */
@NullMarked
package org.wangge.zoning;

import org.jspecify.annotations.NullMarked;
