package org.wangge.party;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.wangge.intake.Site;

/**
 * One member in one building.
 *
 * @param id number in this store, 0 while it has none
 * @param member who
 * @param building id of the building
 * @param step the furthest step reached
 * @param from first day (进楼栋)
 * @param to first day it no longer holds, null while it does
 * @param displayedOn day of 亮身份, null before
 * @param pledgedOn day of 做承诺, null before
 * @param fulfilledOn day of 当先锋, null before
 * @param pledge what was promised, empty before
 * @param site where the building stands
 */
public record Assignment(
    long id,
    Member member,
    String building,
    Step step,
    LocalDate from,
    @Nullable LocalDate to,
    @Nullable LocalDate displayedOn,
    @Nullable LocalDate pledgedOn,
    @Nullable LocalDate fulfilledOn,
    String pledge,
    Site site) {}
