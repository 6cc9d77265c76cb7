/**
 * Members of the party and the buildings they stand for (党员进楼栋).
 *
 * <ul>
 *   <li><b>member</b> 党员: a person with a branch (党支部). Names leave this package masked (王**) for
 *       all who may not see them there.
 *   <li><b>assignment</b>: one member in one building for a time, half-open in days.
 *   <li><b>step</b>: 进楼栋 → 亮身份 → 做承诺 → 当先锋, each with its day; a step includes the ones before it.
 * </ul>
 *
 * <p>Buildings themselves belong to the territory.
 */
@NullMarked
package org.wangge.party;

import org.jspecify.annotations.NullMarked;
