package org.wangge.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.wangge.territory.Grid;
import org.wangge.territory.InForce;
import org.wangge.territory.Proposal;
import org.wangge.zoning.Redraw;
import org.wangge.zoning.Step;

/**
 * A plan as a draft has it: the blocks and what their grids are called. Immutable.
 *
 * <p>Zones keep their number as long as the draft lives; a grid without blocks is abolished. What
 * leaves the draft ({@link #proposal}, and all numbers of {@link #indexOf}) is numbered without
 * those.
 */
final class Drawing {
  private final InForce base;
  private final Redraw redraw;
  private final List<Grid> grids;
  private final Set<String> apart;
  private final BitSet decided;
  private final List<Effect.Waiver> excepted;
  private final int[] index;
  private final int[] zoneOfOrigin;
  private final Map<String, Integer> zoneByCode = new HashMap<>();

  private Drawing(
      InForce base,
      Redraw redraw,
      List<Grid> grids,
      Set<String> apart,
      BitSet decided,
      List<Effect.Waiver> excepted) {
    this.base = base;
    this.redraw = redraw;
    this.grids = List.copyOf(grids);
    this.apart = Set.copyOf(apart);
    this.decided = decided;
    this.excepted = List.copyOf(excepted);
    this.index = new int[grids.size()];
    this.zoneOfOrigin = new int[base.fabric().faceCount()];
    for (int f = 0; f < redraw.fabric().faceCount(); f++) {
      zoneOfOrigin[redraw.origin(f)] = redraw.zone(f);
    }
    boolean[] lives = new boolean[grids.size()];
    for (int z : redraw.zones()) {
      lives[z] = true;
    }
    int next = 0;
    for (int z = 0; z < index.length; z++) {
      index[z] = lives[z] ? next++ : -1;
      if (lives[z]) {
        zoneByCode.put(grids.get(z).code(), z);
      }
    }
  }

  static Drawing of(InForce base) {
    return new Drawing(
        base, Redraw.of(base.plan()), base.grids(), base.inPieces(), new BitSet(), List.of());
  }

  InForce base() {
    return base;
  }

  Redraw redraw() {
    return redraw;
  }

  /** The grid of a zone of the redraw, whether it lives or not. */
  Grid grid(int zone) {
    return grids.get(zone);
  }

  /** A living grid. */
  Optional<Integer> findZone(String code) {
    return Optional.ofNullable(zoneByCode.get(code));
  }

  /** The number a living zone has outside; −1 for one without blocks. */
  int indexOf(int zone) {
    return index[zone];
  }

  /** The grid of a block of the base, or of one of the parts it was split into. */
  String codeOfOrigin(int face) {
    return grids.get(zoneOfOrigin[face]).code();
  }

  boolean mayLieApart(int zone) {
    return apart.contains(grids.get(zone).code());
  }

  /** Faces of the base fabric on which the adopted layer is overruled. */
  BitSet decided() {
    return (BitSet) decided.clone();
  }

  List<Effect.Waiver> excepted() {
    return excepted;
  }

  /** Codes the draft has used, living or not. */
  Set<String> codes() {
    Set<String> codes = new TreeSet<>();
    grids.forEach(grid -> codes.add(grid.code()));
    return codes;
  }

  /** Living zones, ascending. */
  int[] zones() {
    return IntStream.range(0, index.length).filter(z -> index[z] >= 0).toArray();
  }

  /** The grids as they are told outside, in the order of {@link #indexOf}. */
  List<Grid> livingGrids() {
    return Arrays.stream(zones()).mapToObj(this::outside).toList();
  }

  private Grid outside(int zone) {
    Grid grid = grids.get(zone);
    return new Grid(index[zone], grid.code(), grid.name(), grid.communityCode(), grid.kind());
  }

  /** What could be published. */
  Proposal proposal() {
    int[] zone = Arrays.stream(redraw.zones()).map(z -> index[z]).toArray();
    return new Proposal(base.publication().number(), redraw.fabric(), zone, livingGrids(), apart);
  }

  /** What would be in force if it were published. */
  InForce drawn() {
    return base.with(proposal());
  }

  /** The drawing after an effect. */
  Drawing apply(Effect effect) {
    Redraw after = redraw;
    for (Step step : effect.steps()) {
      after = after.apply(step);
    }
    List<Grid> called = new ArrayList<>(grids);
    called.addAll(effect.opened());
    Set<String> pieces = new TreeSet<>(apart);
    pieces.addAll(effect.apart());
    BitSet faces = decided();
    Arrays.stream(effect.decided()).forEach(faces::set);
    List<Effect.Waiver> left = new ArrayList<>(excepted);
    left.addAll(effect.excepted());
    return new Drawing(base, after, renamed(called, effect.renamed()), pieces, faces, left);
  }

  /** The drawing before an effect that was the last. */
  Drawing revert(Effect effect) {
    Redraw before = redraw;
    for (int i = effect.steps().size() - 1; i >= 0; i--) {
      before = before.revert(effect.steps().get(i));
    }
    List<Grid> called = grids.subList(0, grids.size() - effect.opened().size());
    Set<String> pieces = new TreeSet<>(apart);
    pieces.removeAll(effect.apart());
    BitSet faces = decided();
    Arrays.stream(effect.decided()).forEach(faces::clear);
    List<Effect.Waiver> left = excepted.subList(0, excepted.size() - effect.excepted().size());
    return new Drawing(base, before, renamed(called, effect.formerNames()), pieces, faces, left);
  }

  private static List<Grid> renamed(List<Grid> grids, Map<Integer, String> names) {
    List<Grid> renamed = new ArrayList<>(grids);
    names.forEach(
        (zone, name) -> {
          Grid grid = grids.get(zone);
          renamed.set(zone, new Grid(zone, grid.code(), name, grid.communityCode(), grid.kind()));
        });
    return renamed;
  }
}
