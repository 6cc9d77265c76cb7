package org.wangge.documents;

import java.awt.Color;
import java.util.BitSet;
import org.wangge.territory.InForce;
import org.wangge.zoning.Plan;

/** Pale colours for zones so that neighbours differ; equal plans are coloured alike. */
final class MapColours {
  private static final Color[] PALE = {
    new Color(0xFBE3D6), new Color(0xDDEBDA), new Color(0xFCF3CF), new Color(0xE6DFF0),
    new Color(0xD8EBEF), new Color(0xF7DCE4), new Color(0xE9E7D2), new Color(0xDCE4F5)
  };

  private final int[] colour;

  private MapColours(Plan plan, int[] label, int count) {
    BitSet[] near = new BitSet[count];
    for (int i = 0; i < count; i++) {
      near[i] = new BitSet();
    }
    for (int arc = 0; arc < plan.fabric().arcCount(); arc++) {
      int left = at(label, plan.fabric().face(2 * arc));
      int right = at(label, plan.fabric().face(2 * arc + 1));
      if (left >= 0 && right >= 0 && left != right) {
        near[left].set(right);
        near[right].set(left);
      }
    }
    this.colour = new int[count];
    for (int i = 0; i < count; i++) {
      colour[i] = free(near[i], i);
    }
  }

  private static int at(int[] label, int face) {
    return face < 0 ? -1 : label[face];
  }

  /** The colour used least often so far among those no neighbour has. */
  private int free(BitSet near, int zone) {
    int[] used = new int[PALE.length];
    for (int i = 0; i < zone; i++) {
      used[colour[i]] += near.get(i) ? zone + 1 : 0;
      used[colour[i]]++;
    }
    int best = 0;
    for (int c = 1; c < PALE.length; c++) {
      best = used[c] < used[best] ? c : best;
    }
    return best;
  }

  static MapColours ofGrids(InForce inForce) {
    Plan plan = inForce.plan();
    return new MapColours(plan, plan.zones(), plan.zoneCount());
  }

  static MapColours ofCommunities(InForce inForce) {
    Plan plan = inForce.plan();
    return new MapColours(plan, plan.communityOfFaces(), plan.communityCount());
  }

  Color of(int zone) {
    return PALE[colour[zone]];
  }
}
