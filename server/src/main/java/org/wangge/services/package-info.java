/**
 * Service points (服务点): where people go, leave a letter or meet.
 *
 * <ul>
 *   <li><b>kind</b>: centre, window, station, board, box … ({@link org.wangge.services.Kind}).
 *   <li><b>unit</b>: code of the district, township or community a point belongs to.
 *   <li><b>hours</b>: weekly opening hours, {@code Mo-Fr 09:00-12:00,13:30-17:00}.
 * </ul>
 *
 * <p>There are hundreds of them, not millions: all are held in memory and the store is read after a
 * change.
 */
@NullMarked
package org.wangge.services;

import org.jspecify.annotations.NullMarked;
