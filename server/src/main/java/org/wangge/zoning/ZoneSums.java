package org.wangge.zoning;

import java.util.Arrays;
import org.wangge.fabric.Fabric;

/**
 * Sums and members per zone: start and faces are compressed rows, faces ascending within a zone.
 */
record ZoneSums(int[] households, int[] people, long[] doubleArea, int[] start, int[] faces) {

  static ZoneSums of(Fabric fabric, int[] zone, int zoneCount) {
    int[] households = new int[zoneCount];
    int[] people = new int[zoneCount];
    long[] doubleArea = new long[zoneCount];
    int[] start = new int[zoneCount + 1];
    for (int f = 0; f < zone.length; f++) {
      if (zone[f] >= 0) {
        households[zone[f]] += fabric.households(f);
        people[zone[f]] += fabric.people(f);
        doubleArea[zone[f]] += fabric.doubleAreaSquareMillimetres(f);
        start[zone[f] + 1]++;
      }
    }
    Arrays.parallelPrefix(start, Integer::sum);
    return new ZoneSums(households, people, doubleArea, start, members(zone, start));
  }

  private static int[] members(int[] zone, int[] start) {
    int[] fill = Arrays.copyOf(start, start.length);
    int[] faces = new int[start[start.length - 1]];
    for (int f = 0; f < zone.length; f++) {
      if (zone[f] >= 0) {
        faces[fill[zone[f]]++] = f;
      }
    }
    return faces;
  }
}
