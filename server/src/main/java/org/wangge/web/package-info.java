/** HTTP ground: parameters, problem+json, GeoJSON writing, conditional GET, server-sent events. */
@NullMarked
package org.wangge.web;

import org.jspecify.annotations.NullMarked;
