package org.wangge.zoning;

import java.util.Arrays;
import java.util.BitSet;
import org.wangge.fabric.Fabric;
import org.wangge.fabric.FaceSplit;

/**
 * A plan while it is being redrawn: which zone every face belongs to, which community every zone
 * lies in, and what is locked. Immutable: a {@link Step} makes a new one and takes it back.
 *
 * <p>Zones keep their number as long as the redraw lasts: one that lost all its faces stays in the
 * list and is empty; a new one is appended. A face belongs to exactly one zone, always, so there is
 * no step that could leave a gap or an overlap. Community and township of a face never change.
 */
public final class Redraw {
  private final Fabric fabric;
  private final int[] zone;
  private final int[] community;
  private final int[] township;
  private final BitSet lockedZones;
  private final BitSet lockedArcs;
  private final int[] origin;

  private Redraw(
      Fabric fabric,
      int[] zone,
      int[] community,
      int[] township,
      BitSet lockedZones,
      BitSet lockedArcs,
      int[] origin) {
    this.fabric = fabric;
    this.zone = zone;
    this.community = community;
    this.township = township;
    this.lockedZones = lockedZones;
    this.lockedArcs = lockedArcs;
    this.origin = origin;
  }

  /**
   * A redraw that has not changed anything yet.
   *
   * @throws IllegalArgumentException when a face of the plan has no zone
   */
  public static Redraw of(Plan plan) {
    int[] zone = plan.zones();
    if (Arrays.stream(zone).anyMatch(z -> z < 0)) {
      throw new IllegalArgumentException("only a total plan can be redrawn");
    }
    int[] origin = new int[zone.length];
    Arrays.setAll(origin, f -> f);
    return new Redraw(
        plan.fabric(),
        zone,
        plan.communities(),
        plan.townships(),
        new BitSet(),
        new BitSet(),
        origin);
  }

  public Fabric fabric() {
    return fabric;
  }

  /** Zones ever opened, empty ones included. */
  public int zoneCount() {
    return community.length;
  }

  public int zone(int face) {
    return zone[face];
  }

  /** The zone of every face. */
  public int[] zones() {
    return zone.clone();
  }

  /** The community of a zone. */
  public int community(int ofZone) {
    return community[ofZone];
  }

  public int communityOfFace(int face) {
    return community[zone[face]];
  }

  /** The face of the fabric the redraw began with that this face is, or is a part of. */
  public int origin(int face) {
    return origin[face];
  }

  public boolean isLocked(int ofZone) {
    return lockedZones.get(ofZone);
  }

  public boolean isArcLocked(int arc) {
    return lockedArcs.get(arc);
  }

  public BitSet lockedZones() {
    return (BitSet) lockedZones.clone();
  }

  public BitSet lockedArcs() {
    return (BitSet) lockedArcs.clone();
  }

  /** Whether a locked arc runs along the face. */
  boolean touchesLockedArc(int face) {
    if (lockedArcs.isEmpty()) {
      return false;
    }
    for (int e = fabric.dualStart(face); e < fabric.dualStart(face + 1); e++) {
      if (lockedArcs.get(fabric.dualArc(e))) {
        return true;
      }
    }
    return false;
  }

  /** Faces of a zone, ascending. */
  public int[] faces(int ofZone) {
    int count = 0;
    for (int z : zone) {
      count += z == ofZone ? 1 : 0;
    }
    int[] faces = new int[count];
    for (int f = zone.length - 1; f >= 0; f--) {
      if (zone[f] == ofZone) {
        faces[--count] = f;
      }
    }
    return faces;
  }

  public boolean isEmpty(int ofZone) {
    return Arrays.stream(zone).noneMatch(z -> z == ofZone);
  }

  /** The sum over some faces. */
  public int households(int[] faces) {
    int sum = 0;
    for (int face : faces) {
      sum += fabric.households(face);
    }
    return sum;
  }

  /** The plan as it stands; empty zones are zones without faces. */
  public Plan plan() {
    return Plan.of(fabric, zone, community, township);
  }

  /** The redraw after a step. */
  public Redraw apply(Step step) {
    if (step instanceof Step.Moved moved) {
      return moved(moved.faces(), moved.to(), opened(moved.opened()));
    }
    if (step instanceof Step.Locked locked) {
      return locked(locked, locked.lock());
    }
    return refined(((Step.Refined) step).split());
  }

  /** The redraw before a step that was the last. */
  public Redraw revert(Step step) {
    if (step instanceof Step.Moved moved) {
      int kept = community.length - moved.opened().length;
      return moved(moved.faces(), moved.from(), Arrays.copyOf(community, kept));
    }
    if (step instanceof Step.Locked locked) {
      return locked(locked, !locked.lock());
    }
    return coarsened((Step.Refined) step);
  }

  private int[] opened(int[] more) {
    int[] all = Arrays.copyOf(community, community.length + more.length);
    System.arraycopy(more, 0, all, community.length, more.length);
    return all;
  }

  private Redraw moved(int[] faces, int[] to, int[] communities) {
    int[] changed = zone.clone();
    for (int i = 0; i < faces.length; i++) {
      changed[faces[i]] = to[i];
    }
    return new Redraw(fabric, changed, communities, township, lockedZones, lockedArcs, origin);
  }

  private Redraw locked(Step.Locked step, boolean lock) {
    BitSet zones = lockedZones();
    BitSet arcs = lockedArcs();
    Arrays.stream(step.zones()).forEach(z -> zones.set(z, lock));
    Arrays.stream(step.arcs()).forEach(a -> arcs.set(a, lock));
    return new Redraw(fabric, zone, community, township, zones, arcs, origin);
  }

  private Redraw refined(FaceSplit split) {
    int[] parent = split.parent();
    int[] zones = Arrays.stream(parent).map(f -> zone[f]).toArray();
    int[] origins = Arrays.stream(parent).map(f -> origin[f]).toArray();
    BitSet arcs = new BitSet();
    int[] old = split.oldArc();
    for (int a = 0; a < old.length; a++) {
      arcs.set(a, old[a] >= 0 && lockedArcs.get(old[a]));
    }
    return new Redraw(split.fabric(), zones, community, township, lockedZones, arcs, origins);
  }

  private Redraw coarsened(Step.Refined step) {
    int[] parent = step.split().parent();
    int[] zones = new int[step.before().faceCount()];
    int[] origins = new int[zones.length];
    for (int f = 0; f < parent.length; f++) {
      zones[parent[f]] = zone[f];
      origins[parent[f]] = origin[f];
    }
    BitSet arcs = new BitSet();
    int[] old = step.split().oldArc();
    lockedArcs.stream().filter(a -> old[a] >= 0).forEach(a -> arcs.set(old[a]));
    return new Redraw(step.before(), zones, community, township, lockedZones, arcs, origins);
  }
}
