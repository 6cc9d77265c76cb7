/**
 * File readers and coordinate reference systems; the only place that sees GeoTools.
 *
 * <p>Words: a <b>layer</b> is what one file (or one table or object of it) holds, as it was read:
 * nothing projected, repaired or dropped without a word. A <b>bad feature</b> is one that could not
 * be read as it is; it is named and the rest is read. A <b>read problem</b> is why a whole file
 * could not be read: what was attempted, what was met, where, what to do. A <b>guess</b> is what
 * coordinates a layer is in after looking at its numbers. A <b>metric frame</b> is the metres in
 * which layers are compared.
 *
 * <p>GCJ-02 and BD-09 exist only here, on the way in and out.
 */
@NullMarked
package org.wangge.exchange;

import org.jspecify.annotations.NullMarked;
