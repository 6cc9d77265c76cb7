package org.wangge.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line {@code wangge}: its subcommands are one class each in this package. */
@Command(
    name = "wangge",
    description = "Keeps a district's governance grids (网格) seamless.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      ServeCommand.class,
      CheckCommand.class,
      FabricCommand.class,
      ImportCommand.class,
      ExportCommand.class,
      VerifyCommand.class,
      DemoCommand.class,
      AccountCommand.class,
      TokenCommand.class,
      AuditCommand.class
    })
public final class Main implements Runnable {

  /** Exit codes of every command: clean, something found, bad usage or unreadable input. */
  static final int EXIT_CLEAN = 0;

  static final int EXIT_FINDINGS = 1;
  static final int EXIT_BAD_INPUT = 2;

  @Spec CommandSpec spec;

  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /** The whole command line, so that tests run commands in-process and read what they print. */
  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
