package org.wangge.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code wangge audit …}: proves and exports the audit trail. */
@Command(
    name = "audit",
    description = "Proves and exports the audit trail.",
    mixinStandardHelpOptions = true)
final class AuditCommand implements Runnable {

  @Spec CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(
      name = "verify",
      description =
          "Walks the chain of hashes. Exit code 0: it holds; 1: it does not, with the first event"
              + " that does not fit.",
      mixinStandardHelpOptions = true)
  int verify(
      @Mixin StoreOptions store,
      @Option(
              names = "--expect",
              paramLabel = "HASH",
              description = "a head kept from before must still be in the chain")
          @Nullable String expected) {
    PrintWriter out = spec.commandLine().getOut();
    return store.run(
        spec,
        "verify",
        server -> {
          JsonNode found =
              server.get(
                  "/api/v1/audit/verification" + (expected == null ? "" : "?head=" + expected));
          boolean holds = found.path("holds").asBoolean();
          out.println(
              holds
                  ? found.path("events").asLong() + " events, the chain holds"
                  : "event " + found.path("broken").asLong() + ": " + found.path("why").asText());
          out.println("head " + found.path("head").asText());
          return holds ? Main.EXIT_CLEAN : Main.EXIT_FINDINGS;
        });
  }

  @Command(
      name = "export",
      description = "Prints the audit trail as CSV.",
      mixinStandardHelpOptions = true)
  int export(@Mixin StoreOptions store) {
    return store.run(
        spec,
        "export",
        server -> {
          spec.commandLine().getOut().print(server.text("/api/v1/audit?f=csv"));
          spec.commandLine().getOut().flush();
          return Main.EXIT_CLEAN;
        });
  }
}
