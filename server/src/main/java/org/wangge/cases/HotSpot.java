package org.wangge.cases;

/**
 * A place where the demo data has more cases of one category than chance would put there.
 *
 * @param name what is there, Chinese
 * @param category four-digit category of its cases
 * @param lon degrees of its middle
 * @param lat degrees of its middle
 * @param spreadMetres standard deviation of its cases about the middle on each axis
 * @param cases how many were put there
 */
public record HotSpot(
    String name, String category, double lon, double lat, double spreadMetres, int cases) {}
