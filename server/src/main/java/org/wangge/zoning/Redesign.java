package org.wangge.zoning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Draws the zones of one community anew. Locked zones stay; of the others each new one takes the
 * number of the old one with which it has the most households in common, as far as they reach, so
 * that as few households as possible change their zone; the rest is opened or left empty.
 */
public final class Redesign {
  private final Redraw redraw;
  private final int[] region;
  private final int[] old;

  private Redesign(Redraw redraw, int community) {
    this.redraw = redraw;
    this.old =
        IntStream.range(0, redraw.zoneCount())
            .filter(z -> redraw.community(z) == community && !redraw.isLocked(z))
            .filter(z -> !redraw.isEmpty(z))
            .toArray();
    this.region = new int[redraw.fabric().faceCount()];
    for (int f = 0; f < region.length; f++) {
      boolean free = redraw.communityOfFace(f) == community && !redraw.isLocked(redraw.zone(f));
      region[f] = free ? 0 : -1;
    }
  }

  /**
   * @param step empty when the design is the plan as it stands
   * @param notes one per new zone: load, target and the rule it misses, if any
   */
  public record Answer(Optional<Step> step, List<ZoneNote> notes) {}

  /** So many zones of equal load. */
  public static Answer counted(Redraw redraw, int community, int count, long seed) {
    Redesign redesign = new Redesign(redraw, community);
    BlockGraph graph = BlockGraph.of(redraw.fabric());
    return redesign.answer(
        Designer.design(DesignRequest.even(graph, redesign.region, new int[] {count}, seed)));
  }

  /** As many zones as bring their load nearest to the target. */
  public static Answer sized(Redraw redraw, int community, int target, long seed) {
    Redesign redesign = new Redesign(redraw, community);
    BlockGraph graph = BlockGraph.of(redraw.fabric());
    return redesign.answer(
        Designer.design(DesignRequest.sized(graph, redesign.region, 1, target, seed)));
  }

  private record Pair(int fresh, int old, int households) {}

  private Answer answer(Design design) {
    int[] number = numbers(design);
    int opened = 0;
    for (int i = 0; i < number.length; i++) {
      number[i] = number[i] < 0 ? redraw.zoneCount() + opened++ : number[i];
    }
    int[] faces =
        IntStream.range(0, region.length)
            .filter(f -> region[f] == 0 && number[design.zone()[f]] != redraw.zone(f))
            .toArray();
    int[] to = Arrays.stream(faces).map(f -> number[design.zone()[f]]).toArray();
    int[] communities = new int[opened];
    Arrays.fill(communities, old.length == 0 ? 0 : redraw.community(old[0]));
    Optional<Step> step =
        faces.length == 0
            ? Optional.empty()
            : Optional.of(Step.moved(redraw, faces, to, communities));
    return new Answer(step, design.notes());
  }

  /** The old zone that each new one continues; −1 for none. */
  private int[] numbers(Design design) {
    int[][] common = new int[design.zoneCount()][redraw.zoneCount()];
    for (int f = 0; f < region.length; f++) {
      if (region[f] == 0) {
        common[design.zone()[f]][redraw.zone(f)] += 1 + 1000 * redraw.fabric().households(f);
      }
    }
    List<Pair> pairs = new ArrayList<>();
    for (int fresh = 0; fresh < common.length; fresh++) {
      for (int z : old) {
        if (common[fresh][z] > 0) {
          pairs.add(new Pair(fresh, z, common[fresh][z]));
        }
      }
    }
    pairs.sort(
        Comparator.comparingInt((Pair pair) -> -pair.households)
            .thenComparingInt(Pair::fresh)
            .thenComparingInt(Pair::old));
    int[] number = new int[design.zoneCount()];
    Arrays.fill(number, -1);
    boolean[] taken = new boolean[redraw.zoneCount()];
    for (Pair pair : pairs) {
      if (number[pair.fresh] < 0 && !taken[pair.old]) {
        number[pair.fresh] = pair.old;
        taken[pair.old] = true;
      }
    }
    return number;
  }
}
