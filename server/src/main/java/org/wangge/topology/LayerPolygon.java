package org.wangge.topology;

import org.locationtech.jts.geom.Geometry;

/**
 * One polygon of a layer as it came from a file.
 *
 * @param index position in the file, from 0; findings name it together with the id
 * @param id the code or name the source gives it; need not be unique
 * @param geometry Polygon or MultiPolygon in metres. It may be invalid, empty or hold NaN: that
 *     becomes an {@link FindingKind#INVALID} finding. A LineString or MultiLineString stands for
 *     rings that were not closed in the file: they are reported, closed and used.
 */
public record LayerPolygon(int index, String id, Geometry geometry) {}
