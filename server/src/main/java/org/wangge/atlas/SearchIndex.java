package org.wangge.atlas;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.wangge.atlas.SearchEntry.Kind;
import org.wangge.atlas.SearchEntry.Match;
import org.wangge.catalogue.Shape;
import org.wangge.fabric.Fabric;
import org.wangge.fabric.InteriorLine;
import org.wangge.territory.Building;
import org.wangge.territory.Grid;
import org.wangge.territory.InForce;
import org.wangge.territory.Unit;
import org.wangge.territory.UnitLevel;

/**
 * Everything of a publication that has a name or a code, to be found by a part of either. Exact
 * hits come before those that begin with what was typed, those before the ones that contain it;
 * equally good ones by kind, then the shorter name, then name and id. Made once, read by any
 * thread.
 */
final class SearchIndex {
  private static final double METRES_PER_DEGREE = 111_320;
  private static final double MILLIMETRES_PER_METRE = 1000;
  private static final double BUILDING_MARGIN_METRES = 60;

  private final List<SearchEntry> entries = new ArrayList<>();

  /**
   * One thing found.
   *
   * @param match how well
   */
  record Hit(SearchEntry entry, Match match) {}

  private SearchIndex() {}

  static SearchIndex of(InForce inForce) {
    SearchIndex index = new SearchIndex();
    inForce.units().forEach(unit -> index.addUnit(inForce, unit));
    inForce.grids().forEach(grid -> index.addGrid(inForce, grid));
    index.addStreets(inForce);
    IntStream.range(0, inForce.buildings().count()).forEach(i -> index.addBuilding(inForce, i));
    return index;
  }

  List<Hit> find(String text, int limit) {
    String folded = SearchEntry.fold(text);
    return entries.stream()
        .map(entry -> new Hit(entry, entry.match(folded)))
        .filter(hit -> hit.match() != Match.NONE)
        .sorted(
            Comparator.comparing(Hit::match)
                .thenComparing(hit -> hit.entry().kind())
                .thenComparing(hit -> hit.entry().name().length())
                .thenComparing(hit -> hit.entry().name())
                .thenComparing(hit -> hit.entry().id()))
        .limit(limit)
        .toList();
  }

  private void addUnit(InForce inForce, Unit unit) {
    Kind kind = Kind.valueOf(unit.level().name());
    String context =
        unit.level() == UnitLevel.COMMUNITY
            ? inForce.tree().find(String.valueOf(unit.parent())).map(Unit::name).orElse("")
            : "";
    add(kind, unit.code(), unit.name(), context, unit.code(), inForce.unitShape(unit.code()));
  }

  private void addGrid(InForce inForce, Grid grid) {
    String context = inForce.townshipOf(grid).name() + " · " + inForce.communityOf(grid).name();
    add(Kind.GRID, grid.code(), grid.name(), context, grid.code(), inForce.gridShape(grid.zone()));
  }

  private void add(Kind kind, String code, String name, String context, String id, Shape shape) {
    Coordinate inside = shape.lonLat().getInteriorPoint().getCoordinate();
    entries.add(
        SearchEntry.of(
            kind, code, name, context, id, inside, shape.lonLat().getEnvelopeInternal()));
  }

  /** One entry for each name: a street is more than its arcs. */
  private void addStreets(InForce inForce) {
    Fabric fabric = inForce.fabric();
    Map<String, List<Integer>> arcs = new LinkedHashMap<>();
    for (int arc = 0; arc < fabric.arcCount(); arc++) {
      if (!fabric.arcName(arc).isEmpty()) {
        arcs.computeIfAbsent(fabric.arcName(arc), name -> new ArrayList<>()).add(arc);
      }
    }
    arcs.forEach((name, list) -> addStreet(inForce, name, list));
    inForce.interiorLines().stream()
        .filter(line -> !line.name().isEmpty() && !arcs.containsKey(line.name()))
        .forEach(line -> addLane(inForce, line));
  }

  private void addLane(InForce inForce, InteriorLine line) {
    Envelope box = new Envelope();
    for (int i = 0; i < line.xs().length; i++) {
      box.expandToInclude(lonLat(inForce, line, i));
    }
    Coordinate place = lonLat(inForce, line, line.xs().length / 2);
    entries.add(
        SearchEntry.of(
            Kind.STREET, "", line.name(), line.arcClass().label(), line.name(), place, box));
  }

  private static Coordinate lonLat(InForce inForce, InteriorLine line, int i) {
    return inForce
        .projection()
        .toLonLat(line.xs()[i] / MILLIMETRES_PER_METRE, line.ys()[i] / MILLIMETRES_PER_METRE);
  }

  private void addStreet(InForce inForce, String name, List<Integer> arcs) {
    Envelope box = new Envelope();
    arcs.forEach(arc -> box.expandToInclude(inForce.arcShape(arc).lonLat().getEnvelopeInternal()));
    int middle =
        arcs.stream()
            .max(Comparator.comparingDouble(inForce.fabric()::arcLengthMetres))
            .orElseThrow();
    Coordinate place = inForce.arcShape(middle).lonLat().getInteriorPoint().getCoordinate();
    String context = inForce.fabric().arcClass(middle).label();
    entries.add(SearchEntry.of(Kind.STREET, "", name, context, name, place, box));
  }

  private void addBuilding(InForce inForce, int index) {
    Building building = inForce.buildings().get(index);
    if (building.name().isEmpty()) {
      return;
    }
    Coordinate at = inForce.buildings().lonLat(index);
    Envelope box = new Envelope(at);
    box.expandBy(BUILDING_MARGIN_METRES / METRES_PER_DEGREE);
    String grid = inForce.grid(inForce.plan().zone(inForce.buildings().face(index))).name();
    entries.add(SearchEntry.of(Kind.BUILDING, "", building.name(), grid, building.id(), at, box));
  }
}
