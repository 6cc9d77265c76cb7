package org.wangge.territory;

import org.locationtech.jts.geom.Coordinate;

/**
 * A building with the households in it.
 *
 * @param id stable, unique in the district
 * @param name what it is called, empty when unnamed
 * @param address where it is, in words, empty when unknown
 * @param position metres in the district's CRS, whole millimetres
 * @param households households in it
 * @param people people in it
 * @param floors floors above ground, 0 when unknown
 */
public record Building(
    String id,
    String name,
    String address,
    Coordinate position,
    int households,
    int people,
    int floors) {}
