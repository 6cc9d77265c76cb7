package org.wangge.topology;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Keeps the answer to "is the layer clean" while vertices are moved. After every move it says how
 * many segments have no opposite twin and how many rings cross themselves; when both are 0 the
 * layer tiles its domain. It does not say what is wrong in words: {@link CoverageCheck} does.
 *
 * <p>Without a domain the outer edge at the start is taken for it. Not safe for use by several
 * threads. Takes about 16 bytes a segment.
 */
public final class LiveCheck {
  private final Layer layer;
  private final Rings rings;
  private final RingIndex index;
  private final SegmentTable table;
  private final Set<Integer> crossed = new HashSet<>();
  private final RingTest test = new RingTest();

  private LiveCheck(Layer layer, int[] outerEdge) {
    this.layer = layer;
    this.rings = layer.rings();
    this.index = new RingIndex(rings, layer.domain());
    addOuterEdge(outerEdge);
    this.table = new SegmentTable(rings.points, rings.segments());
    for (int ring = 0; ring < rings.count; ring++) {
      for (int i = rings.start[ring]; i + 1 < rings.end[ring]; i++) {
        table.add(i);
      }
    }
  }

  /**
   * @param options of which the grid and the number of threads matter
   */
  public static LiveCheck of(
      List<LayerPolygon> polygons, @Nullable Geometry domain, CheckOptions options) {
    Layer layer = Layer.of(polygons, domain, options.gridMetres(), options.threads());
    int[] outerEdge =
        domain == null
            ? Cancelling.leftover(layer.rings(), layer.bands(), options.threads())
            : new int[0];
    return new LiveCheck(layer, outerEdge);
  }

  private void addOuterEdge(int[] outerEdge) {
    for (int position : outerEdge) {
      long a = rings.points[position];
      long b = rings.points[position + 1];
      int from = rings.reserve(2);
      rings.points[from] = b;
      rings.points[from + 1] = a;
      rings.add(layer.domain(), from, from + 2);
    }
  }

  /**
   * How things stand.
   *
   * @param unmatchedSegments segments without an opposite twin
   * @param crossedRings rings that cross or touch themselves or other rings of their polygon
   */
  public record State(long unmatchedSegments, int crossedRings) {
    public boolean isClean() {
      return unmatchedSegments == 0 && crossedRings == 0;
    }
  }

  public State state() {
    return new State(table.unmatched(), crossed.size());
  }

  /**
   * Moves a vertex of one polygon only.
   *
   * @param polygon position in the layer
   * @param from where the vertex is
   * @param to where it shall be
   * @throws IllegalArgumentException when the polygon has no vertex there, or the new place lies
   *     out of the grid
   */
  public State move(int polygon, Coordinate from, Coordinate to) {
    int position = position(polygon, point(from));
    moveAll(new int[] {position}, 1, point(to));
    return state();
  }

  /** Moves a vertex together with the same vertex of all polygons around it; the domain stays. */
  public State moveShared(int polygon, Coordinate from, Coordinate to) {
    int[] fan = new int[64];
    int count = fan(position(polygon, point(from)), fan);
    moveAll(fan, count, point(to));
    return state();
  }

  private long point(Coordinate c) {
    int x = layer.frame().x(c.x);
    int y = layer.frame().y(c.y);
    if (x == Integer.MIN_VALUE || y == Integer.MIN_VALUE) {
      throw new IllegalArgumentException("place out of the grid: " + c);
    }
    return Frame.pack(x, y);
  }

  private int position(int polygon, long at) {
    for (int ring : index.ringsOf(polygon)) {
      for (int i = rings.start[ring]; i + 1 < rings.end[ring]; i++) {
        if (rings.points[i] == at) {
          return i;
        }
      }
    }
    throw new IllegalArgumentException("polygon " + polygon + " has no vertex there");
  }

  /** Positions of the vertex in all rings around it, turning from twin to twin. */
  private int fan(int position, int[] fan) {
    fan[0] = position;
    int count = 1;
    int at = turn(position);
    while (at >= 0 && at != position && count < fan.length) {
      fan[count++] = at;
      at = turn(at);
    }
    if (at < 0) {
      for (at = turnBack(position); at >= 0 && count < fan.length; at = turnBack(at)) {
        fan[count++] = at;
      }
    }
    return count;
  }

  /** The ring beyond the segment that comes in leaves the vertex along that segment's twin. */
  private int turn(int position) {
    int before = rings.previous(position);
    return inLayer(table.twin(rings.points[before], rings.points[before + 1]));
  }

  /** The domain stays where it is. */
  private int inLayer(int position) {
    return position >= 0 && rings.ownerAt(position) != layer.domain() ? position : -1;
  }

  private int turnBack(int position) {
    int twin = inLayer(table.twin(rings.points[position], rings.points[position + 1]));
    return twin < 0 ? -1 : rings.next(twin);
  }

  private void moveAll(int[] positions, int count, long to) {
    for (int i = 0; i < count; i++) {
      table.remove(rings.previous(positions[i]));
      table.remove(positions[i]);
      set(positions[i], to);
      table.add(rings.previous(positions[i]));
      table.add(positions[i]);
    }
    for (int i = 0; i < count; i++) {
      look(positions[i]);
    }
  }

  private void set(int position, long to) {
    int ring = rings.ringAt(position);
    rings.points[position] = to;
    if (position == rings.start[ring]) {
      rings.points[rings.end[ring] - 1] = to;
    }
  }

  private void look(int position) {
    int ring = rings.ringAt(position);
    int owner = rings.owner[ring];
    int[] ofOwner = index.ringsOf(owner);
    boolean sound =
        crossed.contains(ring) ? isSound(ring, ofOwner) : isSoundAt(position, ring, ofOwner);
    if (sound) {
      crossed.remove(ring);
    } else {
      crossed.add(ring);
    }
  }

  private boolean isSound(int ring, int[] ofOwner) {
    boolean sound = test.isSimple(rings.points, rings.start[ring], rings.end[ring]);
    for (int i = rings.start[ring]; sound && i + 1 < rings.end[ring]; i++) {
      sound = isClearOfOthers(i, ring, ofOwner);
    }
    return sound;
  }

  private boolean isSoundAt(int position, int ring, int[] ofOwner) {
    int before = rings.previous(position);
    int from = rings.start[ring];
    int to = rings.end[ring];
    return RingTest.isClear(rings.points, from, to, before - from)
        && RingTest.isClear(rings.points, from, to, position - from)
        && isClearOfOthers(before, ring, ofOwner)
        && isClearOfOthers(position, ring, ofOwner);
  }

  private boolean isClearOfOthers(int position, int ring, int[] ofOwner) {
    for (int other : ofOwner) {
      for (int i = rings.start[other]; other != ring && i + 1 < rings.end[other]; i++) {
        if (RingTest.crosses(
            rings.points[position],
            rings.points[position + 1],
            rings.points[i],
            rings.points[i + 1])) {
          return false;
        }
      }
    }
    return true;
  }

  /** Rings that are not simple now, as polygon positions, rising. */
  public List<Integer> crossedPolygons() {
    return new ArrayList<>(
        crossed.stream().map(ring -> rings.owner[ring]).sorted().distinct().toList());
  }
}
