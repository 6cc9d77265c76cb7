/**
 * What the page draws and finds: the whole map of a publication in one compact answer, the
 * buildings in another, and a search by name and code.
 *
 * <p>Words: a <b>bundle</b> is such an answer, made once for a publication; a <b>ref</b> is an arc
 * in a ring, {@code r} forwards or {@code ~r} backwards; a <b>column</b> is one property of all
 * things of a kind as an array.
 */
@NullMarked
package org.wangge.atlas;

import org.jspecify.annotations.NullMarked;
