package org.wangge.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Objects;
import org.locationtech.jts.geom.Envelope;
import org.postgresql.PGConnection;

/**
 * Heat as it is usually written in SQL over a table with a GiST index, in Web Mercator: counts per
 * cell; these smoothed by the kernel in two passes; the exact kernel sum over the points near a
 * cell. Processor time of the server process that answers, which must be on this machine; no
 * parallel workers, as the other side has one thread too.
 */
final class PostgisHeat implements AutoCloseable {
  private static final int ROUNDS = 5;
  private static final double TICKS_PER_SECOND = 100;

  private final Connection connection;
  private final int side;
  private final Path process;

  /** Loads the points, all in Web Mercator. */
  PostgisHeat(String url, double[] xs, double[] ys, Envelope box, int side, double sigma)
      throws SQLException, IOException {
    this.connection = DriverManager.getConnection(url);
    this.side = side;
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql("table"));
    }
    this.process =
        Path.of("/proc", connection.unwrap(PGConnection.class).getBackendPID() + "", "stat");
    copy(xs, ys);
    prepare(box, sigma);
  }

  private void copy(double[] xs, double[] ys) throws SQLException, IOException {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < xs.length; i++) {
      rows.append("SRID=3857;POINT(").append(xs[i]).append(' ').append(ys[i]).append(")\n");
    }
    connection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyIn("copy heat_point from stdin", new StringReader(rows.toString()));
  }

  private void prepare(Envelope box, double sigma) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql("frame"))) {
      statement.setDouble(1, box.getMinX());
      statement.setDouble(2, box.getMinY());
      statement.setDouble(3, box.getWidth() / side);
      statement.setDouble(4, box.getHeight() / side);
      statement.setInt(5, side);
      statement.setDouble(6, sigma);
      statement.execute();
    }
  }

  /** One value a cell, row by row from the north; median time of several rounds. */
  Answer ask(String recipe) throws SQLException, IOException {
    double[] millis = new double[ROUNDS];
    double[] values = values(recipe);
    for (int i = 0; i < ROUNDS; i++) {
      double start = processorMillis();
      values = values(recipe);
      millis[i] = processorMillis() - start;
    }
    Arrays.sort(millis);
    return new Answer(values, millis[ROUNDS / 2]);
  }

  /** The same once: for what takes too long to repeat. */
  Answer askOnce(String recipe) throws SQLException, IOException {
    double start = processorMillis();
    double[] values = values(recipe);
    return new Answer(values, processorMillis() - start);
  }

  private double[] values(String recipe) throws SQLException {
    double[] values = new double[side * side];
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql(recipe))) {
      while (rows.next()) {
        values[(side - 1 - rows.getInt(2)) * side + rows.getInt(1)] = rows.getDouble(3);
      }
    }
    return values;
  }

  /** User and system time of the server process: fields 14 and 15, counted after the name. */
  private double processorMillis() throws IOException {
    String stat = Files.readString(process);
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * 1000 / TICKS_PER_SECOND;
  }

  private static String sql(String name) {
    try (InputStream file = PostgisHeat.class.getResourceAsStream("heat-" + name + ".sql")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  /**
   * @param values row by row from the north
   * @param millis processor time
   */
  record Answer(double[] values, double millis) {}
}
