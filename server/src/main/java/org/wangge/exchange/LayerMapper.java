package org.wangge.exchange;

import java.util.ArrayList;
import java.util.List;

/** Moves a layer to other coordinates; features that have no place there move to the bad ones. */
record LayerMapper(CoordinateTransform transform, int srid) {

  /**
   * @param crs what the layer is in afterwards
   */
  Layer map(Layer layer, CrsInfo crs) {
    GeometryMapper mapper = new GeometryMapper(transform, srid);
    List<Feature> features = new ArrayList<>();
    List<BadFeature> bad = new ArrayList<>();
    layer
        .bad()
        .forEach(each -> bad.add(each.withPlace(MetricFrame.moved(each.place(), transform))));
    for (Feature feature : layer.features()) {
      try {
        features.add(feature.withGeometry(mapper.map(feature.geometry())));
      } catch (CrsException e) {
        bad.add(placeless(feature, e));
      }
    }
    return new Layer(layer.name(), features, crs, layer.notes(), bad);
  }

  private static BadFeature placeless(Feature feature, CrsException e) {
    String where = GeometryAssembler.place(feature.geometry().getCoordinate());
    return new BadFeature(
        feature.index(), feature.id(), String.valueOf(e.getMessage()), where, false, null);
  }
}
