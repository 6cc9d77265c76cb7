package org.wangge.topology;

import java.util.Arrays;

/**
 * All rings of a layer in one array of grid points, each ring closed (its first point repeated at
 * its end) and with the ground on its left. The segment that starts at array position s ends at s +
 * 1; positions at which a ring ends start no segment.
 */
final class Rings {
  long[] points;
  int[] start;
  int[] end;
  int[] owner;
  int count;
  private int used;

  Rings(int pointSlots, int ringSlots) {
    points = new long[pointSlots];
    start = new int[ringSlots];
    end = new int[ringSlots];
    owner = new int[ringSlots];
  }

  /** Segments of all rings. */
  long segments() {
    long sum = 0;
    for (int ring = 0; ring < count; ring++) {
      sum += Math.max(0, end[ring] - start[ring] - 1);
    }
    return sum;
  }

  /** Segments of one owner. */
  long segments(int ofOwner) {
    long sum = 0;
    for (int ring = 0; ring < count; ring++) {
      sum += owner[ring] == ofOwner ? Math.max(0, end[ring] - start[ring] - 1) : 0;
    }
    return sum;
  }

  /** Keeps room for the points of the next rings and answers where it begins. */
  int reserve(int slots) {
    int from = used;
    used += slots;
    if (used > points.length) {
      points = Arrays.copyOf(points, Math.max(used, points.length + (points.length >> 2)));
    }
    return from;
  }

  /** Registers points from..to (the closing point included) as a ring of the owner. */
  void add(int ringOwner, int from, int to) {
    if (count == start.length) {
      int slots = Math.max(16, count + (count >> 1));
      start = Arrays.copyOf(start, slots);
      end = Arrays.copyOf(end, slots);
      owner = Arrays.copyOf(owner, slots);
    }
    start[count] = from;
    end[count] = to;
    owner[count++] = ringOwner;
  }

  /** Forgets the rings from the given number on. They must have been added last. */
  void truncate(int toCount) {
    if (toCount < count) {
      used = start[toCount];
      count = toCount;
    }
  }

  /** The ring that holds an array position. Rings are registered in rising order of position. */
  int ringAt(int position) {
    int found = Arrays.binarySearch(start, 0, count, position);
    int at = found >= 0 ? found : -found - 2;
    while (end[at] <= position) {
      at++;
    }
    return at;
  }

  int ownerAt(int position) {
    return owner[ringAt(position)];
  }

  /** Owners at array positions; in one walk as long as the positions rise. */
  int[] ownersAt(int[] positions) {
    int[] owners = new int[positions.length];
    int ring = 0;
    for (int i = 0; i < positions.length; i++) {
      ring = ringFrom(ring, positions[i]);
      owners[i] = owner[ring];
    }
    return owners;
  }

  private int ringFrom(int ring, int position) {
    int at = ring;
    while (end[at] <= position) {
      at++;
    }
    return start[at] <= position ? at : ringAt(position);
  }

  int previous(int position) {
    int ring = ringAt(position);
    return position == start[ring] ? end[ring] - 2 : position - 1;
  }

  int next(int position) {
    int ring = ringAt(position);
    return position + 2 == end[ring] ? start[ring] : position + 1;
  }
}
