package org.wangge.founding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Geometry;
import org.wangge.fabric.Fabric;
import org.wangge.fabric.FabricBuild;
import org.wangge.fabric.FabricBuilder;
import org.wangge.fabric.FabricOptions;
import org.wangge.fabric.Progress;
import org.wangge.territory.Building;
import org.wangge.territory.FirstPublication;
import org.wangge.territory.Grid;
import org.wangge.territory.Unit;
import org.wangge.territory.UnitLevel;
import org.wangge.topology.CheckOptions;
import org.wangge.topology.CheckReport;
import org.wangge.topology.CoverageCheck;
import org.wangge.topology.LayerPolygon;
import org.wangge.zoning.Contiguity;

/**
 * Makes a district out of files.
 *
 * <p>The fabric is built from the streets and from the borders of all given polygons as mandatory
 * statutory lines, so that every grid is a union of faces. Lines that run within the snapping
 * tolerance of each other become one first: a border drawn along a street counts as that street.
 * The given grids are checked as they came; what is wrong with them is told, and mended only so far
 * as a plan must be total ({@link FaceOwners}). Grids nest by the parent's code, else by ground.
 */
public final class Founding {
  private final FoundingInput input;
  private final Progress progress;
  private final List<String> notes = new ArrayList<>();

  private Founding(FoundingInput input, Progress progress) {
    this.input = input;
    this.progress = progress;
  }

  /**
   * @throws FoundingException with every reason why these files make no district
   */
  public static Founded found(FoundingInput input, Progress progress) {
    return new Founding(input, progress).found();
  }

  private Founded found() {
    Levels levels = Levels.of(input, notes);
    progress.report("检查网格", 0.05);
    CheckReport check = check(levels);
    progress.report("构建街区底图", 0.3);
    FabricBuild build = build(levels);
    progress.report("街区归入网格", 0.7);
    int[] zone = assign(build.fabric(), levels.grids());
    List<Building> buildings = BuildingReader.read(input, build.fabric(), notes);
    Fabric fabric = HouseholdCounts.put(build.fabric(), zone, levels.grids(), buildings, notes);
    progress.report("整理", 0.9);
    FirstPublication publication =
        new FirstPublication(
            input.settings(),
            units(levels),
            fabric,
            build.report().interior(),
            zone,
            grids(levels.grids()),
            List.of(),
            buildings,
            List.of(),
            inPieces(fabric, zone, levels.grids()),
            input.effective(),
            input.note());
    return new Founded(publication, check, build.report(), notes);
  }

  private CheckReport check(Levels levels) {
    CheckReport report =
        CoverageCheck.check(
            polygons(levels.grids()),
            input.domain(),
            polygons(levels.communities()),
            CheckOptions.defaults().withThreads(2),
            Progress.none());
    if (input.strict() && !report.findings().isEmpty()) {
      throw new FoundingException(
          report.findings().stream()
              .map(finding -> "grids: " + finding.kind() + ": " + finding.explanation().english())
              .toList());
    }
    return report;
  }

  private static List<LayerPolygon> polygons(List<Zone> zones) {
    return zones.stream()
        .map(zone -> new LayerPolygon(zone.index(), zone.code(), zone.area()))
        .toList();
  }

  private FabricBuild build(Levels levels) {
    BoundaryNet net = BoundaryNet.of(input, levels);
    return FabricBuilder.build(
        net.lines(),
        net.domain(),
        input.streets().waterMetres(),
        FabricOptions.defaults(),
        (stage, share) -> progress.report(stage, 0.3 + 0.4 * share));
  }

  private int[] assign(Fabric fabric, List<Zone> grids) {
    List<Geometry> areas = grids.stream().map(Zone::area).toList();
    FaceOwners owners = FaceOwners.of(fabric, areas, 2 * input.snapMetres());
    int[] empty = owners.empty(grids.size());
    int[] zone = owners.zones();
    if (empty.length > 0) {
      throw new FoundingException(
          Arrays.stream(empty)
              .mapToObj(z -> "grids: " + grids.get(z).label() + " covers no block of the domain")
              .toList());
    }
    if (owners.adopted() > 0) {
      notes.add(
          "%d blocks (%.0f m²) lie in no grid and were given to the neighbour with the longest common border"
              .formatted(owners.adopted(), owners.adoptedSquareMetres()));
    }
    requireTotal(zone);
    return zone;
  }

  private static void requireTotal(int[] zone) {
    long left = Arrays.stream(zone).filter(z -> z < 0).count();
    if (left > 0) {
      throw FoundingException.because(
          left
              + " blocks of the domain lie in no grid and touch none: the domain and the grids do"
              + " not fit");
    }
  }

  private List<Unit> units(Levels levels) {
    List<Unit> units = new ArrayList<>();
    String district = input.settings().code();
    String name = input.settings().name();
    units.add(new Unit(district, UnitLevel.DISTRICT, name, "", null, input.effective(), null));
    levels.townships().forEach(zone -> units.add(unit(zone, UnitLevel.TOWNSHIP, district)));
    levels.communities().forEach(zone -> units.add(unit(zone, UnitLevel.COMMUNITY, zone.parent())));
    return units;
  }

  private Unit unit(Zone zone, UnitLevel level, String parent) {
    String name = zone.name().isEmpty() ? zone.code() : zone.name();
    return new Unit(zone.code(), level, name, zone.kind(), parent, input.effective(), null);
  }

  private static List<Grid> grids(List<Zone> zones) {
    return IntStream.range(0, zones.size()).mapToObj(z -> grid(z, zones.get(z))).toList();
  }

  private static Grid grid(int index, Zone zone) {
    String name = zone.name().isEmpty() ? zone.code() : zone.name();
    return new Grid(index, zone.code(), name, zone.parent(), zone.kind());
  }

  private Set<String> inPieces(Fabric fabric, int[] zone, List<Zone> grids) {
    int[] pieces = Contiguity.pieces(fabric, zone, grids.size());
    Set<String> codes = new HashSet<>();
    for (int z = 0; z < pieces.length; z++) {
      if (pieces[z] > 1) {
        codes.add(grids.get(z).code());
      }
    }
    if (!codes.isEmpty()) {
      notes.add(codes.size() + " grids lie in several pieces, recorded as exceptions");
    }
    return codes;
  }
}
