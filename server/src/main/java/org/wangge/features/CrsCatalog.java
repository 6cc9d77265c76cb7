package org.wangge.features;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The coordinate reference systems served, CRS84 first. */
public interface CrsCatalog {

  /** All, CRS84 first; the same for every collection. */
  List<ServedCrs> list();

  /** The CRS everything is kept in exactly. */
  ServedCrs storage();

  default Optional<ServedCrs> find(String uri) {
    return list().stream().filter(crs -> crs.uri().equals(uri)).findFirst();
  }

  /**
   * CRS84, EPSG:4490, the district's metric CRS, EPSG:3857 and EPSG:4326.
   *
   * @param metric asked each time: another publication may have another
   */
  static CrsCatalog of(Supplier<ServedCrs> metric) {
    return new CrsCatalog() {
      @Override
      public List<ServedCrs> list() {
        return List.of(
            ServedCrs.crs84(),
            ServedCrs.latLon(4490),
            metric.get(),
            ServedCrs.webMercator(),
            ServedCrs.latLon(4326));
      }

      @Override
      public ServedCrs storage() {
        return metric.get();
      }
    };
  }
}
