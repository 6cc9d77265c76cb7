package org.wangge.topology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Gathers the findings about one layer. */
final class Ledger {
  private static final double SHARE_OF_OUTLINE = 0.5;

  private final Layer layer;
  private final int[] leftover;
  private final int[] owners;
  private final CheckOptions options;
  private final List<Finding> findings;
  private int tolerated;
  private double toleratedSquareMetres;
  private Optional<ApartNotice> apart = Optional.empty();
  private @Nullable RingIndex index;

  /**
   * @param leftover array positions of the segments without a twin
   */
  Ledger(Layer layer, int[] leftover, CheckOptions options) {
    this.layer = layer;
    this.leftover = leftover;
    this.owners = layer.rings().ownersAt(leftover);
    this.options = options;
    this.findings = new ArrayList<>(layer.findings());
  }

  private RingIndex index() {
    if (index == null) {
      index = new RingIndex(layer.rings(), layer.domain());
    }
    return index;
  }

  /** Gaps, inlets, overlaps, copies, strays, slivers, mismatches. */
  void addGround() {
    if (leftover.length == 0) {
      return;
    }
    int[] positions = Neighbourhood.of(layer.rings(), leftover);
    Arrangement arrangement = Arrangement.of(layer.rings(), positions, leftover.length);
    OwnerSearch search =
        new OwnerSearch(layer.rings(), layer.domain(), layer.hasDomain(), positions, index());
    List<Atom> atoms =
        new AtomCollector(arrangement, search, layer.domain(), layer.hasDomain()).collect();
    Areas areas = new Areas(layer.rings(), index(), layer.domain());
    apart = new Apart(layer, leftover, index()).find(atoms, areas.typical(), options);
    GroundFindings ground =
        new GroundFindings(
            layer,
            sliverOptions(),
            areas,
            isOutlineApart(atoms),
            hasOwnOutline(),
            apart.isPresent());
    atoms.forEach(ground::add);
    new NodeMismatches(arrangement, layer.rings(), positions, ground).find();
    findings.addAll(ground.findings());
    tolerated = ground.tolerated();
    toleratedSquareMetres = ground.toleratedSquareMetres();
  }

  /** Where everything was digitised apart, what is as thin as the typical offset is a sliver. */
  private CheckOptions sliverOptions() {
    return apart
        .map(notice -> Math.max(options.sliverWidthMetres(), 2 * notice.alignMetres()))
        .map(options::withSliverWidthMetres)
        .orElse(options);
  }

  private boolean isOutlineApart(List<Atom> atoms) {
    Rings rings = layer.rings();
    long unmatched = 0;
    for (int owner : owners) {
      unmatched += owner == layer.domain() ? 1 : 0;
    }
    double most = layer.frame().steps(options.outlineWidthMetres()) / 2;
    long thin =
        atoms.stream()
            .filter(atom -> atom.atOutline() && atom.isNarrowerThan(Math.nextUp(most)))
            .count();
    return layer.hasDomain()
        && unmatched >= SHARE_OF_OUTLINE * rings.segments(layer.domain())
        && thin >= options.outlineSlivers();
  }

  /**
   * Whether the outline was drawn apart from the layer: it has vertices where no polygon has one.
   * An outline of straight lines between the polygons' own vertices has none.
   */
  private boolean hasOwnOutline() {
    Rings rings = layer.rings();
    long[] outline =
        IntStream.range(0, leftover.length)
            .filter(i -> owners[i] == layer.domain())
            .mapToLong(i -> rings.points[leftover[i]])
            .sorted()
            .toArray();
    return outline.length >= options.outlineSlivers()
        && outline.length - shared(rings, outline).cardinality() >= options.outlineSlivers();
  }

  /** Places in the sorted outline at which an unmatched segment of a polygon begins or ends. */
  private BitSet shared(Rings rings, long[] outline) {
    BitSet shared = new BitSet();
    for (int i = 0; i < leftover.length; i++) {
      if (owners[i] != layer.domain()) {
        mark(outline, rings.points[leftover[i]], shared);
        mark(outline, rings.points[leftover[i] + 1], shared);
      }
    }
    return shared;
  }

  private static void mark(long[] outline, long point, BitSet shared) {
    int at = Arrays.binarySearch(outline, point);
    // Where parts of the outline touch, a point stands in it more than once.
    for (int i = at; i >= 0 && outline[i] == point; i--) {
      shared.set(i);
    }
    for (int i = at + 1; at >= 0 && i < outline.length && outline[i] == point; i++) {
      shared.set(i);
    }
  }

  /** Detached parts. */
  void addParts() {
    if (!layer.detached().isEmpty()) {
      findings.addAll(new PartFindings(layer, index()).findings(options.toleranceMetres()));
    }
  }

  /** Polygons that reach over a parent's line. */
  void addCrossings(List<LayerPolygon> parents) {
    if (!parents.isEmpty()) {
      findings.addAll(new Crossings(layer, index(), parents, options).findings());
    }
  }

  CheckReport report() {
    findings.sort(Finding.WORST_FIRST);
    return new CheckReport(
        layer.polygons().size(),
        CheckReport.countsOf(findings),
        findings,
        apart,
        findings.isEmpty() && tolerated == 0,
        tolerated,
        toleratedSquareMetres,
        layer.rings().segments() - layer.rings().segments(layer.domain()),
        leftover.length,
        layer.frame().step());
  }
}
