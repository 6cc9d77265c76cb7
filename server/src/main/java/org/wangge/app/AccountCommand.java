package org.wangge.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.wangge.policy.Grant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wangge account …}: lists, makes and disables accounts, and gives new passwords. */
@Command(
    name = "account",
    description = "Manages accounts; through the running server when there is one.",
    mixinStandardHelpOptions = true)
final class AccountCommand implements Runnable {
  private static final String PATH = "/api/v1/accounts";

  @Spec CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(name = "list", description = "Lists accounts.", mixinStandardHelpOptions = true)
  int list(@Mixin StoreOptions store) {
    PrintWriter out = spec.commandLine().getOut();
    return store.run(
        spec,
        "list",
        server -> {
          server.get(PATH).path("accounts").forEach(account -> tell(out, account));
          return Main.EXIT_CLEAN;
        });
  }

  private static void tell(PrintWriter out, JsonNode account) {
    List<String> grants = new ArrayList<>();
    account
        .path("grants")
        .forEach(
            grant -> grants.add(grant.path("role").asText() + "@" + grant.path("scope").asText()));
    out.printf(
        Locale.ROOT,
        "%-20s %-12s %s%s%n",
        account.path("name").asText(),
        account.path("displayName").asText(),
        String.join(" ", grants),
        account.path("disabled").asBoolean() ? "  disabled" : "");
  }

  @Command(
      name = "create",
      description = "Makes an account and prints its one-time password.",
      mixinStandardHelpOptions = true)
  int create(
      @Mixin StoreOptions store,
      @Parameters(paramLabel = "NAME", description = "what its owner signs in with") String name,
      @Option(
              names = "--role",
              required = true,
              paramLabel = "ROLE[@SCOPE]",
              description =
                  "a role and the unit or grid it holds in (default: the whole district); may be"
                      + " repeated")
          List<String> roles,
      @Option(
              names = "--display-name",
              paramLabel = "TEXT",
              defaultValue = "",
              description = "how people call him")
          String displayName) {
    return store.run(
        spec,
        "create",
        server -> {
          JsonNode made =
              server.post(
                  PATH,
                  Map.of(
                      "name",
                      name,
                      "displayName",
                      displayName.isEmpty() ? name : displayName,
                      "grants",
                      roles.stream().map(AccountCommand::grant).toList()));
          spec.commandLine().getOut().println(made.path("password").asText());
          return Main.EXIT_CLEAN;
        });
  }

  private static Map<String, String> grant(String text) {
    int at = text.indexOf('@');
    return Map.of(
        "role", at < 0 ? text : text.substring(0, at),
        "scope", at < 0 ? Grant.WHOLE : text.substring(at + 1));
  }

  @Command(
      name = "password",
      description = "Gives a new one-time password, prints it and ends all sessions.",
      mixinStandardHelpOptions = true)
  int password(@Mixin StoreOptions store, @Parameters(paramLabel = "NAME") String name) {
    return store.run(
        spec,
        "password",
        server -> {
          String path = PATH + "/" + find(server, name).path("id").asText() + "/password";
          JsonNode made = server.post(path, Map.of("why", "command line"));
          spec.commandLine().getOut().println(made.path("password").asText());
          return Main.EXIT_CLEAN;
        });
  }

  @Command(
      name = "disable",
      description = "Keeps an account from signing in.",
      mixinStandardHelpOptions = true)
  int disable(@Mixin StoreOptions store, @Parameters(paramLabel = "NAME") String name) {
    return setDisabled("disable", store, name, true);
  }

  @Command(
      name = "enable",
      description = "Lets an account sign in again.",
      mixinStandardHelpOptions = true)
  int enable(@Mixin StoreOptions store, @Parameters(paramLabel = "NAME") String name) {
    return setDisabled("enable", store, name, false);
  }

  private int setDisabled(String command, StoreOptions store, String name, boolean disabled) {
    return store.run(
        spec,
        command,
        server -> {
          JsonNode account = find(server, name);
          server.patch(
              PATH + "/" + account.path("id").asText(),
              account.path("version").asInt(),
              Map.of("disabled", disabled, "why", "command line"));
          return Main.EXIT_CLEAN;
        });
  }

  private static JsonNode find(Server server, String name) {
    return StreamSupport.stream(server.get(PATH).path("accounts").spliterator(), false)
        .filter(account -> account.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no account " + name));
  }
}
