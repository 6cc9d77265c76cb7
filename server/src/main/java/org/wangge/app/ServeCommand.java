package org.wangge.app;

import io.javalin.util.JavalinBindException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.wangge.db.DatabaseException;
import org.wangge.web.WebServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code wangge serve}: opens the store, seeds the demo district into an empty one, listens. */
@Command(
    name = "serve",
    description = "Starts the server and prints its address.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

  @Spec CommandSpec spec;

  @Option(names = "--port", paramLabel = "N", description = "TCP port (default 8080, 0 any free)")
  @Nullable String port;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description = "address to listen on (default 127.0.0.1; 0.0.0.0 opens it to the network)")
  @Nullable String host;

  @Option(
      names = "--db",
      paramLabel = "URL",
      description = "jdbc:postgresql://… for PostGIS (default: embedded database below --data)")
  @Nullable String db;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "directory of the embedded database (default wangge-data)")
  @Nullable String data;

  @Option(names = "--base-url", paramLabel = "URL", description = "public address behind a proxy")
  @Nullable String baseUrl;

  @Option(names = "--empty", description = "do not seed the demo district into a new store")
  boolean empty;

  @Option(names = "--config", paramLabel = "FILE", description = "settings file, key=value")
  @Nullable Path file;

  @Override
  public Integer call() throws InterruptedException {
    try {
      Config config = Config.of(options(), System.getenv(), file);
      return serve(config);
    } catch (IllegalArgumentException | DatabaseException | JavalinBindException refused) {
      spec.commandLine().getErr().println("wangge serve: " + refused.getMessage());
      return Main.EXIT_BAD_INPUT;
    }
  }

  private Integer serve(Config config) throws InterruptedException {
    App app = App.open(config);
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  app.close();
                  stopped.countDown();
                },
                "stop"));
    seed(app, config);
    Map<String, String> passwords = firstAccounts(app, config);
    WebServer server = app.serve(config);
    ControlFile control = ControlFile.below(config.data());
    control.write(server.localUrl(), app.access().localKey().text());
    control.deleteOnExit();
    FirstPasswords.print(passwords, spec.commandLine().getOut());
    spec.commandLine().getOut().println("网格 Wangge is at " + server.url());
    stopped.await();
    return Main.EXIT_CLEAN;
  }

  /** The administrator of a new store, and one account for each role of a demo district. */
  private static Map<String, String> firstAccounts(App app, Config config) {
    Map<String, String> passwords = new LinkedHashMap<>(app.access().createFirst());
    if (!passwords.isEmpty() && !config.empty()) {
      passwords.putAll(app.access().createDemo());
    }
    return passwords;
  }

  private void seed(App app, Config config) {
    if (config.empty()) {
      return;
    }
    ProgressBar bar = ProgressBar.on(spec.commandLine().getErr());
    app.seedDemo(bar);
    bar.clear();
    PlantedSpots.write(app.listPlantedSpots(), config.data());
  }

  private Map<String, String> options() {
    Map<String, String> options = new HashMap<>();
    put(options, "port", port);
    put(options, "host", host);
    put(options, "db", db);
    put(options, "data", data);
    put(options, "base-url", baseUrl);
    put(options, "empty", empty ? "true" : null);
    return options;
  }

  private static void put(Map<String, String> options, String key, @Nullable String value) {
    if (value != null) {
      options.put(key, value);
    }
  }
}
