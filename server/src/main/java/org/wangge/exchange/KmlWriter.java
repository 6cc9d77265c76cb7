package org.wangge.exchange;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Writes polygons in WGS 84 degrees as KML 2.2, every property as extended data. */
public final class KmlWriter {
  private static final String NAMESPACE = "http://www.opengis.net/kml/2.2";

  private final XMLStreamWriter xml;
  private final String nameProperty;
  private final String textProperty;

  private KmlWriter(XMLStreamWriter xml, String nameProperty, String textProperty) {
    this.xml = xml;
    this.nameProperty = nameProperty;
    this.textProperty = textProperty;
  }

  /**
   * The document.
   *
   * @param nameProperty the property that names a feature
   * @param textProperty the property that describes it
   */
  public static byte[] write(Layer layer, String nameProperty, String textProperty) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      new KmlWriter(xml, nameProperty, textProperty).document(layer);
      xml.close();
    } catch (XMLStreamException cannotHappen) {
      throw new IllegalStateException(cannotHappen);
    }
    return out.toByteArray();
  }

  private void document(Layer layer) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("kml");
    xml.writeDefaultNamespace(NAMESPACE);
    xml.writeStartElement("Document");
    text("name", layer.name());
    style();
    for (Feature feature : layer.features()) {
      placemark(feature);
    }
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void style() throws XMLStreamException {
    xml.writeStartElement("Style");
    xml.writeAttribute("id", "zone");
    xml.writeStartElement("LineStyle");
    text("color", "ff3c3cd2");
    text("width", "1.5");
    xml.writeEndElement();
    xml.writeStartElement("PolyStyle");
    text("color", "3348a0f0");
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void text(String element, String text) throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private void placemark(Feature feature) throws XMLStreamException {
    xml.writeStartElement("Placemark");
    text("name", feature.findText(nameProperty).orElse(feature.id()));
    text("description", feature.findText(textProperty).orElse(""));
    text("styleUrl", "#zone");
    xml.writeStartElement("ExtendedData");
    for (Map.Entry<String, @Nullable Object> each : feature.properties().entrySet()) {
      data(each.getKey(), each.getValue());
    }
    xml.writeEndElement();
    geometry(feature.geometry());
    xml.writeEndElement();
  }

  private void data(String name, @Nullable Object value) throws XMLStreamException {
    if (value != null) {
      xml.writeStartElement("Data");
      xml.writeAttribute("name", name);
      text("value", value.toString());
      xml.writeEndElement();
    }
  }

  private void geometry(Geometry geometry) throws XMLStreamException {
    xml.writeStartElement("MultiGeometry");
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      polygon((Polygon) geometry.getGeometryN(i));
    }
    xml.writeEndElement();
  }

  private void polygon(Polygon polygon) throws XMLStreamException {
    xml.writeStartElement("Polygon");
    boundary("outerBoundaryIs", polygon.getExteriorRing());
    for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
      boundary("innerBoundaryIs", polygon.getInteriorRingN(h));
    }
    xml.writeEndElement();
  }

  private void boundary(String element, LinearRing ring) throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeStartElement("LinearRing");
    text("coordinates", coordinates(ring.getCoordinateSequence()));
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static String coordinates(CoordinateSequence ring) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < ring.size(); i++) {
      text.append(String.format(Locale.ROOT, "%.8f,%.8f ", ring.getX(i), ring.getY(i)));
    }
    return text.toString().strip();
  }
}
