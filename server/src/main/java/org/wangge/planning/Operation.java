package org.wangge.planning;

import java.time.Instant;

/**
 * A line of a draft's log.
 *
 * @param seq 1, 2, …
 * @param op what was asked for, as JSON
 * @param effect what it did
 * @param text the same for people
 */
public record Operation(int seq, String op, Effect effect, String text, String actor, Instant at) {}
