/** File readers and writers and coordinate reference systems; the only place that sees GeoTools. */
@NullMarked
package org.wangge.exchange;

import org.jspecify.annotations.NullMarked;
