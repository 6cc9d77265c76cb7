package org.wangge.topology;

/**
 * Says that the polygons were digitised apart: neighbours do not share vertices, so nearly every
 * border is a string of slivers. To be read before the findings.
 *
 * @param unmatchedShare share 0–1 of the polygons' segments, the outer edge left out, that have no
 *     opposite twin
 * @param typicalOffsetMetres median distance from the middle of an unmatched segment to the nearest
 *     unmatched segment of another polygon
 * @param alignMetres the distance within which aligning would bring most borders together
 * @param words the notice with its one suggestion, as sentences
 */
public record ApartNotice(
    double unmatchedShare, double typicalOffsetMetres, double alignMetres, Words words) {}
