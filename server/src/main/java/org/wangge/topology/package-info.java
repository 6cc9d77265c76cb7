/**
 * Checks of arbitrary polygon layers against each other and a coverage domain, and repair
 * proposals.
 *
 * <p>Words: a <b>layer</b> is a list of polygons that are meant to tile a <b>domain</b>; an
 * <b>atom</b> is a connected piece of ground with the same owners; a <b>finding</b> is one thing
 * wrong with the layer; a <b>party</b> is a polygon, a parent or the domain outline that takes part
 * in a finding; <b>cancelling</b> is pairing every directed segment with its opposite twin, after
 * which only the borders that do not fit are left over.
 *
 * <p>All geometry is in metres of one metric coordinate system. Nothing here changes its input.
 */
@NullMarked
package org.wangge.topology;

import org.jspecify.annotations.NullMarked;
