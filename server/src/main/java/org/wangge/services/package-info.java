/** Service points (服务点): centres, windows, stations, boxes. */
@NullMarked
package org.wangge.services;

import org.jspecify.annotations.NullMarked;
