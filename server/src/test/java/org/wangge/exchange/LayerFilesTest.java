package org.wangge.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.wangge.fabric.ArcClass;
import org.wangge.fabric.BoundaryLine;

/** Every format, from files that the test itself makes. */
class LayerFilesTest {
  private static final double[] SHELL = {0, 0, 0, 10, 10, 10, 10, 0, 0, 0};
  private static final double[] HOLE = {2, 2, 4, 2, 4, 4, 2, 4, 2, 2};
  private static final double[] ISLAND = {20, 0, 20, 5, 25, 5, 25, 0, 20, 0};
  private static final String TOPOLOGY =
      """
      {"type":"Topology","transform":{"scale":[0.001,0.001],"translate":[112,27]},
       "objects":{"grids":{"type":"GeometryCollection","geometries":[
         {"type":"Polygon","id":"a","arcs":[[0,1]],"properties":{"n":1}},
         {"type":"Polygon","id":"b","arcs":[[-2,2]]},
         {"type":"MultiPolygon","id":"c","arcs":[]},
         {"type":null,"id":"d"}]}},
       "arcs":[[[10,10],[-10,0],[0,-10],[10,0]],[[10,0],[0,10]],[[10,0],[10,0],[0,10],[-10,0]]]}
      """;

  private static Layer read(String name, byte[] bytes) {
    return new LayerFiles().read(DataSource.of(name, bytes), ReadOptions.defaults());
  }

