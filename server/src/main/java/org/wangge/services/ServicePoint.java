package org.wangge.services;

import org.wangge.intake.Site;

/**
 * One service point.
 *
 * @param id number in this store, 0 while it has none
 * @param code unique, never changed; empty: the store gives one
 * @param kind what it is
 * @param name what it is called
 * @param address in words, may be empty
 * @param hours when it is open
 * @param phone may be empty
 * @param unit code of the district, township or community it belongs to; empty when it belongs to
 *     none
 * @param site where
 */
public record ServicePoint(
    long id,
    String code,
    Kind kind,
    String name,
    String address,
    OpeningHours hours,
    String phone,
    String unit,
    Site site) {}
