/**
 * Redrawing grids (规划): drafts, their operations, review and publication.
 *
 * <p>Words: a <em>draft</em> (草案) is a publication to start from, a log of operations and a pointer
 * that says how many of them are in effect; an <em>operation</em> is what a planner asked for; its
 * <em>effect</em> is what it did, to the last block, so that it can be taken back and done again; a
 * <em>drawing</em> is what the effects make of the base. A draft is <em>submitted</em> (提交) and
 * frozen, <em>approved</em> (审核通过) or <em>rejected</em> (退回), shown for the days of its notice (公示)
 * and <em>published</em> (生效).
 */
@NullMarked
package org.wangge.planning;

import org.jspecify.annotations.NullMarked;
