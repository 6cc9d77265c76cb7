package org.wangge.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.wangge.fabric.Fabric;
import org.wangge.fabric.Progress;
import org.wangge.territory.InForce;
import org.wangge.territory.Unit;
import org.wangge.topology.CheckOptions;
import org.wangge.topology.CheckReport;
import org.wangge.topology.CoverageCheck;
import org.wangge.topology.Finding;
import org.wangge.topology.FindingKind;
import org.wangge.topology.LayerPolygon;
import org.wangge.web.JsonFields;
import org.wangge.web.ProblemException;
import org.wangge.zoning.Objection;
import org.wangge.zoning.Rule;
import org.wangge.zoning.Step;

/**
 * Polygons that were sent in, and what is still wrong with them where the draft has not decided.
 *
 * <p>The draft decides block by block: on a decided block the layer counts as if it were drawn as
 * the draft has it. What the check finds in that is what is left to do, so every repair is measured
 * by the same check that found the fault, and a count that does not fall is a repair that did not
 * work. All blocks are those of the base fabric. Thread-safe; findings are kept for the drawings
 * asked for last.
 */
final class Adopted {
  /** Slighter contact of a finding with a block is rounding. */
  private static final double TOUCH_SQUARE_METRES = 0.5;

  /** A grid that covers less of a block does not claim it. */
  private static final double LEAST_SHARE = 0.02;

  private static final int KEPT = 8;

