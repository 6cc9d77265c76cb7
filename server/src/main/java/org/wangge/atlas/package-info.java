/** The compact map bundle that the page draws from. */
@NullMarked
package org.wangge.atlas;

import org.jspecify.annotations.NullMarked;
