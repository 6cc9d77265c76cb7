/** The store port: pool, migrations, SQL files, geometry columns, change notice. */
@NullMarked
package org.wangge.db;

import org.jspecify.annotations.NullMarked;
