package org.wangge.db;

import com.zaxxer.hikari.HikariDataSource;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * One open store: a pool of connections to a schema that is up to date. Thread-safe; whoever opens
 * it closes it.
 *
 * <p>Geometries are bound and mapped as JTS values with their SRID on both engines; {@code geom &&
 * :box} uses the spatial index on both.
 */
public final class Database implements AutoCloseable {
  private final DatabaseConfig config;
  private final HikariDataSource pool;
  private final Jdbi jdbi;
  private final ChangeNotice changes;
  private final ThreadLocal<@Nullable Handle> open = new ThreadLocal<>();
  private Runnable afterClose = () -> {};

  private Database(DatabaseConfig config, HikariDataSource pool) {
    this.config = config;
    this.pool = pool;
    this.jdbi = jdbiOn(config, pool);
    this.changes = ChangeNotice.on(config.dialect(), pool);
  }

  /**
   * Opens the store and brings its tables up to date.
   *
   * @throws DatabaseException when it cannot be reached, is in use by another process, is of a
   *     newer version, or PostGIS is missing and may not be created
   */
  public static Database open(DatabaseConfig config) {
    HikariDataSource pool = Pool.open(config);
    try {
      Migrations.run(config, pool);
      return new Database(config, pool);
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  private static Jdbi jdbiOn(DatabaseConfig config, HikariDataSource pool) {
    Jdbi jdbi = Jdbi.create(pool);
    jdbi.registerArgument(new GeometryArguments(config.dialect()));
    jdbi.registerColumnMapper(Geometry.class, new GeometryMapper());
    jdbi.getConfig(SqlStatements.class).setQueryTimeout(config.statementTimeoutSeconds());
    jdbi.getConfig(SqlStatements.class).setUnusedBindingAllowed(false);
    return jdbi;
  }

  public Jdbi jdbi() {
    return jdbi;
  }

  public Dialect dialect() {
    return config.dialect();
  }

  /** Where it is, without secrets. */
  public String place() {
    return config.place();
  }

  /** Tells and hears that something was changed, across all servers on this store. */
  public ChangeNotice changes() {
    return changes;
  }

  /**
   * All or nothing: commits what the work did, or rolls it back when it throws, and passes the
   * exception on. Begun inside another on the same thread, it joins that one.
   */
  public <T> T inTransaction(Function<Handle, T> work) {
    Handle outer = open.get();
    return outer != null ? work.apply(outer) : jdbi.inTransaction(handle -> begin(handle, work));
  }

  private <T> T begin(Handle handle, Function<Handle, T> work) {
    open.set(handle);
    try {
      return work.apply(handle);
    } finally {
      open.remove();
    }
  }

  /** {@link #inTransaction} for work without a result. */
  public void useTransaction(Consumer<Handle> work) {
    inTransaction(
        handle -> {
          work.accept(handle);
          return true;
        });
  }

  /**
   * Reads with one connection; inside a transaction of this thread with that of the transaction.
   */
  public <T> T read(Function<Handle, T> work) {
    Handle outer = open.get();
    return outer != null ? work.apply(outer) : jdbi.withHandle(work::apply);
  }

  /** Whether a trivial statement is answered: for the health check. */
  public boolean isReachable() {
    try {
      return read(handle -> handle.createQuery("select 1").mapTo(Integer.class).one()) == 1;
    } catch (RuntimeException e) {
      return false;
    }
  }

  Database afterClose(Runnable work) {
    afterClose = work;
    return this;
  }

  @Override
  public void close() {
    changes.close();
    pool.close();
    afterClose.run();
  }

  @Override
  public String toString() {
    return dialect().name();
  }
}
