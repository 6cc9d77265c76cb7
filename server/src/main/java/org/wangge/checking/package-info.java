/**
 * Running the topology check on files and on the plan in force, and keeping its findings.
 *
 * <p>Words: a <b>check</b> is one run over one subject (the plan in force, or layers that were
 * given); its <b>items</b> are the findings of the kernel plus the features that could not be read,
 * worst first, numbered from 1; a check is stored whole or not at all.
 */
@NullMarked
package org.wangge.checking;

import org.jspecify.annotations.NullMarked;
