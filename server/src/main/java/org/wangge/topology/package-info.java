/**
 * Checks of arbitrary polygon layers against each other and a coverage domain, and repair
 * proposals.
 */
@NullMarked
package org.wangge.topology;

import org.jspecify.annotations.NullMarked;
