package org.wangge.fabric;

/**
 * A dead end that almost meets a line.
 *
 * @param x millimetres east of the dead end
 * @param y millimetres north of the dead end
 * @param toX millimetres east of the nearest point of the line
 * @param toY millimetres north of the nearest point of the line
 * @param distanceMetres between the two
 * @param name of the line that ends, "" when it has none
 * @param otherName of the line that is almost met, "" when it has none
 */
public record NearMiss(
    long x, long y, long toX, long toY, double distanceMetres, String name, String otherName) {}
