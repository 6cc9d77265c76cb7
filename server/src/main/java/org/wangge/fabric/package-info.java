/**
 * The street fabric (街区底图): nodes, arcs and faces of the planar subdivision of a coverage domain,
 * in integer millimetres of one metric CRS.
 */
@NullMarked
package org.wangge.fabric;

import org.jspecify.annotations.NullMarked;
