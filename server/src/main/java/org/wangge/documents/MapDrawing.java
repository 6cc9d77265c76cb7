package org.wangge.documents;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.operation.linemerge.LineMerger;
import org.wangge.documents.PdfPage.Ink;
import org.wangge.documents.PdfPage.Stroke;
import org.wangge.fabric.ArcClass;
import org.wangge.fabric.Fabric;
import org.wangge.fabric.FaceKind;
import org.wangge.fabric.InteriorLine;
import org.wangge.territory.Grid;
import org.wangge.territory.InForce;
import org.wangge.territory.Unit;
import org.wangge.territory.UnitLevel;
import org.wangge.zoning.Level;

/** Draws streets, water, grids, borders and names of a subject into a frame. */
final class MapDrawing {
  static final Color WATER = new Color(0xC5DDEE);
  static final Color RIVER = new Color(0x6FA8D0);
  static final Color CASING = new Color(0xA8A8A8);
  static final Color RAIL = new Color(0x606060);
  static final Color GRID = new Color(0xC2554B);
  static final Color COMMUNITY = new Color(0x8A3B8F);
  static final Color TOWNSHIP = new Color(0x3B3B8F);
  static final Color DISTRICT = new Color(0x222222);
  private static final Color OUTSIDE = new Color(0xFAFAF8);
  private static final Color BESIDE = new Color(0xEFEFEB);
  private static final Color STREET_NAME = new Color(0x4A4A4A);
  private static final Color RIVER_NAME = new Color(0x2E6DA4);

  /** Above this ratio a map shows the town as a whole and no lanes. */
  private static final double OVERVIEW = 26_000;

  private final Subject subject;
  private final InForce inForce;
  private final Fabric fabric;
  private final PdfPage page;
  private final MapFrame frame;
  private final Envelope ground;
  private final MapLabels labels;

  MapDrawing(Subject subject, PdfPage page, MapFrame frame) {
    this.subject = subject;
    this.inForce = subject.after();
    this.fabric = inForce.fabric();
    this.page = page;
    this.frame = frame;
    this.ground = frame.ground();
    this.labels = new MapLabels(page, frame);
  }

  private boolean isOverview() {
    return frame.denominator() > OVERVIEW;
  }

  void draw() {
    page.clip(frame.left(), frame.bottom(), frame.width(), frame.height());
    page.fillBox(frame.left(), frame.bottom(), frame.width(), frame.height(), OUTSIDE);
    page.fill(
        inForce.domainShape().metric(), frame, subject.isWholeDistrict() ? Color.WHITE : BESIDE);
    zones();
    water();
    lines();
    borders();
    names();
    page.unclip();
  }

  /** A whole district is coloured by communities, anything smaller by grids. */
  private void zones() {
    boolean byCommunity = subject.isWholeDistrict() && inForce.grids().size() > 60;
    MapColours colours =
        byCommunity ? MapColours.ofCommunities(inForce) : MapColours.ofGrids(inForce);
    for (Grid grid : subject.grids()) {
      int zone = grid.zone();
      Color colour = colours.of(byCommunity ? inForce.plan().community(zone) : zone);
      page.fill(inForce.gridShape(zone).metric(), frame, colour);
    }
  }

  private void water() {
    IntStream.range(0, fabric.faceCount())
        .filter(face -> fabric.kind(face) == FaceKind.WATER)
        .forEach(face -> page.fill(inForce.blockShape(face).metric(), frame, WATER));
  }

  private void lines() {
    Map<ArcClass, List<LineString>> byClass = new EnumMap<>(ArcClass.class);
    for (int arc = 0; arc < fabric.arcCount(); arc++) {
      add(byClass, fabric.arcClass(arc), (LineString) inForce.arcShape(arc).metric());
    }
    List<InteriorLine> interior = inForce.interiorLines();
    for (int i = 0; i < interior.size(); i++) {
      add(byClass, interior.get(i).arcClass(), (LineString) inForce.interiorShape(i).metric());
    }
    byClass.getOrDefault(ArcClass.RIVER, List.of()).forEach(line -> stroke(line, 1.1, RIVER));
    streets(byClass);
    byClass.getOrDefault(ArcClass.WALL, List.of()).forEach(line -> stroke(line, 0.4, CASING));
    for (LineString line : byClass.getOrDefault(ArcClass.RAIL, List.of())) {
      stroke(line, 1.3, RAIL);
      page.stroke(line, frame, new Stroke(0.8, Color.WHITE, 4, 4));
    }
  }

