/** OGC API – Features over the catalogue. */
@NullMarked
package org.wangge.features;

import org.jspecify.annotations.NullMarked;
