/** Main, the commands, configuration and all wiring. Nothing else sees this package. */
@NullMarked
package org.wangge.app;

import org.jspecify.annotations.NullMarked;
