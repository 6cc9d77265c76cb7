/**
 * The registry of feature collections: what can be listed, queried and shown, without knowing whose
 * it is.
 */
@NullMarked
package org.wangge.catalogue;

import org.jspecify.annotations.NullMarked;
