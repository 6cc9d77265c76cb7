package org.wangge.territory;

/**
 * Where a point lies: the whole responsibility chain.
 *
 * @param face block of the fabric
 * @param grid the grid the block belongs to
 * @param community the unit above it
 * @param township the unit above that
 * @param district the root
 */
public record Place(int face, Grid grid, Unit community, Unit township, Unit district) {}
