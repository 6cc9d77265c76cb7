package org.wangge.territory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.catalogue.Shape;
import org.wangge.fabric.Fabric;
import org.wangge.fabric.InteriorLine;
import org.wangge.zoning.BoundaryMeasures;
import org.wangge.zoning.Plan;

/**
 * One publication as one immutable value: fabric, plan, units, grids, roles and buildings. Shapes
 * are made when first asked for and kept. Thread-safe; two snapshots are the same publication when
 * their {@link #version()} is equal.
 */
public final class InForce {
  private final SnapshotParts parts;
  private final Publication publication;
  private final DistrictSettings settings;
  private final UnitTree tree;
  private final Plan plan;
  private final List<Grid> grids;
  private final List<InteriorLine> interior;
  private final List<Exclusion> exclusions;
  private final Set<String> inPieces;
  private final Buildings buildings;
  private final Projection projection;
  private final Map<String, Grid> gridByCode = new HashMap<>();
  private final Map<String, List<RoleSlot>> rolesByGrid = new HashMap<>();
  private final ZoneShapes gridShapes;
  private final ZoneShapes communityShapes;
  private final ZoneShapes townshipShapes;
  private final ZoneShapes domainShape;
  private final Once<BoundaryMeasures> measures;
  private final Once<Shape[]> arcShapes;
  private final Once<Shape[]> blockShapes;
  private final Once<Shape[]> interiorShapes;

  InForce(SnapshotParts parts) {
    this.parts = parts;
    this.publication = parts.publication();
    this.settings = parts.settings();
    this.tree = UnitTree.of(parts.units());
    this.grids = parts.grids();
    this.plan = tree.plan(parts.fabric(), parts.zone(), grids);
    this.interior = parts.interior();
    this.exclusions = parts.exclusions();
    this.inPieces = parts.inPieces();
    this.projection = parts.projection();
    this.buildings = new Buildings(parts.buildings(), parts.buildingFace(), plan, projection);
    this.gridShapes = ZoneShapes.grids(plan, projection);
    this.communityShapes = ZoneShapes.communities(plan, projection);
    this.townshipShapes = ZoneShapes.townships(plan, projection);
    this.domainShape = ZoneShapes.domain(plan, projection);
    this.measures = Once.of(() -> BoundaryMeasures.of(plan));
    this.arcShapes = Once.of(this::makeArcShapes);
    this.blockShapes = Once.of(this::makeBlockShapes);
    this.interiorShapes = Once.of(this::makeInteriorShapes);
    grids.forEach(grid -> gridByCode.put(grid.code(), grid));
    parts.roles().stream()
        .sorted(Comparator.comparing(RoleSlot::line))
        .forEach(
            role ->
                rolesByGrid.computeIfAbsent(role.gridCode(), code -> new ArrayList<>()).add(role));
  }

  /** What would be in force if the proposal were: for looking at, not for the store. */
  public InForce with(Proposal proposal) {
    Plan changed = tree.plan(proposal.fabric(), proposal.zone(), proposal.grids());
    return new InForce(parts.with(proposal, changed.hash()));
  }

  private Shape[] makeArcShapes() {
    Shape[] shapes = new Shape[fabric().arcCount()];
    for (int a = 0; a < shapes.length; a++) {
      int arc = a;
      shapes[a] = new LazyShape(() -> fabric().arcGeometry(arc), projection);
    }
    return shapes;
  }

  private Shape[] makeBlockShapes() {
    Shape[] shapes = new Shape[fabric().faceCount()];
    for (int f = 0; f < shapes.length; f++) {
      int face = f;
      shapes[f] = new LazyShape(() -> fabric().faceGeometry(face), projection);
    }
    return shapes;
  }

  private Shape[] makeInteriorShapes() {
    return interior.stream()
        .map(line -> new LazyShape(() -> StreetItems.metric(line), projection))
        .toArray(Shape[]::new);
  }

  public Publication publication() {
    return publication;
  }

  /** Changes with every publication: the seed of entity tags. */
  public String version() {
    return publication.number() + "-" + publication.hash().substring(0, 16);
  }

  public Fabric fabric() {
    return plan.fabric();
  }

  public Plan plan() {
    return plan;
  }

  /** What the grids' borders run along. */
  public BoundaryMeasures measures() {
    return measures.get();
  }

