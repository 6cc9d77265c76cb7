/**
 * OGC API – Features over the catalogue: Part 1 core, GeoJSON, HTML and OpenAPI 3.0, Part 2 CRS,
 * and the queryables and schema documents of Parts 3 and 5, for reading.
 *
 * <p>Words: a <b>served CRS</b> is one a client may ask for; a <b>document</b> is a JSON answer
 * that is not a stream of features; a <b>page</b> is the HTML form of the same; an <b>items
 * request</b> is the checked query of a collection.
 */
@NullMarked
package org.wangge.features;

import org.jspecify.annotations.NullMarked;