  private void add(Map<ArcClass, List<LineString>> byClass, ArcClass kind, LineString line) {
    if (line.getEnvelopeInternal().intersects(ground)) {
      byClass.computeIfAbsent(kind, each -> new ArrayList<>()).add(line);
    }
  }

  /** Casings of all streets first, so that crossings are open. */
  private void streets(Map<ArcClass, List<LineString>> byClass) {
    ArcClass[] lowestFirst = {
      ArcClass.PATH, ArcClass.LOCAL, ArcClass.COLLECTOR, ArcClass.ARTERIAL, ArcClass.EXPRESSWAY
    };
    for (ArcClass kind : lowestFirst) {
      double width = width(kind);
      byClass
          .getOrDefault(kind, List.of())
          .forEach(line -> stroke(line, width < 0.5 ? width : width + 0.5, CASING));
    }
    for (ArcClass kind : lowestFirst) {
      double width = width(kind);
      if (width >= 0.5) {
        byClass.getOrDefault(kind, List.of()).forEach(line -> stroke(line, width, colour(kind)));
      }
    }
  }

  private double width(ArcClass kind) {
    double detail = isOverview() ? 0.55 : Math.min(1.6, 12_000 / frame.denominator() + 0.4);
    return switch (kind) {
      case EXPRESSWAY, ARTERIAL -> 2.4 * detail;
      case COLLECTOR -> 1.7 * detail;
      case LOCAL -> isOverview() ? 0.18 : 1.1 * detail;
      default -> isOverview() ? 0.12 : 0.3 * detail;
    };
  }

  static Color colour(ArcClass kind) {
    return kind.isMajorStreet() && kind != ArcClass.COLLECTOR ? new Color(0xFFE08A) : Color.WHITE;
  }

  private void stroke(LineString line, double width, Color color) {
    page.stroke(line, frame, new Stroke(width, color));
  }

  private void borders() {
    for (Level level : new Level[] {Level.GRID, Level.COMMUNITY, Level.TOWNSHIP, Level.DISTRICT}) {
      Stroke stroke = stroke(level, isOverview());
      IntStream.range(0, fabric.arcCount())
          .filter(arc -> inForce.plan().level(arc) == level)
          .mapToObj(arc -> (LineString) inForce.arcShape(arc).metric())
          .filter(line -> line.getEnvelopeInternal().intersects(ground))
          .forEach(line -> page.stroke(line, frame, stroke));
    }
  }

  static Stroke stroke(Level level, boolean overview) {
    double thin = overview ? 0.6 : 1;
    return switch (level) {
      case GRID -> new Stroke(0.9 * thin, GRID);
      case COMMUNITY -> new Stroke(1.6 * thin, COMMUNITY);
      case TOWNSHIP -> new Stroke(2.5 * thin, TOWNSHIP);
      default -> new Stroke(3.2 * thin, DISTRICT);
    };
  }

  private void names() {
    UnitLevel level = subject.unit().map(Unit::level).orElse(UnitLevel.DISTRICT);
    if (level == UnitLevel.DISTRICT) {
      units(inForce.tree().townships(), new Ink(15, true, TOWNSHIP));
      units(inForce.tree().communities(), new Ink(isOverview() ? 5.5 : 9, false, COMMUNITY));
    } else if (level == UnitLevel.TOWNSHIP) {
      units(communities(), new Ink(12, true, COMMUNITY));
    }
    grids(level);
    streetNames();
  }

  private List<Unit> communities() {
    return inForce.tree().communities().stream()
        .filter(
            unit -> subject.grids().stream().anyMatch(g -> g.communityCode().equals(unit.code())))
        .toList();
  }

