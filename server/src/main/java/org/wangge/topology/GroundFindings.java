package org.wangge.topology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * Makes findings of wrongly covered ground: wide pieces one by one, copies per set of owners, thin
 * pieces per border, and the thinnest as mismatches.
 */
final class GroundFindings {
  private static final double SIZE_OF_A_POLYGON = 0.3;
  private static final int MOST_PIECES_DRAWN = 64;

  private final Layer layer;
  private final CheckOptions options;
  private final Areas areas;
  private final boolean outlineApart;
  private final boolean ownOutline;
  private final boolean perBorder;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Atom> wide = new ArrayList<>();
  private final Map<List<Integer>, List<Atom>> slivers = new LinkedHashMap<>();
  private final Map<Border, Mismatch> mismatches = new LinkedHashMap<>();
  private final Map<Long, Double> sharedAreas = new HashMap<>();
  private int tolerated;
  private double toleratedSquareMetres;
  private double typicalArea = -1;

  /**
   * @param outlineApart thin pieces along the domain outline are one mismatch of the outline
   * @param ownOutline the domain outline has vertices of its own, where no polygon has one
   * @param perBorder slivers are told per border even when they do not touch
   */
  GroundFindings(
      Layer layer,
      CheckOptions options,
      Areas areas,
      boolean outlineApart,
      boolean ownOutline,
      boolean perBorder) {
    this.layer = layer;
    this.options = options;
    this.areas = areas;
    this.outlineApart = outlineApart;
    this.ownOutline = ownOutline;
    this.perBorder = perBorder;
  }

  int tolerated() {
    return tolerated;
  }

  double toleratedSquareMetres() {
    return toleratedSquareMetres;
  }

  void add(Atom atom) {
    if (isThinner(atom, options.toleranceMetres())) {
      tolerated++;
      toleratedSquareMetres += area(atom);
      addHairline(atom);
    } else if (atom.atOutline()
        && outlineApart
        && isThinner(atom, Math.nextUp(options.outlineWidthMetres()))) {
      addHairline(atom);
    } else if (isThinner(atom, options.sliverWidthMetres())) {
      slivers.computeIfAbsent(key(atom), of -> new ArrayList<>()).add(atom);
    } else {
      wide.add(atom);
    }
  }

  private boolean isThinner(Atom atom, double widthMetres) {
    return atom.isNarrowerThan(layer.frame().steps(widthMetres) / 2);
  }

  private void addHairline(Atom atom) {
    mismatch(key(atom), atom.cover())
        .addSliver(atom.cover(), owners(atom), place(atom), area(atom), width(atom));
  }

  /** A vertex of one border that the other border passes without a vertex of its own. */
  void addNode(int[] of, long point, double offsetSteps) {
    mismatch(key(of), Cover.NONE)
        .addNode(of, layer.frame().metres(point), layer.frame().length(offsetSteps));
  }

  /** One for the whole outline; else one per border and cover. */
  private Mismatch mismatch(List<Integer> key, Cover cover) {
    boolean outline = key.contains(layer.domain());
    Border border =
        outline ? new Border(List.of(layer.domain()), Cover.NONE) : new Border(key, cover);
    return mismatches.computeIfAbsent(border, of -> new Mismatch());
  }

  private record Border(List<Integer> owners, Cover cover) {}

  private int[] owners(Atom atom) {
    return atom.atOutline() ? plusDomain(atom.owners()) : atom.owners();
  }

  private int[] plusDomain(int[] owners) {
    int[] more = Arrays.copyOf(owners, owners.length + 1);
    more[owners.length] = layer.domain();
    return more;
  }

  private List<Integer> key(Atom atom) {
    return key(owners(atom));
  }

  private static List<Integer> key(int[] owners) {
    return owners.length == 2
        ? List.of(owners[0], owners[1])
        : Arrays.stream(owners).boxed().toList();
  }

  double width(Atom atom) {
    return layer.frame().length(2 * atom.widest().radius());
  }

  private double area(Atom atom) {
    return layer.frame().area(atom.area());
  }

  private Coordinate place(Atom atom) {
    return new Coordinate(
        layer.frame().metresX(atom.widest().x()), layer.frame().metresY(atom.widest().y()));
  }

  List<Finding> findings() {
    for (Atom atom : wide) {
      if (atom.cover() == Cover.DOUBLE) {
        countShared(atom);
      }
    }
    Map<List<Integer>, List<Atom>> copies = new LinkedHashMap<>();
    for (Atom atom : wide) {
      if (atom.cover() == Cover.DOUBLE && copyShare(atom) >= options.duplicateShare()) {
        copies.computeIfAbsent(key(atom), of -> new ArrayList<>()).add(atom);
      } else {
        findings.add(single(atom));
      }
    }
    copies.values().forEach(atoms -> findings.add(duplicate(atoms)));
    slivers.values().forEach(this::addSlivers);
    mismatches.values().stream()
        .filter(mismatch -> !mismatch.isHarmlessOutline(layer.domain(), ownOutline))
        .forEach(mismatch -> findings.add(mismatch.finding(layer)));
    return findings;
  }

  private void countShared(Atom atom) {
    forEachPair(atom, pair -> sharedAreas.merge(pair, atom.area(), Double::sum));
  }

