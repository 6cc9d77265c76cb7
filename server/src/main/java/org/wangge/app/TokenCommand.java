package org.wangge.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import org.wangge.policy.Grant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wangge token …}: makes, lists and revokes tokens for programs. */
@Command(
    name = "token",
    description = "Manages tokens for programs; through the running server when there is one.",
    mixinStandardHelpOptions = true)
final class TokenCommand implements Runnable {
  private static final String PATH = "/api/v1/tokens";

  @Spec CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(
      name = "create",
      description = "Makes a token and prints it, this once.",
      mixinStandardHelpOptions = true)
  int create(
      @Mixin StoreOptions store,
      @Option(names = "--role", required = true, paramLabel = "ROLE") String role,
      @Option(
              names = "--scope",
              paramLabel = "CODE",
              defaultValue = Grant.WHOLE,
              description = "unit or grid it holds in (default: the whole district)")
          String scope,
      @Option(
              names = "--days",
              paramLabel = "N",
              defaultValue = "90",
              description = "how long it is good (default ${DEFAULT-VALUE})")
          int days,
      @Option(
              names = "--name",
              paramLabel = "TEXT",
              defaultValue = "command line",
              description = "what it is for")
          String name) {
    return store.run(
        spec,
        "create",
        server -> {
          JsonNode made =
              server.post(PATH, Map.of("name", name, "role", role, "scope", scope, "days", days));
          spec.commandLine().getOut().println(made.path("secret").asText());
          return Main.EXIT_CLEAN;
        });
  }

  @Command(name = "list", description = "Lists tokens.", mixinStandardHelpOptions = true)
  int list(@Mixin StoreOptions store) {
    PrintWriter out = spec.commandLine().getOut();
    return store.run(
        spec,
        "list",
        server -> {
          server.get(PATH).path("tokens").forEach(token -> tell(out, token));
          return Main.EXIT_CLEAN;
        });
  }

  private static void tell(PrintWriter out, JsonNode token) {
    out.printf(
        Locale.ROOT,
        "%s  %s@%s  until %s  %s%s%n",
        token.path("id").asText(),
        token.path("grant").path("role").asText(),
        token.path("grant").path("scope").asText(),
        token.path("expires").asText(),
        token.path("name").asText(),
        token.path("revoked").isNull() ? "" : "  revoked");
  }

  @Command(
      name = "revoke",
      description = "Revokes a token at once.",
      mixinStandardHelpOptions = true)
  int revoke(
      @Mixin StoreOptions store,
      @Parameters(paramLabel = "ID", description = "the middle part of the token") String id) {
    return store.run(
        spec,
        "revoke",
        server -> {
          server.delete(PATH + "/" + id);
          return Main.EXIT_CLEAN;
        });
  }
}
