package org.wangge.db;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the store is and how it is used.
 *
 * @param url JDBC address: {@code jdbc:h2:…} or {@code jdbc:postgresql:…}
 * @param user account, null when the address carries it or none is needed
 * @param password of the account, null when the address carries it or none is needed
 * @param poolSize most connections at a time, ≥ 1
 * @param statementTimeoutSeconds a statement that runs longer is cancelled; 0 is never
 */
public record DatabaseConfig(
    String url,
    @Nullable String user,
    @Nullable String password,
    int poolSize,
    int statementTimeoutSeconds) {

  public static DatabaseConfig of(String url) {
    return new DatabaseConfig(url, null, null, 10, 60);
  }

  /** The embedded store in a directory: one file {@code wangge.mv.db}. */
  public static DatabaseConfig inDirectory(Path directory) {
    return of("jdbc:h2:file:" + directory.toAbsolutePath().resolve("wangge"));
  }

  public Dialect dialect() {
    return Dialect.of(url);
  }

  /** The address without account and password, for messages. */
  public String place() {
    return url.replaceAll("[?;].*$", "").replaceAll("//[^/@]*@", "//");
  }
}
