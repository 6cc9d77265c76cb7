package org.wangge.zoning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.wangge.fabric.Fabric;

/**
 * Brings zones into a band by moving few households: blocks change sides at borders between zones
 * of one community, among the zones asked for and their neighbours, which must not leave the band
 * for it. Zones stay in one piece, locked ones and locked borders stay as they are.
 *
 * <p>How: annealed local search from the plan as it stands, several times from one seed; the answer
 * is the one nearest to the band, of equal ones that which moves the fewest households, then that
 * with the cheapest borders. What was moved without need goes back. Equal requests give equal
 * answers. It never splits a block and never promises: what could not be met is told per zone with
 * the reason.
 */
public final class Rebalance {
  private static final int STARTS = 6;
  private static final int TRIES_PER_BLOCK = 60;
  private static final int MOST_TRIES = 60_000;
  private static final double HOTTEST = 1;

  /** To bring a zone into the band is worth more than all else. */
  private static final double OUTSIDE = 2;

  private static final double MISFIT = 20;
  private static final double MOVED = 0.5;
  private static final double BORDER = 0.1;

  private final Redraw redraw;
  private final Fabric fabric;
  private final Request request;
  private final BlockGraph graph;
  private final BitSet taking = new BitSet();
  private final int[] start;

  /**
   * @param zones which are to come into the band
   * @param maxHouseholdsMoved no more households change their zone
   */
  public record Request(int[] zones, Band band, int maxHouseholdsMoved, long seed) {}

  /** Why a zone is still outside the band. */
  public enum Unmet {
    NONE(""),
    LOCKED("网格已锁定"),
    /** One block alone is above the band. */
    BLOCK_TOO_BIG("单个街区就超过上限，须先切分街区"),
    /** No more households may be moved. */
    CAP("可调户数已用完"),
    /** No neighbour can give or take what it needs. */
    NO_ROOM("相邻网格没有余量");

    private final String label;

    Unmet(String label) {
      this.label = label;
    }

    /** The reason in Chinese. */
    public String label() {
      return label;
    }
  }

  /**
   * What became of one zone: households before and after, how many came and went, what is unmet.
   */
  public record Note(int zone, int before, int after, int gained, int lost, Unmet unmet) {}

  /**
   * @param step what to do; empty when nothing better was found
   * @param notes zones asked for, and those that would change
   */
  public record Answer(Optional<Step> step, List<Note> notes, int householdsMoved) {}

  private Rebalance(Redraw redraw, Request request) {
    this.redraw = redraw;
    this.fabric = redraw.fabric();
    this.request = request;
    this.graph = BlockGraph.of(fabric);
    this.start = redraw.zones();
    Arrays.stream(request.zones()).filter(z -> !redraw.isLocked(z)).forEach(taking::set);
    neighbours(taking).stream().forEach(taking::set);
  }

  public static Answer of(Redraw redraw, Request request) {
    return new Rebalance(redraw, request).answer();
  }

  /** Unlocked zones of the same communities across an arc. */
  private BitSet neighbours(BitSet of) {
    BitSet found = new BitSet();
    for (int f = 0; f < start.length; f++) {
      for (int e = fabric.dualStart(f); of.get(start[f]) && e < fabric.dualStart(f + 1); e++) {
        int other = start[fabric.dualFace(e)];
        if (redraw.community(other) == redraw.community(start[f]) && !redraw.isLocked(other)) {
          found.set(other);
        }
      }
    }
    return found;
  }

  private Answer answer() {
    int[] movable = movable();
    Search best = new Search(0);
    for (int i = 0; i < STARTS && movable.length > 0; i++) {
      Search search = new Search(request.seed() * 31 + i);
      search.run(movable);
      best = search.isBetterThan(best) ? search : best;
    }
    return best.answer();
  }

  private int[] movable() {
    return IntStream.range(0, start.length)
        .filter(f -> taking.get(start[f]) && !redraw.touchesLockedArc(f))
        .toArray();
  }

  /** One search; starts from the plan as it stands. */
  private final class Search {
    private final Borders borders;
    private final SplittableRandom random;
    private int moved;
    private double cost;
    private int[] bestZone = start;
    private int bestMoved;
    private double bestCost;
    private double bestMisfit;

    Search(long seed) {
      double[] targets = new double[redraw.zoneCount()];
      Arrays.fill(targets, request.band().target());
      this.borders = new Borders(graph, start.clone(), targets, 1);
      this.random = new SplittableRandom(seed);
      this.cost = misfits();
      this.bestCost = cost;
      this.bestMisfit = cost;
    }

    private double misfits() {
      return taking.stream().mapToDouble(z -> misfit(borders.load[z])).sum();
    }

    private double misfit(double load) {
      double excess = Math.abs(request.band().excess((int) load));
      return excess == 0 ? 0 : OUTSIDE + MISFIT * excess / request.band().target();
    }

    void run(int[] movable) {
      int tries = Math.min(MOST_TRIES, movable.length * TRIES_PER_BLOCK);
      for (int i = 0; i < tries; i++) {
        double left = 1 - (double) i / tries;
        double heat = HOTTEST * left * left;
        attempt(movable[random.nextInt(movable.length)], heat);
      }
      giveBack();
    }

