package org.wangge.topology;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.locationtech.jts.geom.Envelope;

/**
 * Finds owners by place, and the short runs of segments ("chunks") near a place. Built when first
 * asked: a clean layer never needs it.
 */
final class RingIndex {
  private static final int CHUNK = 32;

  private final Rings rings;
  private final int owners;
  private final int[] ringStart;
  private final int[] ringsOf;
  private final int[] chunkFrom;
  private final int[] chunkTo;
  private final BoxGrid ownerGrid;
  private final BoxGrid chunkGrid;

  /**
   * @param owners how many owners are polygons; owners from there on (the domain) are found by
   *     chunk only
   */
  RingIndex(Rings rings, int owners) {
    this.rings = rings;
    this.owners = owners;
    this.ringStart = new int[owners + 3];
    this.ringsOf = groupRings();
    int chunks = 0;
    for (int ring = 0; ring < rings.count; ring++) {
      chunks += (segments(ring) + CHUNK - 1) / CHUNK;
    }
    this.chunkFrom = new int[chunks];
    this.chunkTo = new int[chunks];
    int[] chunkBoxes = new int[4 * chunks];
    this.ownerGrid = new BoxGrid(fillBoxes(chunkBoxes));
    this.chunkGrid = new BoxGrid(chunkBoxes);
  }

  private int segments(int ring) {
    return Math.max(0, rings.end[ring] - rings.start[ring] - 1);
  }

  private int[] groupRings() {
    for (int ring = 0; ring < rings.count; ring++) {
      ringStart[rings.owner[ring] + 2] += segments(ring) > 0 ? 1 : 0;
    }
    for (int i = 1; i < ringStart.length; i++) {
      ringStart[i] += ringStart[i - 1];
    }
    int[] grouped = new int[ringStart[ringStart.length - 1]];
    for (int ring = 0; ring < rings.count; ring++) {
      if (segments(ring) > 0) {
        grouped[ringStart[rings.owner[ring] + 1]++] = ring;
      }
    }
    return grouped;
  }

  private int[] fillBoxes(int[] chunkBoxes) {
    int[] ownerBoxes = new int[4 * owners];
    for (int owner = 0; owner < owners; owner++) {
      clear(ownerBoxes, owner);
    }
    int chunk = 0;
    for (int ring = 0; ring < rings.count; ring++) {
      int owner = rings.owner[ring];
      for (int from = rings.start[ring]; from + 1 < rings.end[ring]; from += CHUNK) {
        chunkFrom[chunk] = from;
        chunkTo[chunk] = Math.min(from + CHUNK, rings.end[ring] - 1);
        clear(chunkBoxes, chunk);
        for (int i = from; i <= chunkTo[chunk]; i++) {
          expand(chunkBoxes, chunk, rings.points[i]);
        }
        if (owner < owners) {
          expand(ownerBoxes, owner, Frame.pack(chunkBoxes[4 * chunk], chunkBoxes[4 * chunk + 1]));
          expand(
              ownerBoxes, owner, Frame.pack(chunkBoxes[4 * chunk + 2], chunkBoxes[4 * chunk + 3]));
        }
        chunk++;
      }
    }
    return ownerBoxes;
  }

  private static void clear(int[] boxes, int box) {
    boxes[4 * box] = Integer.MAX_VALUE;
    boxes[4 * box + 1] = Integer.MAX_VALUE;
    boxes[4 * box + 2] = Integer.MIN_VALUE;
    boxes[4 * box + 3] = Integer.MIN_VALUE;
  }

  private static void expand(int[] boxes, int box, long point) {
    int i = 4 * box;
    boxes[i] = Math.min(boxes[i], Frame.x(point));
    boxes[i + 1] = Math.min(boxes[i + 1], Frame.y(point));
    boxes[i + 2] = Math.max(boxes[i + 2], Frame.x(point));
    boxes[i + 3] = Math.max(boxes[i + 3], Frame.y(point));
  }

  /** Ring numbers of an owner. */
  int[] ringsOf(int owner) {
    return Arrays.copyOfRange(ringsOf, ringStart[owner], ringStart[owner + 1]);
  }

  boolean contains(int owner, double x, double y) {
    boolean inside = false;
    for (int i = ringStart[owner]; i < ringStart[owner + 1]; i++) {
      int ring = ringsOf[i];
      inside ^= Ground.isInRing(rings.points, rings.start[ring], rings.end[ring], x, y);
    }
    return inside;
  }

  /** Owners (the domain left out) whose box meets the envelope. */
  void forEachOwner(Envelope at, IntConsumer action) {
    ownerGrid.forEachMeeting(
        (int) at.getMinX(), (int) at.getMinY(), (int) at.getMaxX(), (int) at.getMaxY(), action);
  }

  /** Array positions of all segments whose chunk's box meets the envelope. */
  void forEachSegment(Envelope at, IntConsumer action) {
    chunkGrid.forEachMeeting(
        (int) at.getMinX(),
        (int) at.getMinY(),
        (int) at.getMaxX(),
        (int) at.getMaxY(),
        chunk -> {
          for (int position = chunkFrom[chunk]; position < chunkTo[chunk]; position++) {
            action.accept(position);
          }
        });
  }
}
