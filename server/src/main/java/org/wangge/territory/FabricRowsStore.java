package org.wangge.territory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.LineString;
import org.wangge.db.GeometryColumn;
import org.wangge.fabric.FabricData;

/** The arrays of a fabric while its rows are read for {@link FabricStore}. */
final class FabricRowsStore {
  private final String hash;
  private final long[] nodeX;
  private final long[] nodeY;
  private final int[] arcFrom;
  private final int[] arcTo;
  private final int[] pointStart;
  private final byte[] arcClass;
  private final int[] arcName;
  private final long[] streetId;
  private final int[] arcFlags;
  private final byte[] faceKind;
  private final int[] households;
  private final int[] people;
  private final int[] parentFace;
  private final List<String> names = new ArrayList<>();
  private long[] pointX = new long[1024];
  private long[] pointY = new long[1024];

  private FabricRowsStore(String hash, int nodes, int arcs, int faces) {
    this.hash = hash;
    nodeX = new long[nodes];
    nodeY = new long[nodes];
    arcFrom = new int[arcs];
    arcTo = new int[arcs];
    pointStart = new int[arcs + 1];
    arcClass = new byte[arcs];
    arcName = new int[arcs];
    streetId = new long[arcs];
    arcFlags = new int[arcs];
    faceKind = new byte[faces];
    households = new int[faces];
    people = new int[faces];
    parentFace = new int[faces];
  }

  /** Empty arrays of the sizes that the row of the fabric names. */
  static FabricRowsStore sizedBy(ResultSet row) throws SQLException {
    return new FabricRowsStore(
        row.getString("hash"), row.getInt("nodes"), row.getInt("arcs"), row.getInt("faces"));
  }

  /** The hash the fabric was stored with. */
  String hash() {
    return hash;
  }

  void node(ResultSet row, int i) throws SQLException {
    nodeX[i] = row.getLong(1);
    nodeY[i] = row.getLong(2);
  }

  void name(ResultSet row, int i) throws SQLException {
    names.add(row.getString(1));
  }

  void arc(ResultSet row, int i) throws SQLException {
    arcFrom[i] = row.getInt(1);
    arcTo[i] = row.getInt(2);
    arcClass[i] = row.getByte(3);
    arcName[i] = row.getInt(4);
    streetId[i] = row.getLong(5);
    arcFlags[i] = row.getInt(6);
    points(i, ((LineString) GeometryColumn.get(row, "geom")).getCoordinateSequence());
  }

  private void points(int arc, CoordinateSequence points) {
    int start = pointStart[arc];
    int end = start + points.size();
    if (end > pointX.length) {
      pointX = Arrays.copyOf(pointX, 2 * end);
      pointY = Arrays.copyOf(pointY, 2 * end);
    }
    for (int i = 0; i < points.size(); i++) {
      pointX[start + i] = Millimetres.of(points.getX(i));
      pointY[start + i] = Millimetres.of(points.getY(i));
    }
    pointStart[arc + 1] = end;
  }

  void face(ResultSet row, int i) throws SQLException {
    faceKind[i] = row.getByte(1);
    households[i] = row.getInt(2);
    people[i] = row.getInt(3);
    parentFace[i] = row.getInt(4);
  }

  FabricData data() {
    int points = pointStart[pointStart.length - 1];
    return new FabricData(
        nodeX,
        nodeY,
        arcFrom,
        arcTo,
        pointStart,
        Arrays.copyOf(pointX, points),
        Arrays.copyOf(pointY, points),
        arcClass,
        arcName,
        names.toArray(String[]::new),
        streetId,
        arcFlags,
        faceKind,
        households,
        people,
        parentFace);
  }
}
