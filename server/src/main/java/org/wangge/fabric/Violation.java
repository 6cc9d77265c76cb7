package org.wangge.fabric;

/**
 * Something that does not hold in a fabric: a defect of the program or of stored data.
 *
 * @param rule which invariant
 * @param message what is wrong, with numbers
 */
public record Violation(String rule, String message) {}
