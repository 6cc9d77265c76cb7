package org.wangge.planning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.wangge.territory.InForce;
import org.wangge.topology.Finding;

/** Findings of an adopted layer as GeoJSON, each with what repairing it would do. */
final class FindingFeatures {
  private final Drawing drawing;
  private final Adopted layer;
  private final InForce base;
  private final Map<String, Effect.Waiver> waived = new LinkedHashMap<>();

  FindingFeatures(Drawing drawing, Adopted layer) {
    this.drawing = drawing;
    this.layer = layer;
    this.base = drawing.base();
    drawing.excepted().forEach(waiver -> waived.put(waiver.finding(), waiver));
  }

  List<Map<String, Object>> list() {
    List<Map<String, Object>> features = new ArrayList<>();
    layer.findings(drawing).forEach(open -> features.add(feature(open)));
    return features;
  }

  private Map<String, Object> feature(Adopted.Open open) {
    Finding finding = open.finding();
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("id", open.id());
    properties.put("kind", finding.kind().key());
    properties.put("label", finding.kind().label());
    properties.put("areaSquareMetres", Math.rint(finding.areaSquareMetres() * 100) / 100);
    properties.put("widthMetres", Math.rint(finding.widthMetres() * 1000) / 1000);
    properties.put("parties", finding.parties().stream().map(party -> party.id()).toList());
    Geometry place = new GeometryFactory().createPoint(finding.place());
    Coordinate at = lonLat(place).getCoordinate();
    properties.put("place", new double[] {at.x, at.y});
    properties.put("explanation", finding.explanation().chinese());
    properties.put("explanationEnglish", finding.explanation().english());
    properties.put("suggestion", finding.suggestion().words().chinese());
    properties.put("suggestionEnglish", finding.suggestion().words().english());
    Map<Integer, String> proposal = layer.proposal(drawing, open);
    properties.put("effect", effect(proposal));
    properties.put("blocks", proposal.keySet());
    Effect.Waiver waiver = waived.get(open.id());
    if (waiver != null) {
      properties.put("excepted", Map.of("reason", waiver.reason(), "until", waiver.until()));
    }
    return FeatureJson.feature(open.id(), lonLat(finding.geometry()), properties);
  }

  private Geometry lonLat(Geometry metres) {
    return base.projection().toLonLat(metres);
  }

  /** 2 个街区 86 户 归 龙子巷-004. */
  private String effect(Map<Integer, String> proposal) {
    Map<String, List<Integer>> byGrid =
        proposal.entrySet().stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getValue,
                    LinkedHashMap::new,
                    Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
    return byGrid.entrySet().stream()
        .map(
            entry ->
                "%d 个街区 %d 户 归 %s"
                    .formatted(
                        entry.getValue().size(),
                        entry.getValue().stream().mapToInt(base.fabric()::households).sum(),
                        name(entry.getKey())))
        .collect(Collectors.joining("；"));
  }

  private String name(String code) {
    return drawing.findZone(code).map(zone -> drawing.grid(zone).name()).orElse(code);
  }
}
