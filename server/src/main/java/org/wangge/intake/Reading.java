package org.wangge.intake;

/** What the two numbers of a point mean in a file. */
public enum Reading {
  AS_GIVEN("按 WGS84/CGCS2000 经纬度读取,未作改动。"),
  SWAPPED("经度和纬度两列写反了,已对调。"),
  GCJ02("坐标是 GCJ-02(火星坐标,来自互联网地图),已转换为 WGS84,平均移动约 650 米。"),
  SWAPPED_GCJ02("经度和纬度两列写反了,并且是 GCJ-02(火星坐标);已对调并转换为 WGS84。");

  private final String notice;

  Reading(String notice) {
    this.notice = notice;
  }

  /** What was done, said to whoever imports. */
  public String notice() {
    return notice;
  }

  boolean swapped() {
    return this == SWAPPED || this == SWAPPED_GCJ02;
  }

  boolean offset() {
    return this == GCJ02 || this == SWAPPED_GCJ02;
  }

  static Reading of(boolean swapped, boolean offset) {
    return swapped ? (offset ? SWAPPED_GCJ02 : SWAPPED) : offset ? GCJ02 : AS_GIVEN;
  }
}
