package org.wangge.features;

import java.util.List;

/** The conformance classes this server implements. */
final class Conformance {
  private static final String FEATURES = "http://www.opengis.net/spec/ogcapi-features-";

  static final List<String> CLASSES =
      List.of(
          FEATURES + "1/1.0/conf/core",
          FEATURES + "1/1.0/conf/oas30",
          FEATURES + "1/1.0/conf/html",
          FEATURES + "1/1.0/conf/geojson",
          FEATURES + "2/1.0/conf/crs",
          FEATURES + "3/1.0/conf/queryables",
          FEATURES + "3/1.0/conf/queryables-query-parameters",
          FEATURES + "5/1.0/conf/schemas");

  private Conformance() {}
}
