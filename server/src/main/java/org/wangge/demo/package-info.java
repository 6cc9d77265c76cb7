/** The synthetic demo district 雨湖 (示意数据). */
@NullMarked
package org.wangge.demo;

import org.jspecify.annotations.NullMarked;
