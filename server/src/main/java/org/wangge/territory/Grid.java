package org.wangge.territory;

/**
 * A grid as it is in one publication.
 *
 * @param zone its number in the plan of that publication, 0…; another publication may number it
 *     otherwise
 * @param code stable for life, never reused
 * @param name what it is called
 * @param communityCode the community it lies in
 * @param kind 城镇网格, 农村网格, 专属网格 …; empty when unknown
 */
public record Grid(int zone, String code, String name, String communityCode, String kind) {}
