/**
 * The store port: pool, migrations, SQL files, geometry columns, change notice.
 *
 * <p>Words: a <b>database</b> is one open store, H2 or PostGIS; a <b>dialect</b> is which of the
 * two; a <b>statement</b> lives in an {@code .sql} resource beside the class that runs it and is
 * one SQL subset that both engines speak. Geometry crosses the border as EWKB with its SRID on
 * both. Nothing here computes with geometry: spatial truth is the kernel's.
 */
@NullMarked
package org.wangge.db;

import org.jspecify.annotations.NullMarked;
