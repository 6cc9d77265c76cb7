package org.wangge.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class DatabaseTest {

  @ParameterizedTest
  @MethodSource("org.wangge.db.TestDatabases#both")
  void aGeometryComesBackWithItsCoordinatesAndSrid(Database database) throws ParseException {
    Geometry written =
        geometry("POLYGON ((0 0, 10.125 0, 10 1e6, 0 0), (1 1, 2 1, 2 2, 1 1))", 4547);
    Geometry read =
        database.inTransaction(
            handle -> {
              handle.execute("create table probe (id integer, geom geometry)");
              insert(handle, 1, written);
              insert(handle, 2, null);
              assertEquals(
                  1,
                  handle
                      .createQuery("select count(*) from probe where geom is null")
                      .mapTo(int.class)
                      .one());
              return handle
                  .createQuery("select geom from probe where id = 1")
                  .mapTo(Geometry.class)
                  .one();
            });
    assertTrue(read.equalsExact(written));
    assertEquals(4547, read.getSRID());
  }

  @ParameterizedTest
  @MethodSource("org.wangge.db.TestDatabases#both")
  void aBoxIsAskedByItsGeometry(Database database) throws ParseException {
    Geometry box = geometry("POLYGON ((10 -1, 20 -1, 20 1, 10 1, 10 -1))", 4326);
    List<Integer> found =
        database.inTransaction(
            handle -> {
              handle.execute("create table probe (id integer, geom geometry(geometry, 4326))");
              BatchInsert.run(
                  handle,
                  "insert into probe (id, geom) values (:id, :geom)",
                  IntStream.range(0, 2500).boxed(),
                  (batch, i) -> batch.bind("id", i).bind("geom", point(i)));
              return handle
                  .createQuery("select id from probe where geom && :box order by id")
                  .bind("box", box)
                  .mapTo(Integer.class)
                  .list();
            });
    assertEquals(IntStream.rangeClosed(10, 20).boxed().toList(), found);
  }

  @ParameterizedTest
  @MethodSource("org.wangge.db.TestDatabases#both")
  void aTransactionThatThrowsLeavesNothing(Database database) {
    database.useTransaction(handle -> handle.execute("create table probe (id integer)"));
    assertThrows(
        IllegalStateException.class,
        () ->
            database.useTransaction(
                handle -> {
                  handle.execute("insert into probe values (1)");
                  throw new IllegalStateException("in the middle");
                }));
    assertEquals(
        List.of(0),
        database.read(
            h -> h.createQuery("select count(*) from probe").mapTo(Integer.class).list()));
  }

  @ParameterizedTest
  @MethodSource("org.wangge.db.TestDatabases#both")
  void aChangeIsHeardAfterItsCommitOnly(Database database) throws InterruptedException {
    LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();
    database.changes().listen("plan", heard::add);
    assertThrows(
        IllegalStateException.class,
        () ->
            database.useTransaction(
                handle -> {
                  database.changes().tell(handle, "plan", "rolled back");
                  throw new IllegalStateException("no");
                }));
    database.useTransaction(handle -> database.changes().tell(handle, "other", "for nobody"));
    database.useTransaction(handle -> database.changes().tell(handle, "plan", "publication 2"));
    assertEquals("publication 2", heard.poll(10, TimeUnit.SECONDS));
  }

  @Test
  void anAddressOfAnotherEngineIsRefusedByName() {
    DatabaseException refused =
        assertThrows(DatabaseException.class, () -> Dialect.of("jdbc:mysql://localhost/x"));
    assertTrue(refused.getMessage().contains("jdbc:mysql://localhost/x"));
  }

  @Test
  void anUnreachableServerIsSaidWithoutItsPassword() {
    DatabaseConfig config =
        DatabaseConfig.of("jdbc:postgresql://me:secret@127.0.0.1:1/x?password=secret");
    assertEquals("jdbc:postgresql://127.0.0.1:1/x", config.place());
  }

  private static void insert(Handle handle, int id, Geometry geometry) {
    handle
        .createUpdate("insert into probe (id, geom) values (:id, :geom)")
        .bind("id", id)
        .bindByType("geom", geometry, Geometry.class)
        .execute();
  }

  private static Geometry point(int i) {
    Geometry point =
        new org.locationtech.jts.geom.GeometryFactory()
            .createPoint(new org.locationtech.jts.geom.Coordinate(i / 1.0, 0));
    point.setSRID(4326);
    return point;
  }

  private static Geometry geometry(String wkt, int srid) throws ParseException {
    Geometry geometry = new WKTReader().read(wkt);
    geometry.setSRID(srid);
    return geometry;
  }
}
