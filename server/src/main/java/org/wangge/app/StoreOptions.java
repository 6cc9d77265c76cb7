package org.wangge.app;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.wangge.db.DatabaseException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Which store a command works on, and how it tells that it could not. */
final class StoreOptions {

  @Option(
      names = "--db",
      paramLabel = "URL",
      description = "jdbc:postgresql://… (default: embedded; WANGGE_DB)")
  @Nullable String db;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "data directory of the server (default wangge-data; WANGGE_DATA); when a server runs on"
              + " it, the command goes through that")
  @Nullable String data;

  @Option(names = "--config", paramLabel = "FILE", description = "settings file, key=value")
  @Nullable Path file;

  Config config() {
    Map<String, String> options = new HashMap<>();
    if (db != null) {
      options.put("db", db);
    }
    if (data != null) {
      options.put("data", data);
    }
    return Config.of(options, System.getenv(), file);
  }

  /**
   * Runs a command against the server; what it refuses is one line and exit code 2.
   *
   * @param spec of the command that has this one
   * @param name of this one; empty when the spec is its own
   */
  int run(CommandSpec spec, String name, ToIntFunction<Server> work) {
    try (Server server = Server.of(config())) {
      return work.applyAsInt(server);
    } catch (IllegalArgumentException | UncheckedIOException | DatabaseException refused) {
      spec.commandLine()
          .getErr()
          .println((spec.qualifiedName() + " " + name).strip() + ": " + refused.getMessage());
      return Main.EXIT_BAD_INPUT;
    }
  }
}
