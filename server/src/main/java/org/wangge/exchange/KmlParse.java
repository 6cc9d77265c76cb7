package org.wangge.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** One pass over KML text. */
final class KmlParse {
  private final XMLStreamReader xml;
  private final FeatureCollector collector;
  private final ReadLimits limits;

  KmlParse(XMLStreamReader xml, FeatureCollector collector, ReadLimits limits) {
    this.xml = xml;
    this.collector = collector;
    this.limits = limits;
  }

  void readAll() throws XMLStreamException {
    boolean kml = false;
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT) {
        if (!kml && !xml.getLocalName().equals("kml")) {
          throw new ReadException(
              collector.attempted(),
              "its root is <" + xml.getLocalName() + ">, not <kml>",
              here(),
              "save it as KML");
        }
        kml = true;
        if (xml.getLocalName().equals("Placemark")) {
          readPlacemark();
        }
      }
    }
  }

  private void readPlacemark() throws XMLStreamException {
    Placemark placemark = new Placemark(xml.getAttributeValue(null, "id"));
    String where = here();
    for (int event = xml.next(); !isEnd(event, "Placemark"); event = xml.next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        readPart(placemark);
      }
    }
    collector.add(
        placemark.id, placemark.properties, where, () -> placemark.assemble(collector.assembler()));
  }

  private void readPart(Placemark placemark) throws XMLStreamException {
    switch (xml.getLocalName()) {
      case "name", "description" -> placemark.properties.put(xml.getLocalName(), text());
      case "SimpleData" -> placemark.properties.put(attribute("name"), text());
      case "Data" -> readData(placemark, attribute("name"));
      case "Point", "LineString", "LinearRing" ->
          placemark.shapes.add(readSimple(xml.getLocalName()));
      case "Polygon" -> placemark.shapes.add(readPolygon());
      default -> {}
    }
  }

  private String attribute(String name) {
    String value = xml.getAttributeValue(null, name);
    return value == null ? "" : value;
  }

  private String text() throws XMLStreamException {
    return xml.getElementText().strip();
  }

  private void readData(Placemark placemark, String name) throws XMLStreamException {
    for (int event = xml.next(); !isEnd(event, "Data"); event = xml.next()) {
      if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("value")) {
        placemark.properties.put(name, text());
      }
    }
  }

  private KmlShape readSimple(String element) throws XMLStreamException {
    String coordinates = "";
    for (int event = xml.next(); !isEnd(event, element); event = xml.next()) {
      if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("coordinates")) {
        coordinates = text();
      }
    }
    return new KmlShape(
        element.equals("LinearRing") ? "LineString" : element, List.of(coordinates));
  }

  private KmlShape readPolygon() throws XMLStreamException {
    List<String> rings = new ArrayList<>();
    boolean outer = false;
    for (int event = xml.next(); !isEnd(event, "Polygon"); event = xml.next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        outer =
            xml.getLocalName().equals("outerBoundaryIs")
                || (outer && !xml.getLocalName().equals("innerBoundaryIs"));
        if (xml.getLocalName().equals("coordinates")) {
          rings.add(outer ? 0 : rings.size(), text());
        }
      }
    }
    return new KmlShape("Polygon", rings);
  }

  private boolean isEnd(int event, String element) {
    return event == XMLStreamConstants.END_DOCUMENT
        || (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(element));
  }

  private String here() {
    return "line %d, column %d"
        .formatted(xml.getLocation().getLineNumber(), xml.getLocation().getColumnNumber());
  }

  private final class Placemark {
    private final @Nullable String id;
    private final Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    private final List<KmlShape> shapes = new ArrayList<>();

    Placemark(@Nullable String id) {
      this.id = id;
    }

    Geometry assemble(GeometryAssembler assembler) {
      if (shapes.isEmpty()) {
        throw new BadGeometryException("it has no geometry", "");
      }
      List<Geometry> parts = new ArrayList<>();
      shapes.forEach(shape -> parts.add(shape.assemble(assembler, limits)));
      return parts.size() == 1 ? parts.get(0) : parts.get(0).getFactory().buildGeometry(parts);
    }
  }
}
