package org.wangge.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Writes polygons in WGS 84 degrees as a Shapefile in a zip: .shp, .shx, .dbf in UTF-8 with its
 * .cpg, .prj. Shells run clockwise, holes the other way, coordinates are the given ones to the last
 * bit. Names of properties must have at most ten ASCII letters.
 */
public final class ShapefileWriter {
  private static final int FILE_CODE = 9994;
  private static final int VERSION = 1000;
  private static final int POLYGON = 5;
  private static final int HEADER_BYTES = 100;
  private static final String WGS84 =
      "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],"
          + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";

  private final Layer layer;
  private final List<byte[]> records = new ArrayList<>();
  private final Envelope box = new Envelope();

  private ShapefileWriter(Layer layer) {
    this.layer = layer;
    for (Feature feature : layer.features()) {
      records.add(record(feature.geometry()));
      box.expandToInclude(feature.geometry().getEnvelopeInternal());
    }
  }

  /**
   * The zip.
   *
   * @param name of the files in it, without ending
   * @throws IllegalArgumentException when a geometry is no polygon or a property's name is too long
   */
  public static byte[] zip(Layer layer, String name) {
    ShapefileWriter writer = new ShapefileWriter(layer);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      put(zip, name + ".shp", writer.shapes());
      put(zip, name + ".shx", writer.index());
      put(zip, name + ".dbf", DbfWriter.write(layer));
      put(zip, name + ".cpg", "UTF-8".getBytes(StandardCharsets.US_ASCII));
      put(zip, name + ".prj", WGS84.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException cannotHappen) {
      throw new UncheckedIOException(cannotHappen);
    }
    return out.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(0);
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }

  private byte[] shapes() {
    int length = HEADER_BYTES + records.stream().mapToInt(each -> 8 + each.length).sum();
    ByteBuffer file = header(length);
    for (int i = 0; i < records.size(); i++) {
      file.order(ByteOrder.BIG_ENDIAN).putInt(i + 1).putInt(records.get(i).length / 2);
      file.put(records.get(i));
    }
    return file.array();
  }

  private byte[] index() {
    ByteBuffer file = header(HEADER_BYTES + 8 * records.size()).order(ByteOrder.BIG_ENDIAN);
    int at = HEADER_BYTES / 2;
    for (byte[] record : records) {
      file.putInt(at).putInt(record.length / 2);
      at += 4 + record.length / 2;
    }
    return file.array();
  }

  private ByteBuffer header(int length) {
    ByteBuffer file = ByteBuffer.allocate(length);
    file.putInt(FILE_CODE).position(24);
    file.putInt(length / 2).order(ByteOrder.LITTLE_ENDIAN).putInt(VERSION).putInt(POLYGON);
    putBox(file, box);
    return file.position(HEADER_BYTES);
  }

  private static void putBox(ByteBuffer file, Envelope box) {
    boolean empty = box.isNull();
    file.putDouble(empty ? 0 : box.getMinX()).putDouble(empty ? 0 : box.getMinY());
    file.putDouble(empty ? 0 : box.getMaxX()).putDouble(empty ? 0 : box.getMaxY());
  }

  private static byte[] record(Geometry geometry) {
    List<CoordinateSequence> rings = rings(geometry);
    int points = rings.stream().mapToInt(CoordinateSequence::size).sum();
    ByteBuffer record = ByteBuffer.allocate(44 + 4 * rings.size() + 16 * points);
    record.order(ByteOrder.LITTLE_ENDIAN).putInt(POLYGON);
    putBox(record, geometry.getEnvelopeInternal());
    record.putInt(rings.size()).putInt(points);
    int start = 0;
    for (CoordinateSequence ring : rings) {
      record.putInt(start);
      start += ring.size();
    }
    rings.forEach(ring -> putPoints(record, ring));
    return record.array();
  }

  private static void putPoints(ByteBuffer record, CoordinateSequence ring) {
    for (int i = 0; i < ring.size(); i++) {
      record.putDouble(ring.getX(i)).putDouble(ring.getY(i));
    }
  }

  private static List<CoordinateSequence> rings(Geometry geometry) {
    List<CoordinateSequence> rings = new ArrayList<>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (!(geometry.getGeometryN(i) instanceof Polygon polygon)) {
        throw new IllegalArgumentException("a " + geometry.getGeometryType() + " is no polygon");
      }
      rings.add(turned(polygon.getExteriorRing(), false));
      for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
        rings.add(turned(polygon.getInteriorRingN(h), true));
      }
    }
    return rings;
  }

  private static CoordinateSequence turned(LinearRing ring, boolean counterClockwise) {
    boolean fits = Orientation.isCCW(ring.getCoordinateSequence()) == counterClockwise;
    return (fits ? ring : ring.reverse()).getCoordinateSequence();
  }
}