  private final InForce base;
  private final Map<String, Geometry> polygons;
  private final Map<String, PreparedGeometry> prepared = new TreeMap<>();
  private final STRtree index = new STRtree();
  private final PreparedGeometry[] faces;
  private final List<Open> first;
  private final Map<Map<Integer, String>, List<Open>> found =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Map<Integer, String>, List<Open>> eldest) {
          return size() > KEPT;
        }
      };

  /** A finding that is open. */
  record Open(String id, Finding finding) {}

  /**
   * @param polygons by code of grid, metres; vertices near those of the fabric lie on them
   */
  Adopted(InForce base, Map<String, Geometry> polygons) {
    this.base = base;
    this.polygons = new TreeMap<>(polygons);
    this.faces = new PreparedGeometry[base.fabric().faceCount()];
    polygons.forEach(
        (code, shape) -> {
          prepared.put(code, PreparedGeometryFactory.prepare(shape));
          index.insert(shape.getEnvelopeInternal(), code);
        });
    index.build();
    this.first = check(Map.of());
  }

  private Fabric fabric() {
    return base.fabric();
  }

  private PreparedGeometry face(int face) {
    PreparedGeometry known = faces[face];
    if (known == null) {
      known = PreparedGeometryFactory.prepare(fabric().faceGeometry(face));
      faces[face] = known;
    }
    return known;
  }

  /** What is wrong with the layer where the draft has not decided, waived ones included. */
  synchronized List<Open> findings(Drawing drawing) {
    Map<Integer, String> decisions = decisions(drawing);
    return decisions.isEmpty() ? first : found.computeIfAbsent(decisions, this::check);
  }

  /** How many there were when the layer came in. */
  int total() {
    return first.size();
  }

  /** Grid of each decided block of the base fabric. */
  private static Map<Integer, String> decisions(Drawing drawing) {
    Map<Integer, String> decisions = new HashMap<>();
    BitSet decided = drawing.decided();
    for (int f = 0; f < drawing.redraw().fabric().faceCount(); f++) {
      int origin = drawing.redraw().origin(f);
      if (decided.get(origin)) {
        decisions.put(origin, drawing.grid(drawing.redraw().zone(f)).code());
      }
    }
    return decisions;
  }

  private List<Open> check(Map<Integer, String> decisions) {
    List<LayerPolygon> layer = new ArrayList<>();
    effective(decisions)
        .forEach((code, shape) -> layer.add(new LayerPolygon(layer.size(), code, shape)));
    List<LayerPolygon> parents = new ArrayList<>();
    for (Unit unit : base.tree().communities()) {
      parents.add(
          new LayerPolygon(parents.size(), unit.code(), base.unitShape(unit.code()).metric()));
    }
    CheckReport report =
        CoverageCheck.check(
            layer, base.domainShape().metric(), parents, CheckOptions.defaults(), Progress.none());
    Map<String, Integer> seen = new HashMap<>();
    return report.findings().stream().map(finding -> new Open(id(finding, seen), finding)).toList();
  }

  /** The same as long as the finding is: what is wrong and where, to the decimetre. */
  private static String id(Finding finding, Map<String, Integer> seen) {
    String id =
        "%s-%d-%d"
            .formatted(
                finding.kind().key(),
                Math.round(finding.place().x * 10),
                Math.round(finding.place().y * 10));
    int count = seen.merge(id, 1, Integer::sum);
    return count == 1 ? id : id + "-" + count;
  }

  /** The layer with the decided blocks as the draft has them. */
  private Map<String, Geometry> effective(Map<Integer, String> decisions) {
    Map<String, Geometry> layer = new TreeMap<>(polygons);
    Map<String, List<Geometry>> won = new TreeMap<>();
    decisions.forEach(
        (face, code) ->
            won.computeIfAbsent(code, of -> new ArrayList<>()).add(face(face).getGeometry()));
    layer.replaceAll((code, shape) -> without(shape, decisions.keySet()));
    won.forEach(
        (code, grounds) -> {
          grounds.add(
              layer.getOrDefault(code, base.domainShape().metric().getFactory().createPolygon()));
          layer.put(code, OverlayNGRobust.union(grounds));
        });
    return layer;
  }

  private Geometry without(Geometry shape, Set<Integer> decided) {
    List<Geometry> grounds =
        decided.stream()
            .filter(f -> box(f).intersects(shape.getEnvelopeInternal()))
            .filter(f -> face(f).intersects(shape))
            .map(f -> face(f).getGeometry())
            .toList();
    return grounds.isEmpty()
        ? shape
        : OverlayNGRobust.overlay(shape, OverlayNGRobust.union(grounds), OverlayNG.DIFFERENCE);
  }

  void requireOpen(Drawing drawing, String id) {
    if (findings(drawing).stream().noneMatch(open -> open.id().equals(id))) {
      throw gone(id);
    }
  }

  private static ProblemException gone(String id) {
    return JsonFields.bad("findings", id, "is no open finding", "GET …/findings lists them.");
  }

  /** What repairing a finding would do: the blocks and the grids they would go to. */
  Map<Integer, String> proposal(Drawing drawing, Open open) {
    Map<Integer, String> proposal = new TreeMap<>();
    for (int face : touched(open.finding())) {
      proposal.put(face, owner(drawing, open.finding(), face));
    }
    return proposal;
  }

  /** Blocks of the base fabric that the finding lies on. */
  private int[] touched(Finding finding) {
    Geometry ground = finding.geometry();
    List<Integer> touched = new ArrayList<>();
    double least = Math.min(TOUCH_SQUARE_METRES, finding.areaSquareMetres() / 50);
    for (int f = 0; f < fabric().faceCount(); f++) {
      if (box(f).intersects(ground.getEnvelopeInternal())
          && face(f).intersects(ground)
          && isTouched(f, ground, least)) {
        touched.add(f);
      }
    }
    return touched.stream().mapToInt(Integer::intValue).toArray();
  }

  private Envelope box(int face) {
    return face(face).getGeometry().getEnvelopeInternal();
  }

  private boolean isTouched(int face, Geometry ground, double least) {
    return ground.getDimension() < 2
        || OverlayNGRobust.overlay(face(face).getGeometry(), ground, OverlayNG.INTERSECTION)
                .getArea()
            > least;
  }

  /**
   * The grid a block should belong to: of the grids of its community that the layer gives most of
   * it, that which the draft has when it is among them; a grid's own detached part does not count.
   */
  private String owner(Drawing drawing, Finding finding, int face) {
    String current = drawing.codeOfOrigin(face);
    Map<String, Double> shares = shares(face);
    if (finding.kind() == FindingKind.MULTIPART) {
      shares.remove(finding.parties().get(0).id());
    }
    boolean stays = finding.kind() != FindingKind.MULTIPART || !isPartyOf(finding, current);
    if (shares.isEmpty() || (stays && shares.containsKey(current))) {
      return stays ? current : neighbour(drawing, face, current);
    }
    return shares.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(current);
  }

  private static boolean isPartyOf(Finding finding, String code) {
    return finding.parties().stream().anyMatch(party -> party.id().equals(code));
  }

  /** The other grid of the community with the longest border to the block. */
  private String neighbour(Drawing drawing, int face, String current) {
    Map<String, Double> lengths = new TreeMap<>();
    for (int e = fabric().dualStart(face); e < fabric().dualStart(face + 1); e++) {
      int other = fabric().dualFace(e);
      String code = drawing.codeOfOrigin(other);
      if (!code.equals(current) && communityOf(other) == communityOf(face)) {
        lengths.merge(code, fabric().arcLengthMetres(fabric().dualArc(e)), Double::sum);
      }
    }
    return lengths.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(current);
  }

  private int communityOf(int face) {
    return base.plan().community(base.plan().zone(face));
  }

  /** Ground of a block by grid of its own community, where it is more than rounding. */
  private Map<String, Double> shares(int face) {
    Map<String, Double> shares = new TreeMap<>();
    Geometry ground = face(face).getGeometry();
    String community = base.tree().communities().get(communityOf(face)).code();
    for (Object near : index.query(ground.getEnvelopeInternal())) {
      String code = (String) near;
      boolean own =
          base.findGrid(code).filter(g -> g.communityCode().equals(community)).isPresent();
      double area = own ? common(code, ground) : 0;
      if (area > Math.max(TOUCH_SQUARE_METRES, ground.getArea() * LEAST_SHARE)) {
        shares.put(code, area);
      }
    }
    return shares;
  }

  /** Area of ground that a polygon covers; most ground lies wholly in one or touches it only. */
  private double common(String code, Geometry ground) {
    PreparedGeometry polygon = prepared.get(code);
    if (polygon == null || !polygon.intersects(ground)) {
      return 0;
    }
    return polygon.covers(ground)
        ? ground.getArea()
        : OverlayNGRobust.overlay(ground, polygons.get(code), OverlayNG.INTERSECTION).getArea();
  }

  /** Decides the blocks of some findings; the count must fall by as many at least. */
  Made repair(Drawing drawing, List<String> ids) {
    List<Open> before = findings(drawing);
    Map<String, Open> byId = before.stream().collect(Collectors.toMap(Open::id, open -> open));
    Map<Integer, String> decided = new TreeMap<>();
    for (String id : ids) {
      Open open = Optional.ofNullable(byId.get(id)).orElseThrow(() -> gone(id));
      decided.putAll(proposal(drawing, open));
    }
    Effect effect = effect(drawing, decided);
    List<Open> after = findings(drawing.apply(effect));
    if (after.size() > before.size() - ids.size()) {
      throw new RefusedOperationException(
          "按建议处理后问题项没有减少（%d → %d），请手工划定。".formatted(before.size(), after.size()),
          List.of(new Objection(Rule.CONTIGUITY, -1, facesOf(decided), true)),
          new int[0]);
    }
    return Made.of(
        effect, "修复 %d 个问题项（%d → %d）".formatted(ids.size(), before.size(), after.size()));
  }

  private static int[] facesOf(Map<Integer, String> decided) {
    return decided.keySet().stream().mapToInt(Integer::intValue).toArray();
  }

  private static Effect effect(Drawing drawing, Map<Integer, String> decided) {
    BitSet known = drawing.decided();
    int[] fresh = Arrays.stream(facesOf(decided)).filter(f -> !known.get(f)).toArray();
    return moving(drawing, decided).withDecided(fresh);
  }

  /** Takes the blocks to their grids; those that are there stay. */
  private static Effect moving(Drawing drawing, Map<Integer, String> decided) {
    List<int[]> moves = new ArrayList<>();
    for (int f = 0; f < drawing.redraw().fabric().faceCount(); f++) {
      String code = decided.get(drawing.redraw().origin(f));
      Optional<Integer> to = Optional.ofNullable(code).flatMap(drawing::findZone);
      if (to.isPresent() && to.get() != drawing.redraw().zone(f)) {
        moves.add(new int[] {f, to.get()});
      }
    }
    int[] faces = moves.stream().mapToInt(move -> move[0]).toArray();
    int[] to = moves.stream().mapToInt(move -> move[1]).toArray();
    List<Step> steps =
        faces.length == 0
            ? List.of()
            : List.of(Step.moved(drawing.redraw(), faces, to, new int[0]));
    return Effect.of(steps, List.of());
  }

  /** What adopting the layer does at first: every block that only one grid claims goes to it. */
  Adoption adopt(Drawing drawing) {
    BitSet disputed = new BitSet();
    first.forEach(each -> Arrays.stream(touched(each.finding())).forEach(disputed::set));
    Map<Integer, String> decided = new TreeMap<>();
    List<Integer> undecided = new ArrayList<>();
    for (int f = 0; f < fabric().faceCount(); f++) {
      if (!disputed.get(f)) {
        Map<String, Double> shares = shares(f);
        if (shares.size() == 1) {
          decided.put(f, shares.keySet().iterator().next());
        } else {
          undecided.add(f);
        }
      }
    }
    return new Adoption(moving(drawing, decided), decided.size(), undecided, first.size());
  }

  /**
   * @param adopted blocks that one grid alone claims
   * @param undecided blocks that several grids share without a fault
   */
  record Adoption(Effect effect, int adopted, List<Integer> undecided, int findings) {}
}
