/** Buildings, party members and their assignments (党员进楼栋). */
@NullMarked
package org.wangge.party;

import org.jspecify.annotations.NullMarked;
