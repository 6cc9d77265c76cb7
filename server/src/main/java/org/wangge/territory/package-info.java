/**
 * Units, grids, codes, the plan in force, as-of, locate, lineage.
 *
 * <p>Words: a <b>unit</b> (单位) is a district, township or community with its NBS code; a
 * <b>grid</b> (网格) is the lowest governed zone; a <b>publication</b> (发布版) is a plan in force from
 * an effective date, chained by hash to the one before; what is <b>in force</b> is one immutable
 * snapshot of fabric, plan, units and grids; to <b>locate</b> (落格) is to find the grid and the
 * whole responsibility chain of a point. Names are not keys: codes are. Both time axes are
 * half-open.
 */
@NullMarked
package org.wangge.territory;

import org.jspecify.annotations.NullMarked;