  private static void forEachPair(Atom atom, java.util.function.LongConsumer action) {
    for (int i = 0; i < atom.owners().length; i++) {
      for (int j = 0; j < i; j++) {
        action.accept((long) atom.owners()[i] << 32 | atom.owners()[j]);
      }
    }
  }

  /** The greatest share of the smaller polygon that two of the owners have in common. */
  private double copyShare(Atom atom) {
    double[] share = {0};
    forEachPair(
        atom,
        pair -> {
          double smaller = Math.min(areas.of((int) (pair >> 32)), areas.of((int) pair));
          share[0] = Math.max(share[0], sharedAreas.getOrDefault(pair, 0.0) / smaller);
        });
    return Math.min(1, share[0]);
  }

  private Finding single(Atom atom) {
    List<Party> parties = layer.parties(atom.cover(), atom.owners(), atom.sides());
    double area = area(atom);
    double width = width(atom);
    FindingKind kind = kind(atom);
    Advice advice;
    Words words;
    if (atom.cover() == Cover.UNCOVERED) {
      advice = Advice.forUncovered(parties, isBig(atom));
      words = Explained.uncovered(kind, area, width, parties);
    } else if (atom.cover() == Cover.DOUBLE) {
      advice = Advice.forOverlap(polygons(parties));
      words = Explained.overlap(area, width, polygons(parties));
    } else {
      advice = Advice.forStray(polygons(parties).get(0));
      words = Explained.stray(area, width, polygons(parties));
    }
    return finding(kind, atom.cover(), List.of(atom), parties, advice, words);
  }

  private static FindingKind kind(Atom atom) {
    return switch (atom.cover()) {
      case UNCOVERED -> atom.atOutline() ? FindingKind.INLET : FindingKind.GAP;
      case DOUBLE -> FindingKind.OVERLAP;
      default -> FindingKind.STRAY;
    };
  }

  private static List<Party> polygons(List<Party> parties) {
    return parties.stream().filter(party -> party.role() == Party.Role.POLYGON).toList();
  }

  private boolean isBig(Atom atom) {
    if (typicalArea < 0) {
      typicalArea = areas.typical();
    }
    return atom.area() >= SIZE_OF_A_POLYGON * typicalArea;
  }

  private Finding duplicate(List<Atom> atoms) {
    List<Party> parties = layer.parties(Cover.DOUBLE, atoms.get(0).owners(), atoms.get(0).sides());
    double area = area(atoms);
    return finding(
        FindingKind.DUPLICATE,
        Cover.DOUBLE,
        atoms,
        parties,
        Advice.forDuplicate(polygons(parties)),
        Explained.duplicate(area, copyShare(atoms.get(0)), polygons(parties)));
  }

  private void addSlivers(List<Atom> ofOneBorder) {
    List<List<Atom>> groups = perBorder ? List.of(ofOneBorder) : Touching.groups(ofOneBorder);
    for (List<Atom> group : groups) {
      Atom first = group.get(0);
      Cover cover = cover(group);
      List<Party> parties = layer.parties(first.cover(), first.owners(), first.sides());
      double area = area(group);
      double width = width(Atom.widestOf(group));
      Words words = Explained.sliver(cover, group.size(), area, width, parties);
      Advice advice = sliverAdvice(cover, parties, width);
      findings.add(finding(FindingKind.SLIVER, cover, group, parties, advice, words));
    }
  }

  private double area(List<Atom> atoms) {
    double sum = 0;
    for (Atom atom : atoms) {
      sum += area(atom);
    }
    return sum;
  }

  private static Cover cover(List<Atom> atoms) {
    Cover first = atoms.get(0).cover();
    for (Atom atom : atoms) {
      if (atom.cover() != first) {
        return Cover.MIXED;
      }
    }
    return first;
  }

  private static Advice sliverAdvice(Cover cover, List<Party> parties, double width) {
    boolean manyNeighbours = cover == Cover.UNCOVERED && polygons(parties).size() >= 3;
    return manyNeighbours ? Advice.forUncovered(parties, false) : Advice.forAlignment(width);
  }

  private Finding finding(
      FindingKind kind,
      Cover cover,
      List<Atom> atoms,
      List<Party> parties,
      Advice advice,
      Words words) {
    Atom widest = Atom.widestOf(atoms);
    return new Finding(
        kind,
        cover,
        area(atoms),
        width(widest),
        atoms.size(),
        parties,
        place(widest),
        geometry(atoms),
        advice.suggestion(),
        advice.confidence(),
        words);
  }

  /** The largest pieces; where there are more, the rest is too small to be seen beside them. */
  private Geometry geometry(List<Atom> atoms) {
    List<Atom> largestFirst = new ArrayList<>(atoms);
    largestFirst.sort((a, b) -> Double.compare(b.area(), a.area()));
    Polygon[] polygons = new Polygon[Math.min(MOST_PIECES_DRAWN, atoms.size())];
    for (int i = 0; i < polygons.length; i++) {
      polygons[i] = largestFirst.get(i).ground().metres(layer.frame());
    }
    return polygons.length == 1 ? polygons[0] : GridGeometry.FACTORY.createMultiPolygon(polygons);
  }
}
