package org.wangge.territory;

import org.jspecify.annotations.Nullable;

/**
 * Who answers for a grid on one line.
 *
 * @param gridCode the grid
 * @param line one of the four lines
 * @param role what the holder is called there, 网格长 for instance
 * @param holder name of the holder, null while the slot is open
 */
public record RoleSlot(String gridCode, Line line, String role, @Nullable String holder) {}
