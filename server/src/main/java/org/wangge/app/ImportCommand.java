package org.wangge.app;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wangge.db.DatabaseException;
import org.wangge.exchange.CrsException;
import org.wangge.exchange.ReadException;
import org.wangge.founding.Founded;
import org.wangge.founding.Founding;
import org.wangge.founding.FoundingException;
import org.wangge.founding.FoundingInput;
import org.wangge.territory.InForce;
import org.wangge.territory.RefusedPublicationException;
import org.wangge.topology.Finding;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code wangge import}: makes a district of files and puts its first plan in force. */
@Command(
    name = "import",
    description = "Makes a district of files and puts its first plan in force, in one transaction.",
    mixinStandardHelpOptions = true,
    exitCodeOnExecutionException = Main.EXIT_BAD_INPUT,
    footer = {
      "",
      "Mapping, one --map for a level, the levels being streets, townships, communities, grids,"
          + " buildings:",
      "  --map grids:code=GEOID20,name=NAME20,parent=GEOID20[0:12]",
      "  --map streets:name=Street,class=MajorRoad",
      "Fields: code, name, kind, parent, households, people; for buildings also address, floors;"
          + " for streets name and class.",
      "A value is a column, a part of it (COLUMN[from:to], counted from 0, end left out), a text"
          + " in quotes, or several joined by +.",
      "What is not mapped is looked for under its usual names (code, 编码, name, 名称 …); a parent"
          + " that is not given is found by ground.",
      "Grids without a code are numbered: community code and three digits, W to E, then N to S.",
      "",
      "A plan is total: a block that no grid covers goes to the neighbour with the longest common"
          + " border, and is told; --strict refuses instead.",
      "The settings file has lines key=value with the keys code, name, crs, levels, code-pattern,"
          + " time-zone, synthetic.",
      "Exit code 0: imported; 1: imported with findings; 2: refused, nothing was stored."
    })
public final class ImportCommand implements Callable<Integer> {
  private static final int MOST_LISTED = 20;

  @Spec CommandSpec spec;

  @ArgGroup(exclusive = false, multiplicity = "1", heading = "Files%n")
  ImportFiles files = new ImportFiles();

  @ArgGroup(exclusive = false, heading = "District%n")
  ImportSettings settings = new ImportSettings();

  @Option(
      names = "--db",
      paramLabel = "URL",
      description = "jdbc:postgresql://… (default: embedded)")
  @Nullable String db;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "directory of the embedded database (default wangge-data)")
  @Nullable String data;

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    List<String> read = new ArrayList<>();
    try {
      return importAll(read);
    } catch (ReadException
        | CrsException
        | FoundingException
        | RefusedPublicationException
        | DatabaseException
        | IllegalArgumentException refused) {
      err.println();
      read.stream().filter(line -> line.startsWith("! ")).forEach(err::println);
      err.println("wangge import: " + refused.getMessage());
      err.println("nothing was stored");
      return Main.EXIT_BAD_INPUT;
    }
  }

  private int importAll(List<String> read) {
    ProgressBar bar = ProgressBar.on(spec.commandLine().getErr());
    try (App app = App.open(config())) {
      requireEmpty(app);
      bar.report("读取文件", 0.01);
      FoundingInput input = files.read(settings, read);
      Founded founded =
          Founding.found(input, (stage, share) -> bar.report(stage, 0.1 + 0.7 * share));
      bar.report("写入", 0.85);
      InForce stored =
          app.territory()
              .publishFirst(
                  founded.publication(),
                  published -> app.checks().storeImport(founded.check(), read, published));
      bar.clear();
      tell(read, founded, stored);
      return founded.check().findings().isEmpty() ? Main.EXIT_CLEAN : Main.EXIT_FINDINGS;
    }
  }

  private static void requireEmpty(App app) {
    if (!app.territory().publications().isEmpty()) {
      throw new IllegalArgumentException(
          "the store "
              + app.database().place()
              + " holds a district already: give another --data directory or an empty --db"
              + " database");
    }
  }

  private Config config() {
    Map<String, String> options = new HashMap<>();
    if (db != null) {
      options.put("db", db);
    }
    if (data != null) {
      options.put("data", data);
    }
    return Config.of(options, System.getenv(), null);
  }

  private void tell(List<String> read, Founded founded, InForce stored) {
    PrintWriter print = spec.commandLine().getOut();
    read.forEach(print::println);
    founded.notes().forEach(note -> print.println("  " + note));
    print.printf(
        Locale.ROOT,
        "%s %s: %d townships, %d communities, %d grids of %d blocks, %d buildings%n",
        stored.settings().code(),
        stored.settings().name(),
        stored.tree().townships().size(),
        stored.tree().communities().size(),
        stored.grids().size(),
        stored.fabric().faceCount(),
        stored.buildings().count());
    print.printf(
        Locale.ROOT,
        "%.1f %% of all borders between grids run along streets, %.1f %% along what can be seen on"
            + " the ground%n",
        100 * stored.measures().onStreetShare(),
        100 * stored.measures().onGroundShare());
    tellFindings(founded.check().findings(), stored);
    print.printf("publication %d, in force from %s%n", 1, stored.publication().effective());
  }

  private void tellFindings(List<Finding> findings, InForce stored) {
    PrintWriter print = spec.commandLine().getOut();
    print.println(findings.size() + " findings in the grids as given");
    for (Finding finding : findings.subList(0, Math.min(MOST_LISTED, findings.size()))) {
      var place = stored.projection().toLonLat(finding.place().x, finding.place().y);
      String words =
          Terminal.isChinese() ? finding.explanation().chinese() : finding.explanation().english();
      print.printf(
          Locale.ROOT, "  %s at %.6f, %.6f: %s%n", finding.kind(), place.x, place.y, words);
    }
  }
}
