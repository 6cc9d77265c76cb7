package org.wangge.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeoJsonReaderTest {
  private static final String SQUARE =
      "{\"type\":\"Polygon\",\"coordinates\":[[[112,27],[113,27],[113,28],[112,28],[112,27]]]}";

  private static Layer read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Layer read(byte[] bytes) {
    return new GeoJsonReader().read(DataSource.of("grids.geojson", bytes), ReadOptions.defaults());
  }

  private static String collection(String... features) {
    return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
  }

  private static String feature(String properties, String geometry) {
    return "{\"type\":\"Feature\",\"properties\":" + properties + ",\"geometry\":" + geometry + "}";
  }

  @Test
  void readsFeaturesWithTheirProperties() {
    Layer layer =
        read(
            collection(
                feature(
                    "{\"code\":\"430302001001001\",\"n\":3,\"x\":1.5,\"ok\":true,\"no\":null}",
                    SQUARE)));
    Feature feature = layer.features().get(0);
    assertEquals("grids", layer.name());
    assertEquals("430302001001001", feature.id());
    assertEquals("POLYGON ((112 27, 113 27, 113 28, 112 28, 112 27))", feature.geometry().toText());
    assertEquals(3L, feature.properties().get("n"));
    assertEquals(List.of("code", "n", "x", "ok", "no"), List.copyOf(feature.properties().keySet()));
    assertEquals(Crs.CRS84, layer.crs().findCrs().orElseThrow());
  }

  @Test
  void readsMembersInAnyOrderAndIgnoresForeignOnes() {
    Layer layer =
        read(
            "{\"features\":[{\"geometry\":{\"coordinates\":[1,2,99],\"type\":\"Point\"},\"x\":{\"a\":[1]},\"id\":7,\"type\":\"Feature\"}],\"type\":\"FeatureCollection\"}");
    assertEquals("7", layer.features().get(0).id());
    assertEquals("POINT (1 2)", layer.features().get(0).geometry().toText());
    assertEquals(List.of("heights were dropped: everything is flat"), layer.notes());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MultiPoint|[[1,2],[3,4]]|MULTIPOINT ((1 2), (3 4))",
        "LineString|[[1,2],[3,4]]|LINESTRING (1 2, 3 4)",
        "MultiLineString|[[[1,2],[3,4]]]|MULTILINESTRING ((1 2, 3 4))",
        "MultiPolygon|[[[[0,0],[4,0],[4,4],[0,0]]]]|MULTIPOLYGON (((0 0, 4 0, 4 4, 0 0)))"
      })
  void readsEveryGeometryType(String type, String coordinates, String wkt) {
    String geometry = "{\"type\":\"%s\",\"coordinates\":%s}".formatted(type, coordinates);
    assertEquals(wkt, read(geometry).features().get(0).geometry().toText());
  }

  @Test
  void namesABadFeatureAndReadsTheRest() {
    Layer layer =
        read(
            collection(
                feature("{\"code\":\"a\"}", SQUARE),
                feature("{\"code\":\"b\"}", SQUARE.replace("[113,28]", "[113,NaN]")),
                feature("{\"code\":\"c\"}", SQUARE.replace("[112,27]]]", "[112,27.5]]]")),
                feature("{\"code\":\"d\"}", "null"),
                feature("{\"code\":\"e\"}", SQUARE)));
    assertEquals(List.of("a", "c", "e"), layer.features().stream().map(Feature::id).toList());
    assertEquals(4, layer.features().get(2).index());
    assertTrue(layer.bad().get(1).kept() && !layer.bad().get(0).kept());
    assertEquals(List.of("b", "c", "d"), layer.bad().stream().map(BadFeature::id).toList());
    assertTrue(layer.bad().get(0).describe().contains("NaN"), layer.bad().get(0).describe());
    assertTrue(layer.bad().get(1).what().contains("not closed"));
    assertTrue(layer.bad().get(1).where().contains("112.000000,27.000000"));
    assertTrue(layer.bad().get(2).what().contains("no geometry"));
  }

  @Test
  void readsNewlineDelimitedFeaturesAndBareArrays() {
    String one = feature("{}", SQUARE);
    assertEquals(2, read(one + "\n" + one + "\n").features().size());
    assertEquals(2, read("[" + one + "," + one + "]").features().size());
  }

  @Test
  void readsGzipGbkAndUtf16() throws IOException {
    String text = collection(feature("{\"name\":\"窑湾街道\"}", SQUARE));
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    for (byte[] bytes :
        List.of(
            packed.toByteArray(),
            text.getBytes(Charset.forName("GBK")),
            text.getBytes(StandardCharsets.UTF_16))) {
      assertEquals("窑湾街道", read(bytes).features().get(0).properties().get("name"));
    }
  }

  @Test
  void believesTheLegacyCrsMember() {
    String text =
        "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::4547\"}},\"features\":[]}";
    assertEquals(4547, read(text).crs().findCrs().orElseThrow().srid());
  }

  @Test
  void doesNotTakeMetresForDegrees() {
    Layer layer = read("{\"type\":\"Point\",\"coordinates\":[391648.7,3082304.9]}");
    assertEquals(CrsInfo.Source.UNKNOWN, layer.crs().source());
  }

  @Test
  void readsForeignMembersAsLayers() {
    String text =
        collection()
            .replace(
                "\"features\"",
                "\"domain\":"
                    + SQUARE
                    + ",\"within\":"
                    + collection(feature("{}", SQUARE))
                    + ",\"features\"");
    GeoJsonReader.Document document =
        new GeoJsonReader()
            .readDocument(
                DataSource.of("check.json", text.getBytes(StandardCharsets.UTF_8)),
                ReadOptions.defaults(),
                Set.of("domain", "within"));
    assertEquals(Set.of("domain", "within"), document.members().keySet());
    assertEquals(1, document.members().get("within").features().size());
    assertEquals(
        Map.of(),
        document.layer().features().stream().findAny().map(Feature::properties).orElse(Map.of()));
  }

  @Test
  void refusesWhatIsNotGeoJsonWithPlaceAndRemedy() {
    ReadException cut =
        assertThrows(
            ReadException.class, () -> read(collection(feature("{}", SQUARE)).substring(0, 60)));
    assertTrue(cut.getMessage().contains("cut off"), cut.getMessage());
    ReadException text = assertThrows(ReadException.class, () -> read("hello"));
    assertTrue(text.problem().where().startsWith("line 1"), text.getMessage());
  }
}
