/**
 * Cases (案件): what happened where and when, and what their mass looks like.
 *
 * <ul>
 *   <li><b>case</b> 案件: one reported event with a category, a channel, a status, a place and times;
 *       bound to the block under its place, so that its grid follows every redraw.
 *   <li><b>category</b> 类别: four digits, the first two are the group (大类). Group 26 (线索举报) is
 *       <b>restricted</b>: kept, but in no list, count, map or collection of this package.
 *   <li><b>channel</b> 来源: the way a case came in.
 *   <li><b>columns</b>: all unrestricted cases as primitive arrays in memory, what heat and counts
 *       are computed from.
 *   <li><b>heat</b> 热力: kernel density in cases per km² of ground in the asked period.
 * </ul>
 */
@NullMarked
package org.wangge.cases;

import org.jspecify.annotations.NullMarked;
