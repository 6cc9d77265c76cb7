/**
 * Founds a district from files: streets, a domain, the upper levels and the grids become one first
 * publication.
 *
 * <p>Words: a <b>level layer</b> is a file of polygons of one level with a mapping from its columns
 * to our fields; to <b>snap</b> is to make lines that were meant to be one run through the same
 * points; a block is <b>adopted</b> when no given grid covers it and a neighbouring grid takes it.
 */
@NullMarked
package org.wangge.founding;

import org.jspecify.annotations.NullMarked;