  private void units(List<Unit> units, Ink ink) {
    boolean townships = units.equals(inForce.tree().townships());
    MapLand water = new MapLand(inForce);
    Geometry[] land = townships ? water.townships() : water.communities();
    for (Unit unit : units) {
      Geometry dry = land[inForce.tree().indexOf(unit.code())];
      Geometry area = dry.isEmpty() ? inForce.unitShape(unit.code()).metric() : dry;
      Coordinate middle = middle(area);
      Ink smaller = new Ink(ink.size() * 0.75, ink.bold(), ink.color());
      if (!labels.place(List.of(unit.name()), middle, ink)) {
        labels.place(List.of(unit.name()), middle, smaller);
      }
    }
  }

  /** Far inside, where a name has most room. */
  private static Coordinate middle(Geometry area) {
    double finest = Math.max(1, Math.sqrt(area.getArea()) / 40);
    return MaximumInscribedCircle.getCenter(area, finest).getCoordinate();
  }

  private void grids(UnitLevel level) {
    Ink ink = new Ink(size(level), level == UnitLevel.COMMUNITY, GRID.darker());
    Geometry[] land = new MapLand(inForce).grids();
    for (Grid grid : subject.grids()) {
      Geometry dry = land[grid.zone()];
      Geometry area = dry.isEmpty() ? inForce.gridShape(grid.zone()).metric() : dry;
      labels.place(lines(grid, level), middle(area), ink);
    }
  }

  private double size(UnitLevel level) {
    return switch (level) {
      case COMMUNITY -> Math.max(6.5, Math.min(12, 80_000 / frame.denominator()));
      case TOWNSHIP -> 7;
      default -> 4.5;
    };
  }

  private List<String> lines(Grid grid, UnitLevel level) {
    String households = inForce.plan().households(grid.zone()) + "户";
    String number = grid.code().substring(Math.max(0, grid.code().length() - 3));
    return switch (level) {
      case COMMUNITY -> List.of(shortName(grid), number + " · " + households);
      case TOWNSHIP -> List.of(number, households);
      default -> List.of(number);
    };
  }

  private String shortName(Grid grid) {
    String community = inForce.communityOf(grid).name();
    boolean longer = grid.name().startsWith(community) && grid.name().length() > community.length();
    return longer ? grid.name().substring(community.length()) : grid.name();
  }

  private void streetNames() {
    Map<String, List<Integer>> byName = new TreeMap<>();
    for (int arc = 0; arc < fabric.arcCount(); arc++) {
      if (isNamed(arc)) {
        byName.computeIfAbsent(fabric.arcName(arc), name -> new ArrayList<>()).add(arc);
      }
    }
    byName.values().stream()
        .sorted(
            Comparator.<List<Integer>>comparingInt(arcs -> -fabric.arcClass(arcs.get(0)).strength())
                .thenComparing(arcs -> -arcs.stream().mapToDouble(fabric::arcLengthMetres).sum()))
        .forEach(this::streetName);
  }

  private boolean isNamed(int arc) {
    ArcClass kind = fabric.arcClass(arc);
    boolean shown =
        isOverview() ? kind.isMajorStreet() || kind == ArcClass.RIVER : kind.isOnGround();
    return shown
        && !fabric.arcName(arc).isEmpty()
        && inForce.arcShape(arc).metric().getEnvelopeInternal().intersects(ground);
  }

  private void streetName(List<Integer> arcs) {
    LineMerger merger = new LineMerger();
    arcs.forEach(arc -> merger.add(inForce.arcShape(arc).metric()));
    ArcClass kind = fabric.arcClass(arcs.get(0));
    double size = isOverview() ? 4.5 : kind.isMajorStreet() ? 7 : 5.5;
    Ink ink = new Ink(size, false, kind == ArcClass.RIVER ? RIVER_NAME : STREET_NAME);
    for (Object line : merger.getMergedLineStrings()) {
      labels.along(fabric.arcName(arcs.get(0)), (LineString) line, ink, 260);
    }
  }
}
