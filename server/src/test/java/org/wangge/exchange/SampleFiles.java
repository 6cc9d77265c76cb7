package org.wangge.exchange;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;

/** Files of every format, made byte by byte. */
public final class SampleFiles {
  /** How ESRI writes the zone around Xiangtan. */
  public static final String ESRI_PRJ =
      "PROJCS[\"CGCS2000_3_Degree_GK_CM_114E\",GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\","
          + "DATUM[\"D_China_2000\",SPHEROID[\"CGCS2000\",6378137.0,298.257222101]],PRIMEM[\"Greenwich\",0.0],"
          + "UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Gauss_Kruger\"],PARAMETER[\"False_Easting\",500000.0],"
          + "PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",114.0],PARAMETER[\"Scale_Factor\",1.0],"
          + "PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]";

  private SampleFiles() {}

  /** A zip of these files, in order. */
  public static byte[] zip(Map<String, byte[]> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  public static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * A zipped Shapefile of polygons, each a list of rings (x, y, x, y …), with a text field NAME.
   */
  public static byte[] shapefile(
      List<List<double[]>> polygons, List<String> names, Charset charset, String prj) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("grids.shp", shp(polygons));
    files.put("grids.dbf", dbf(names, charset));
    files.put("grids.prj", prj.getBytes(StandardCharsets.UTF_8));
    return zip(files);
  }

  public static byte[] shp(List<List<double[]>> polygons) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int i = 0; i < polygons.size(); i++) {
      byte[] content = polygon(polygons.get(i));
      body.writeBytes(ByteBuffer.allocate(8).putInt(i + 1).putInt(content.length / 2).array());
      body.writeBytes(content);
    }
    ByteBuffer file = ByteBuffer.allocate(100 + body.size());
    file.putInt(9994).position(24).putInt(file.capacity() / 2);
    file.order(ByteOrder.LITTLE_ENDIAN).putInt(1000).putInt(5).position(100);
    return file.put(body.toByteArray()).array();
  }

  private static byte[] polygon(List<double[]> rings) {
    int points = rings.stream().mapToInt(ring -> ring.length / 2).sum();
    ByteBuffer content =
        ByteBuffer.allocate(44 + 4 * rings.size() + 16 * points).order(ByteOrder.LITTLE_ENDIAN);
    content.putInt(5).position(36).putInt(rings.size()).putInt(points);
    int start = 0;
    for (double[] ring : rings) {
      content.putInt(start);
      start += ring.length / 2;
    }
    rings.forEach(
        ring -> {
          for (double ordinate : ring) {
            content.putDouble(ordinate);
          }
        });
    return content.array();
  }

  public static byte[] dbf(List<String> names, Charset charset) {
    int width = 30;
    ByteBuffer file =
        ByteBuffer.allocate(65 + names.size() * (width + 1)).order(ByteOrder.LITTLE_ENDIAN);
    file.put((byte) 3)
        .position(4)
        .putInt(names.size())
        .putShort((short) 65)
        .putShort((short) (width + 1));
    file.position(32).put("NAME".getBytes(StandardCharsets.US_ASCII)).position(43).put((byte) 'C');
    file.position(48).put((byte) width).position(64).put((byte) 0x0d);
    for (String name : names) {
      byte[] text = name.getBytes(charset);
      file.put((byte) ' ')
          .put(text)
          .put(" ".repeat(width - text.length).getBytes(StandardCharsets.US_ASCII));
    }
    return file.array();
  }

  /** A GeoPackage with one table {@code grids} of geometries and names. */
  public static byte[] geoPackage(List<Geometry> geometries, List<String> names, int srid) {
    try {
      Path file = Files.createTempFile("sample", ".gpkg");
      try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
        fill(connection, geometries, names, srid);
      }
      byte[] bytes = Files.readAllBytes(file);
      Files.delete(file);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void fill(
      Connection connection, List<Geometry> geometries, List<String> names, int srid)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "create table gpkg_spatial_ref_sys (srs_name text, srs_id integer, organization text,"
              + " organization_coordsys_id integer, definition text)");
      statement.execute(
          "insert into gpkg_spatial_ref_sys values ('x', %d, 'EPSG', %d, 'undefined')"
              .formatted(srid, srid));
      statement.execute(
          "create table gpkg_geometry_columns (table_name text, column_name text,"
              + " geometry_type_name text, srs_id integer)");
      statement.execute(
          "insert into gpkg_geometry_columns values ('grids', 'geom', 'POLYGON', %d)"
              .formatted(srid));
      statement.execute(
          "create table grids (fid integer primary key, geom blob, name text, households integer)");
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into grids (geom, name, households) values (?, ?, 7)")) {
      for (int i = 0; i < geometries.size(); i++) {
        byte[] wkb = new WKBWriter().write(geometries.get(i));
        ByteBuffer blob =
            ByteBuffer.allocate(8 + wkb.length)
                .put((byte) 'G')
                .put((byte) 'P')
                .put((byte) 0)
                .put((byte) 0);
        insert.setBytes(1, blob.putInt(srid).put(wkb).array());
        insert.setString(2, names.get(i));
        insert.executeUpdate();
      }
    }
  }

  /**
   * An OSM PBF with nodes 1, 2, 3 … at these places (lon, lat) and the ways given as node numbers,
   * all with the same tags.
   */
  public static byte[] osmPbf(List<double[]> places, List<long[]> ways, Map<String, String> tags) {
    Proto strings = new Proto().bytes(1, new byte[0]);
    long[] keys = new long[tags.size()];
    long[] values = new long[tags.size()];
    int at = 0;
    int next = 1;
    for (Map.Entry<String, String> tag : tags.entrySet()) {
      strings.text(1, tag.getKey()).text(1, tag.getValue());
      keys[at] = next++;
      values[at++] = next++;
    }
    Proto group = new Proto();
    Proto dense = new Proto();
    dense.deltas(1, java.util.stream.LongStream.rangeClosed(1, places.size()).toArray());
    dense.deltas(8, places.stream().mapToLong(place -> Math.round(place[1] * 1e7)).toArray());
    dense.deltas(9, places.stream().mapToLong(place -> Math.round(place[0] * 1e7)).toArray());
    group.message(2, dense);
    for (int i = 0; i < ways.size(); i++) {
      group.message(
          3,
          new Proto().number(1, 100 + i).packed(2, keys).packed(3, values).deltas(8, ways.get(i)));
    }
    Proto block = new Proto().message(1, strings).message(2, group);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    blob(file, "OSMHeader", new Proto().text(4, "OsmSchema-V0.6").text(4, "DenseNodes").toBytes());
    blob(file, "OSMData", block.toBytes());
    return file.toByteArray();
  }

  private static void blob(ByteArrayOutputStream file, String type, byte[] data) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
      deflater.write(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byte[] blob = new Proto().number(2, data.length).bytes(3, packed.toByteArray()).toBytes();
    byte[] header = new Proto().text(1, type).number(3, blob.length).toBytes();
    try (DataOutputStream out = new DataOutputStream(file)) {
      out.writeInt(header.length);
      out.write(header);
      out.write(blob);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes protocol-buffer wire format. */
  private static final class Proto {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private Proto varint(long value) {
      long rest = value;
      for (; (rest & ~0x7fL) != 0; rest >>>= 7) {
        out.write((int) (rest & 0x7f | 0x80));
      }
      out.write((int) rest);
      return this;
    }

    Proto number(int field, long value) {
      return varint((long) field << 3).varint(value);
    }

    Proto bytes(int field, byte[] value) {
      varint((long) field << 3 | 2).varint(value.length);
      out.writeBytes(value);
      return this;
    }

    Proto text(int field, String value) {
      return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    Proto message(int field, Proto value) {
      return bytes(field, value.toBytes());
    }

    Proto packed(int field, long[] values) {
      Proto list = new Proto();
      for (long value : values) {
        list.varint(value);
      }
      return message(field, list);
    }

    Proto deltas(int field, long[] values) {
      Proto list = new Proto();
      long last = 0;
      for (long value : values) {
        long delta = value - last;
        list.varint(delta << 1 ^ delta >> 63);
        last = value;
      }
      return message(field, list);
    }

    byte[] toBytes() {
      return out.toByteArray();
    }
  }
}
