/** Cases (案件): events, their place and time, heat. */
@NullMarked
package org.wangge.cases;

import org.jspecify.annotations.NullMarked;
