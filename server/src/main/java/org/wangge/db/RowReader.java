package org.wangge.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.statement.Query;

/** Walks the rows of a query one by one, for tables too large to be mapped to a list of objects. */
@FunctionalInterface
public interface RowReader {
  /** The cursor stands on the row; {@code at} counts from 0. */
  void read(ResultSet row, int at) throws SQLException;

  /** Reads all rows in order and returns how many there were. */
  static int each(Query query, RowReader reader) {
    return query
        .setFetchSize(10_000)
        .scanResultSet(
            (supplier, context) -> {
              try (context;
                  ResultSet rows = supplier.get()) {
                int at = 0;
                while (rows.next()) {
                  reader.read(rows, at++);
                }
                return at;
              }
            });
  }
}