  public DistrictSettings settings() {
    return settings;
  }

  public Projection projection() {
    return projection;
  }

  public List<Unit> units() {
    return tree.units();
  }

  public UnitTree tree() {
    return tree;
  }

  /** In the order of the plan's zones. */
  public List<Grid> grids() {
    return grids;
  }

  public Grid grid(int zone) {
    return grids.get(zone);
  }

  public Optional<Grid> findGrid(String code) {
    return Optional.ofNullable(gridByCode.get(code));
  }

  public Optional<Unit> findUnit(String code) {
    return tree.find(code);
  }

  /** The slots of a grid in the order of the lines; empty when none were ever filled in. */
  public List<RoleSlot> roles(Grid grid) {
    return List.copyOf(rolesByGrid.getOrDefault(grid.code(), List.of()));
  }

  public Buildings buildings() {
    return buildings;
  }

  /** Lines that bound nothing: dead ends, bridges over streets. For drawing. */
  public List<InteriorLine> interiorLines() {
    return interior;
  }

  /** Areas left out of the coverage domain by name. */
  public List<Exclusion> exclusions() {
    return exclusions;
  }

  /** Codes of the grids that may lie in several pieces. */
  public Set<String> inPieces() {
    return inPieces;
  }

  /** Whether the grid may lie in several pieces: a recorded exception. */
  public boolean mayLieInPieces(Grid grid) {
    return inPieces.contains(grid.code());
  }

  /** Polygon or MultiPolygon. */
  public Shape gridShape(int zone) {
    return gridShapes.get(zone);
  }

  /**
   * The ground of a unit.
   *
   * @throws IllegalArgumentException when there is no such unit
   */
  public Shape unitShape(String code) {
    return switch (unit(code).level()) {
      case DISTRICT -> domainShape();
      case TOWNSHIP -> townshipShapes.get(tree.indexOf(code));
      case COMMUNITY -> communityShapes.get(tree.indexOf(code));
    };
  }

  /** The whole coverage domain. */
  public Shape domainShape() {
    return domainShape.get(0);
  }

  public Shape arcShape(int arc) {
    return arcShapes.get()[arc];
  }

  public Shape blockShape(int face) {
    return blockShapes.get()[face];
  }

  /** A line of {@link #interiorLines()} by its place in the list. */
  public Shape interiorShape(int index) {
    return interiorShapes.get()[index];
  }

  /** True area of a grid on the ellipsoid in m². */
  public double gridAreaSquareMetres(int zone) {
    return gridShapes.areaSquareMetres(zone);
  }

  /** True area of a unit on the ellipsoid in m². */
  public double unitAreaSquareMetres(String code) {
    return switch (unit(code).level()) {
      case DISTRICT -> domainShape.areaSquareMetres(0);
      case TOWNSHIP -> townshipShapes.areaSquareMetres(tree.indexOf(code));
      case COMMUNITY -> communityShapes.areaSquareMetres(tree.indexOf(code));
    };
  }

  private Unit unit(String code) {
    return findUnit(code)
        .orElseThrow(() -> new IllegalArgumentException("there is no unit " + code));
  }

  /** The community of a grid. */
  public Unit communityOf(Grid grid) {
    return tree.communities().get(plan.community(grid.zone()));
  }

  /** The township of a grid. */
  public Unit townshipOf(Grid grid) {
    return tree.townships().get(plan.township(plan.community(grid.zone())));
  }

  /**
   * The block under a point, −1 outside the domain. The point is rounded to the millimetre; on a
   * boundary it belongs to the touching block with the lowest number ({@link Fabric#faceAt}).
   */
  public int faceAt(double lon, double lat) {
    Coordinate metric = projection.toMetric(lon, lat);
    boolean finite = Math.abs(metric.x) < 1e8 && Math.abs(metric.y) < 1e8;
    return finite ? FaceOf.metres(fabric(), metric) : -1;
  }

  /** Who is responsible there; empty outside the domain. */
  public Optional<Place> locate(double lon, double lat) {
    int face = faceAt(lon, lat);
    return face < 0 ? Optional.empty() : Optional.of(placeOf(face));
  }

  /** The responsibility chain of a block. */
  public Place placeOf(int face) {
    Grid grid = grids.get(plan.zone(face));
    return new Place(face, grid, communityOf(grid), townshipOf(grid), tree.district());
  }
}