  private static Layer read(String name, String text) {
    return read(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static Geometry wkt(String text) throws ParseException {
    return new WKTReader().read(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GBK", "UTF-8"})
  void readsAZippedShapefileInEitherEncoding(String charset) throws ParseException {
    byte[] zip =
        SampleFiles.shapefile(
            List.of(List.of(SHELL, HOLE, ISLAND), List.of(ISLAND)),
            List.of("窑湾街道", "云塘"),
            Charset.forName(charset),
            SampleFiles.ESRI_PRJ);
    Layer layer = read("边界.zip", zip);
    assertEquals("grids", layer.name());
    assertEquals(4547, layer.crs().findCrs().orElseThrow().srid());
    assertEquals("窑湾街道", layer.features().get(0).id());
    Geometry expected =
        wkt(
            "MULTIPOLYGON(((0 0,0 10,10 10,10 0,0 0),(2 2,4 2,4 4,2 4,2 2)),((20 0,20 5,25 5,25"
                + " 0,20 0)))");
    assertTrue(
        layer.features().get(0).geometry().equalsExact(expected),
        layer.features().get(0).geometry().toText());
    assertEquals(
        "POLYGON ((20 0, 20 5, 25 5, 25 0, 20 0))", layer.features().get(1).geometry().toText());
  }

  @Test
  void readsLooseShapefileParts(@TempDir Path folder) throws IOException {
    Files.write(folder.resolve("a.shp"), SampleFiles.shp(List.of(List.of(SHELL))));
    Files.write(folder.resolve("a.dbf"), SampleFiles.dbf(List.of("x"), StandardCharsets.UTF_8));
    Layer layer = new LayerFiles().read(folder.resolve("a.shp"));
    assertEquals("x", layer.features().get(0).properties().get("NAME"));
    assertEquals(CrsInfo.Source.UNKNOWN, layer.crs().source());
    assertTrue(CrsGuess.of(layer).warnings().get(0).contains("degrees"));
  }

  @Test
  void readsAGeoPackage() throws ParseException {
    Geometry square = wkt("POLYGON((391000 3082000,392000 3082000,392000 3083000,391000 3082000))");
    Layer layer =
        read(
            "grids.gpkg", SampleFiles.geoPackage(List.of(square, square), List.of("甲", "乙"), 4547));
    assertEquals(2, layer.features().size());
    assertTrue(layer.features().get(0).geometry().equalsExact(square));
    assertEquals(7L, layer.features().get(0).properties().get("households"));
    assertEquals(4547, layer.crs().findCrs().orElseThrow().srid());
  }

  @Test
  void readsKmlAndKmz() {
    String kml =
        """
        <kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark id="p1"><name>第一网格</name>
        <ExtendedData><Data name="code"><value>001</value></Data></ExtendedData>
        <Polygon><outerBoundaryIs><LinearRing><coordinates>
        112,27,5 113,27,5 113,28,5 112,27,5</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>
        <Placemark><Point><coordinates>112.5,27.5</coordinates></Point></Placemark></Document></kml>
        """;
    Layer layer = read("grids.kml", kml);
    assertEquals("p1", layer.features().get(0).id());
    assertEquals("001", layer.features().get(0).properties().get("code"));
    assertEquals(
        "POLYGON ((112 27, 113 27, 113 28, 112 27))", layer.features().get(0).geometry().toText());
    assertEquals("POINT (112.5 27.5)", layer.features().get(1).geometry().toText());
    byte[] kmz = SampleFiles.zip(Map.of("doc.kml", kml.getBytes(StandardCharsets.UTF_8)));
    assertEquals(2, read("grids.kmz", kmz).features().size());
  }

  @Test
  void readsTopoJsonAndNamesItsEmptyGeometries() {
    Layer layer =
        read("grids.topojson.gz", SampleFiles.gzip(TOPOLOGY.getBytes(StandardCharsets.UTF_8)));
    assertEquals(List.of("a", "b"), layer.features().stream().map(Feature::id).toList());
    assertEquals(
        "POLYGON ((112.01 27.01, 112 27.01, 112 27, 112.01 27, 112.01 27.01))",
        layer.features().get(0).geometry().toText());
    assertEquals(1e-4, layer.features().get(1).geometry().getArea(), 1e-12);
    assertEquals(List.of("c", "d"), layer.bad().stream().map(BadFeature::id).toList());
  }

  @Test
  void readsTables() {
    Layer points =
        read("p.csv", "编号;经度;纬度;说明\n1;112.9;27.9;\"有;分号\"\n2;;27.9;\n\n3;112.8;27.8;x\n");
    assertEquals(2, points.features().size());
    assertEquals("有;分号", points.features().get(0).properties().get("说明"));
    assertTrue(points.bad().get(0).describe().contains("line 3"));
    Layer areas = read("a.csv", "code,wkt\nk,\"POLYGON((0 0,1 0,1 1,0 0))\"\n");
    assertEquals("k", areas.features().get(0).id());
    assertEquals(0.5, areas.features().get(0).geometry().getArea());
  }

  @Test
  void readsOpenStreetMapAndTurnsWaysIntoLines() {
    byte[] pbf =
        SampleFiles.osmPbf(
            List.of(
                new double[] {112.9, 27.9},
                new double[] {112.91, 27.9},
                new double[] {112.91, 27.91}),
            List.of(new long[] {1, 2}, new long[] {2, 3, 99}),
            new LinkedHashMap<>(Map.of("highway", "primary_link", "name", "建设路", "bridge", "yes")));
    Layer layer = read("town.osm.pbf", pbf);
    assertEquals(
        "LINESTRING (112.9 27.9, 112.91 27.9)", layer.features().get(0).geometry().toText());
    CrsGuess guess = CrsGuess.of(layer);
    Layer metres = MetricFrame.suiting(layer, guess).toMetres(layer, guess);
    BoundaryLine line = LineLayers.of(metres, LineLayers.Fields.usual()).lines().get(0);
    assertEquals(ArcClass.ARTERIAL, line.arcClass());
    assertEquals("建设路", line.name());
    assertEquals(1, line.layer());
    assertEquals(100, line.streetId());
    assertEquals(391_700_000, line.xs()[0], 100_000);
  }

  @Test
  void takesClassesFromAnyLineLayer() {
    String text =
        """
        {"type":"FeatureCollection","features":[
         {"type":"Feature","properties":{"道路等级":"次干路","名称":"韶山路"},"geometry":{"type":"LineString","coordinates":[[112.9,27.9],[112.91,27.9]]}},
         {"type":"Feature","properties":{"道路等级":"怪路"},"geometry":{"type":"MultiLineString","coordinates":[[[112.9,27.9],[112.91,27.91]],[[112.9,27.9],[112.9,27.91]]]}}]}
        """;
    StreetLines lines = LineLayers.of(read("roads.geojson", text), LineLayers.Fields.usual());
    assertEquals(
        List.of(ArcClass.COLLECTOR, ArcClass.LOCAL, ArcClass.LOCAL),
        lines.lines().stream().map(BoundaryLine::arcClass).toList());
    assertEquals("韶山路", lines.lines().get(0).name());
    assertTrue(lines.notes().get(2).contains("怪路=1"), lines.notes().toString());
  }

  @Test
  void guessesSwappedAxesMetresAndWebMapOffset() {
    Layer swapped = read("s.geojson", "{\"type\":\"Point\",\"coordinates\":[27.9,112.9]}");
    assertTrue(CrsGuess.of(swapped).swapped());
    Layer zone = read("m.geojson", "{\"type\":\"Point\",\"coordinates\":[38391648.7,3082304.9]}");
    assertTrue(
        CrsGuess.of(zone).warnings().get(0).contains("EPSG:4526"),
        CrsGuess.of(zone).warnings().toString());
    double[] box = {112.7, 27.8, 113.0, 28.0};
    Envelope district = new Envelope(box[0], box[2], box[1], box[3]);
    Gcj02.fromWgs84().apply(box, 2);
    Layer shifted =
        read(
            "g.geojson",
            "{\"type\":\"MultiPoint\",\"coordinates\":[[%s,%s],[%s,%s]]}"
                .formatted(box[0], box[1], box[2], box[3]));
    assertTrue(CrsGuess.of(shifted, district).warnings().get(0).contains("GCJ-02"));
    Layer right =
        read("r.geojson", "{\"type\":\"MultiPoint\",\"coordinates\":[[112.7,27.8],[113.0,28.0]]}");
    assertEquals(List.of(), CrsGuess.of(right, district).warnings());
  }

  @Test
  void recognisesZonesInPrjTexts() {
    assertEquals(4547, Crs.parse(SampleFiles.ESRI_PRJ).srid());
    assertEquals(4526, Crs.parse(SampleFiles.ESRI_PRJ.replace("500000.0", "38500000.0")).srid());
    String utm =
        SampleFiles.ESRI_PRJ
            .replace("GCS_China_Geodetic_Coordinate_System_2000", "GCS_WGS_1984")
            .replace("Gauss_Kruger", "Transverse_Mercator")
            .replace("114.0]", "117.0]")
            .replace("\"Scale_Factor\",1.0", "\"Scale_Factor\",0.9996");
    assertEquals(32650, Crs.parse(utm).srid());
    Crs unusual = Crs.parse(SampleFiles.ESRI_PRJ.replace("500000.0", "40000.0"));
    double[] xy = {114, 27.9};
    unusual.fromLonLat().apply(xy, 1);
    assertEquals(40000, xy[0], 1e-3);
    assertEquals(3087359.883, xy[1], 2e-3);
  }

  @Test
  void keepsAreasOfWideLayersTrue() {
    Crs cylinder = EqualAreaCylinder.crs(39);
    double[] xy = {-120, 30, -60, 50};
    cylinder.fromLonLat().apply(xy, 2);
    double area = (xy[2] - xy[0]) * (xy[3] - xy[1]);
    assertEquals(11_319_350_364_573.0, area, 1);
    cylinder.toLonLat().apply(xy, 2);
    assertEquals(50, xy[3], 1e-9);
  }

  @Test
  void choosesAmongLayersByName() {
    assertThrows(
        ReadException.class,
        () ->
            new LayerFiles()
                .read(
                    DataSource.of("t.topojson", TOPOLOGY.getBytes(StandardCharsets.UTF_8)),
                    ReadOptions.defaults().withLayer("nothing")));
  }
}
