/** Running the topology check on files and on the plan in force, and keeping its findings. */
@NullMarked
package org.wangge.checking;

import org.jspecify.annotations.NullMarked;
