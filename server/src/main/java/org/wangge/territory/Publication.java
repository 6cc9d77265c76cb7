package org.wangge.territory;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A plan in force from a day on.
 *
 * @param number 1, 2, … in the order in which they were recorded
 * @param effective first day it is in force
 * @param recorded when this store took it
 * @param hash hexadecimal SHA-256 over the publication and the hash of the one before: what was
 *     published cannot be altered without a trace
 * @param fabric number of the fabric it stands on, 0 for one that is not stored
 * @param decision what it rests on
 */
public record Publication(
    int number,
    LocalDate effective,
    Instant recorded,
    String hash,
    int fabric,
    Decision decision) {}
