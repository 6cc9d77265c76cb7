package org.wangge.fabric;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.util.GeometryFixer;

/**
 * Makes a fabric from lines and the outline of its domain.
 *
 * <p>Lines may cross, touch, overlap, repeat, run outside the domain and end anywhere. They are
 * noded on the millimetre grid ({@link SnapRounder}) together with the outline, which is always in
 * the fabric; lines of other layers follow {@link FabricOptions.LayerRule}. Of several lines along
 * one segment the strongest class wins ({@link ArcClass#strength()}). What bounds no face is taken
 * out and kept in the report. Equal input gives an equal fabric, whatever the order and direction
 * of the lines.
 */
public final class FabricBuilder {
  private final AttributeTable attributes = new AttributeTable();
  private final FabricOptions options;
  private final Progress progress;

  private FabricBuilder(FabricOptions options, Progress progress) {
    this.options = options;
    this.progress = progress;
  }

  /**
   * @param lines in millimetres
   * @param domainMetres Polygon or MultiPolygon in metres of the same CRS; repaired when it is not
   *     valid
   * @param waterMetres polygons of water in metres
   * @throws IllegalArgumentException when the domain has no area or everything together extends
   *     over 2³⁰ mm
   */
  public static FabricBuild build(
      List<BoundaryLine> lines,
      Geometry domainMetres,
      List<Geometry> waterMetres,
      FabricOptions options,
      Progress progress) {
    return new FabricBuilder(options, progress)
        .build(lines, validDomain(domainMetres), waterMetres);
  }

  private static Geometry validDomain(Geometry domain) {
    Geometry valid = domain.isValid() ? domain : GeometryFixer.fix(domain);
    if (!(valid instanceof Polygonal) || valid.getArea() <= 0) {
      throw new IllegalArgumentException("the domain has no area: " + valid.getGeometryType());
    }
    return valid;
  }

  private FabricBuild build(List<BoundaryLine> lines, Geometry domain, List<Geometry> waters) {
    progress.report("分层", 0);
    LayerSplit layers = LayerSplit.of(lines, options);
    Soup soup = new Soup();
    soup.addDomain(domain);
    int beside = soup.addLines(layers.bounding(), attributes);
    progress.report("打断线段", 0.1);
    Stage stage = Stage.of(soup, attributes);
    progress.report("查找断头", 0.4);
    List<NearMissSearch.Found> misses =
        NearMissSearch.find(stage.network(), attributes, options.nearMissMetres());
    Stage closed = options.extendDangles() && !misses.isEmpty() ? extend(soup, misses) : stage;
    progress.report("生成街区", 0.5);
    Segmentation segmentation = new Segmentation(closed.network(), attributes);
    Fabric fabric = withKinds(Fabric.ofNew(segmentation.arcs()), waters);
    List<InteriorLine> interior = new ArrayList<>(segmentation.interior());
    interior.addAll(new LineClip(domain).inside(layers.passing()));
    progress.report("完成", 1);
    Made made =
        new Made(
            lines.size(),
            soup.size() + beside,
            beside,
            closed,
            layers.crossings(),
            interior,
            misses);
    return new FabricBuild(fabric, report(made, fabric));
  }

  /** Noded segments inside the domain. */
  private record Stage(NodedSegments noded, Network network, int outside) {

    static Stage of(Soup soup, AttributeTable attributes) {
      NodedSegments noded = soup.node();
      Network network = Network.of(noded, soup, attributes);
      return new Stage(noded, network, DomainClip.removeOutside(network));
    }
  }

  /** What the report is written from. */
  private record Made(
      int lines,
      int segments,
      int beside,
      Stage stage,
      int crossings,
      List<InteriorLine> interior,
      List<NearMissSearch.Found> misses) {

    int dangles() {
      return (int) interior.stream().filter(l -> l.reason() == InteriorLine.Reason.DANGLE).count();
    }
  }

  private Fabric withKinds(Fabric fabric, List<Geometry> waters) {
    progress.report("分类街区", 0.8);
    return fabric.withKinds(new FaceKinds(fabric, waters, options).all());
  }

  private Stage extend(Soup soup, List<NearMissSearch.Found> misses) {
    for (NearMissSearch.Found found : misses) {
      int attribute =
          attributes.numberOf(attributes.get(found.attribute()).with(ArcFlags.EXTENSION));
      NearMiss miss = found.miss();
      soup.add(miss.x(), miss.y(), miss.toX(), miss.toY(), attribute);
    }
    return Stage.of(soup, attributes);
  }

  private BuildReport report(Made made, Fabric fabric) {
    NodedSegments noded = made.stage().noded();
    return new BuildReport(
        made.lines(),
        made.segments(),
        noded.count(),
        noded.nodeCount(),
        fabric.nodeCount(),
        fabric.arcCount(),
        fabric.faceCount(),
        count(fabric, FaceKind.MEDIAN),
        count(fabric, FaceKind.WATER),
        thinFaces(fabric),
        noded.uses().length - noded.count(),
        made.beside() + made.stage().outside(),
        made.dangles(),
        made.crossings(),
        made.interior(),
        made.misses().stream().map(NearMissSearch.Found::miss).toList(),
        options.extendDangles() ? made.misses().size() : 0);
  }

  private static int count(Fabric fabric, FaceKind kind) {
    int count = 0;
    for (int f = 0; f < fabric.faceCount(); f++) {
      count += fabric.kind(f) == kind ? 1 : 0;
    }
    return count;
  }

  private int thinFaces(Fabric fabric) {
    int count = 0;
    for (int f = 0; f < fabric.faceCount(); f++) {
      count += FaceKinds.meanWidthMetres(fabric, f) < options.thinWidthMetres() ? 1 : 0;
    }
    return count;
  }
}
