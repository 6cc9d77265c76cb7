package org.wangge.territory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.wangge.fabric.Fabric;
import org.wangge.zoning.FaceMap;

/** A proposal for tests, made by changing what a publication has. */
public final class Redraw {
  private final int base;
  private Fabric fabric;
  private int[] zone;
  private final List<Grid> grids;
  private final Set<String> inPieces;

  private Redraw(InForce base) {
    this.base = base.publication().number();
    this.fabric = base.fabric();
    this.zone = base.plan().zones();
    this.grids = new ArrayList<>(base.grids());
    this.inPieces = new HashSet<>(base.inPieces());
  }

  public static Redraw of(InForce base) {
    return new Redraw(base);
  }

  /** Puts blocks into a zone. */
  public Redraw assign(int toZone, int... faces) {
    IntStream.of(faces).forEach(face -> zone[face] = toZone);
    return this;
  }

  /** Puts blocks into a new grid of the community of their present grid. */
  public Redraw create(String code, int... faces) {
    Grid old = grids.get(zone[faces[0]]);
    grids.add(new Grid(grids.size(), code, "新网格", old.communityCode(), old.kind()));
    return assign(grids.size() - 1, faces);
  }

  /** Gives all blocks of a zone to another; it is gone and later ones move up. */
  public Redraw merge(int gone, int into) {
    for (int f = 0; f < zone.length; f++) {
      int to = zone[f] == gone ? into : zone[f];
      zone[f] = to > gone ? to - 1 : to;
    }
    grids.remove(gone);
    for (int z = gone; z < grids.size(); z++) {
      Grid grid = grids.get(z);
      grids.set(z, new Grid(z, grid.code(), grid.name(), grid.communityCode(), grid.kind()));
    }
    return this;
  }

  public Redraw rename(int of, String name) {
    Grid grid = grids.get(of);
    grids.set(of, new Grid(of, grid.code(), name, grid.communityCode(), grid.kind()));
    return this;
  }

  public Redraw recode(int of, String code) {
    Grid grid = grids.get(of);
    grids.set(of, new Grid(of, code, grid.name(), grid.communityCode(), grid.kind()));
    return this;
  }

  /** {@link #assign} of a face of the base; its parts go too. */
  Redraw assignIn(InForce base, int toZone, int face) {
    return toZone < grids.size() ? assign(toZone, parts(base, face)) : this;
  }

  /** {@link #create} on a face of the base; its parts go too. */
  Redraw createIn(InForce base, String code, int face) {
    return create(code, parts(base, face));
  }

  Redraw renameFirst(String name) {
    return rename(0, name);
  }

  Redraw recodeFirst(String code) {
    return recode(0, code);
  }

  private int[] parts(InForce base, int face) {
    return FaceMap.of(base.fabric(), fabric).children(face);
  }

  public Redraw exception(String code) {
    inPieces.add(code);
    return this;
  }

  /** Stands it on a refinement; parts take the grid of their block. */
  public Redraw on(Fabric refined) {
    zone = FaceMap.of(fabric, refined).carry(zone);
    fabric = refined;
    return this;
  }

  public Proposal proposal() {
    return new Proposal(base, fabric, zone.clone(), grids, inPieces);
  }

  public NextPublication from(LocalDate day) {
    return next(day, NextPublication.Kind.CHANGE);
  }

  public NextPublication correcting(LocalDate day) {
    return next(day, NextPublication.Kind.CORRECT);
  }

  private NextPublication next(LocalDate day, NextPublication.Kind kind) {
    return new NextPublication(proposal(), day, "雨政发〔2026〕1号", "审核员", "调整", kind);
  }
}
