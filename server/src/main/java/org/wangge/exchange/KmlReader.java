package org.wangge.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * KML and KMZ: placemarks with points, lines and polygons, their names, descriptions and extended
 * data. External entities and document types are off; styles, network links and overlays are not
 * looked at.
 */
public final class KmlReader implements LayerReader {

  @Override
  public Layer read(DataSource source, ReadOptions options) {
    String attempted = "reading " + source.name() + " as KML";
    DataSource text =
        source.hasEnding(".kmz") || isZip(source) ? document(source, options, attempted) : source;
    FeatureCollector collector = new FeatureCollector(attempted, options.limits());
    parse(text, options, collector, attempted);
    CrsInfo crs = options.crs() == null ? CrsInfo.format("KML") : CrsInfo.given(options.crs());
    return collector.toLayer(source.baseName(), crs);
  }

  private static boolean isZip(DataSource source) {
    try (InputStream in = source.open()) {
      return in.read() == 'P' && in.read() == 'K';
    } catch (IOException e) {
      throw Unpacked.problem("reading " + source.name(), e);
    }
  }

  private static DataSource document(DataSource source, ReadOptions options, String attempted) {
    Map<String, byte[]> files =
        new ZipEntries(source, options.limits())
            .read(name -> name.toLowerCase(java.util.Locale.ROOT).endsWith(".kml"));
    return files.entrySet().stream()
        .findFirst()
        .map(file -> DataSource.of(file.getKey(), file.getValue()))
        .orElseThrow(
            () ->
                new ReadException(
                    attempted, "there is no .kml in it", "the zip", "save it again as KMZ or KML"));
  }

  private static void parse(
      DataSource text, ReadOptions options, FeatureCollector collector, String attempted) {
    try (InputStream in = new Unpacked(text, options.limits()).open()) {
      XMLStreamReader xml = factory().createXMLStreamReader(in);
      new KmlParse(xml, collector, options.limits()).readAll();
      xml.close();
    } catch (XMLStreamException e) {
      String where =
          e.getLocation() == null
              ? "unknown place"
              : "line %d, column %d"
                  .formatted(e.getLocation().getLineNumber(), e.getLocation().getColumnNumber());
      String first = String.valueOf(e.getMessage()).lines().reduce((a, b) -> b).orElse("not XML");
      throw new ReadException(
          new ReadProblem(
              attempted,
              "the text is not well-formed XML: " + first,
              where,
              "save it again as KML"),
          e);
    } catch (IOException e) {
      throw Unpacked.problem(attempted, e);
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }
}
