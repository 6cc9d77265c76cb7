/** Units, grids, codes, the plan in force, as-of, locate, lineage. */
@NullMarked
package org.wangge.territory;

import org.jspecify.annotations.NullMarked;
