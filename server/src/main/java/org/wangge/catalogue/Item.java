package org.wangge.catalogue;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One feature.
 *
 * @param id stable for the life of the thing it stands for
 * @param shape its place, or null
 * @param properties by the names of the collection's {@link Description}, in that order; values are
 *     String, Integer, Long, Double, Boolean, java.time.LocalDate, java.time.OffsetDateTime, or a
 *     List or Map of these; null values are written as null
 */
public record Item(String id, @Nullable Shape shape, Map<String, @Nullable Object> properties) {}