    /** Blocks whose move brings no zone nearer to the band stay where they were. */
    private void giveBack() {
      for (int block = 0; block < start.length; block++) {
        borders.move(block, bestZone[block]);
      }
      boolean changed = true;
      while (changed) {
        changed = false;
        for (int block = 0; block < start.length; block++) {
          if (borders.zone[block] != start[block] && mayGoBack(block)) {
            borders.move(block, start[block]);
            changed = true;
          }
        }
      }
      bestZone = borders.zone.clone();
      bestMoved = Patches.households(fabric, movedFaces());
      bestMisfit = misfits();
    }

    private boolean mayGoBack(int block) {
      int home = start[block];
      return balance(block, borders.zone[block], home) < 1e-9
          && touches(block, home)
          && borders.canLeave(block);
    }

    private boolean touches(int block, int zone) {
      return IntStream.range(graph.start()[block], graph.start()[block + 1])
          .anyMatch(e -> borders.zone[graph.neighbour()[e]] == zone);
    }

    private int[] movedFaces() {
      return IntStream.range(0, start.length).filter(f -> bestZone[f] != start[f]).toArray();
    }

    private void attempt(int block, double heat) {
      int from = borders.zone[block];
      int to = someNeighbour(block, from);
      if (to < 0) {
        return;
      }
      int households = fabric.households(block);
      int back = start[block] == to ? -households : 0;
      int away = start[block] == from ? households : 0;
      if (moved + back + away > request.maxHouseholdsMoved()) {
        return;
      }
      double price = price(block, from, to) + MOVED * (back + away) / request.band().target();
      boolean taken = price < 0 || random.nextDouble() < Math.exp(-price / Math.max(heat, 1e-6));
      if (taken && borders.canLeave(block)) {
        borders.move(block, to);
        moved += back + away;
        cost += price;
        keepBest();
      }
    }

    /** How much farther from the band a move would bring both zones. */
    private double balance(int block, int from, int to) {
      double load = graph.load()[block];
      double[] loads = borders.load;
      return misfit(loads[from] - load)
          - misfit(loads[from])
          + misfit(loads[to] + load)
          - misfit(loads[to]);
    }

    private double price(int block, int from, int to) {
      return balance(block, from, to)
          + BORDER * (borderWith(block, from) - borderWith(block, to)) / 500;
    }

    private double borderWith(int block, int zone) {
      double sum = 0;
      for (int e = graph.start()[block]; e < graph.start()[block + 1]; e++) {
        sum += borders.zone[graph.neighbour()[e]] == zone ? graph.cost(e) : 0;
      }
      return sum;
    }

    private int someNeighbour(int block, int from) {
      int first = graph.start()[block];
      int count = graph.start()[block + 1] - first;
      int at = count == 0 ? 0 : random.nextInt(count);
      for (int i = 0; i < count; i++) {
        int to = borders.zone[graph.neighbour()[first + (at + i) % count]];
        if (to != from && taking.get(to) && redraw.community(to) == redraw.community(from)) {
          return to;
        }
      }
      return -1;
    }

    private void keepBest() {
      if (cost < bestCost - 1e-9) {
        bestCost = cost;
        bestMoved = moved;
        bestZone = borders.zone.clone();
      }
    }

    boolean isBetterThan(Search other) {
      if (Math.abs(bestMisfit - other.bestMisfit) > 1e-9) {
        return bestMisfit < other.bestMisfit;
      }
      return bestMoved != other.bestMoved ? bestMoved < other.bestMoved : bestCost < other.bestCost;
    }

    Answer answer() {
      int[] faces = movedFaces();
      int[] to = Arrays.stream(faces).map(f -> bestZone[f]).toArray();
      Optional<Step> step =
          faces.length == 0
              ? Optional.empty()
              : Optional.of(Step.moved(redraw, faces, to, new int[0]));
      return new Answer(step, notes(faces), Patches.households(fabric, faces));
    }

    private List<Note> notes(int[] faces) {
      BitSet told = new BitSet();
      Arrays.stream(request.zones()).forEach(told::set);
      for (int f : faces) {
        told.set(start[f]);
        told.set(bestZone[f]);
      }
      List<Note> notes = new ArrayList<>();
      told.stream().forEach(z -> notes.add(note(z, faces)));
      return notes;
    }

    private Note note(int z, int[] faces) {
      int before = redraw.households(redraw.faces(z));
      int gained = 0;
      int lost = 0;
      for (int f : faces) {
        gained += bestZone[f] == z ? fabric.households(f) : 0;
        lost += start[f] == z ? fabric.households(f) : 0;
      }
      int after = before + gained - lost;
      return new Note(z, before, after, gained, lost, unmet(z, after));
    }

    private Unmet unmet(int z, int after) {
      int excess = request.band().excess(after);
      if (excess == 0) {
        return Unmet.NONE;
      }
      if (redraw.isLocked(z)) {
        return Unmet.LOCKED;
      }
      boolean tooBig =
          IntStream.range(0, start.length)
              .anyMatch(f -> bestZone[f] == z && fabric.households(f) > request.band().max());
      if (tooBig) {
        return Unmet.BLOCK_TOO_BIG;
      }
      boolean spent = request.maxHouseholdsMoved() - bestMoved < Math.abs(excess);
      return spent ? Unmet.CAP : Unmet.NO_ROOM;
    }
  }
}
