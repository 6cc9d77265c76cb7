package org.wangge.territory;

/** The levels above the grid, highest first. What they are called is a setting of the district. */
public enum UnitLevel {
  DISTRICT,
  TOWNSHIP,
  COMMUNITY
}
