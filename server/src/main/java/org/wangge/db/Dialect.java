package org.wangge.db;

/** The two engines a store can run on. */
public enum Dialect {
  H2("h2"),
  POSTGIS("postgis");

  private final String folder;

  Dialect(String folder) {
    this.folder = folder;
  }

  /** The folder of the migrations that only this engine runs. */
  String folder() {
    return folder;
  }

  /**
   * The engine of a JDBC address.
   *
   * @throws DatabaseException when the address is neither {@code jdbc:h2:} nor {@code
   *     jdbc:postgresql:}
   */
  public static Dialect of(String url) {
    if (url.startsWith("jdbc:h2:")) {
      return H2;
    }
    if (url.startsWith("jdbc:postgresql:")) {
      return POSTGIS;
    }
    throw new DatabaseException(
        "the database address must start with jdbc:h2: or jdbc:postgresql:, but it is " + url);
  }
}
