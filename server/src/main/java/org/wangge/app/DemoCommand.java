package org.wangge.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wangge.demo.DemoDistrict;
import org.wangge.demo.DirtyTwin;
import org.wangge.demo.TwinFiles;
import org.wangge.exchange.Projections;
import org.wangge.territory.Building;
import org.wangge.territory.FirstPublication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code wangge demo}: tells of the demo district, or writes its twin with planted defects. */
@Command(
    name = "demo",
    description = {
      "Tells what the demo district 雨湖 (示意数据) has in it.",
      "With --dirty it writes the district as a planner could have sent it, with 68 planted"
          + " defects."
    },
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

  @Spec CommandSpec spec;

  @Option(
      names = "--dirty",
      paramLabel = "DIR",
      description = "write grids, communities, domain and planted .geojson into this directory")
  @Nullable Path dirty;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "another district (default ${DEFAULT-VALUE})")
  long seed = DemoDistrict.SEED;

  @Override
  public Integer call() {
    Projections projection = Projections.of(DemoDistrict.METRIC_SRID);
    ProgressBar bar = ProgressBar.on(spec.commandLine().getErr());
    FirstPublication district = DemoDistrict.build(seed, projection, bar);
    bar.clear();
    tell(district);
    return dirty == null
        ? Main.EXIT_CLEAN
        : write(DirtyTwin.of(district, seed), new TwinFiles(projection), dirty);
  }

  private void tell(FirstPublication district) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "%s（%s）: %d grids, %d blocks, %d buildings, %d people, fabric %.12s%n",
        district.settings().name(),
        district.settings().label(),
        district.grids().size(),
        district.fabric().faceCount(),
        district.buildings().size(),
        district.buildings().stream().mapToInt(Building::people).sum(),
        district.fabric().hash());
  }

  private int write(DirtyTwin twin, TwinFiles files, Path directory) {
    try {
      files.write(twin, directory);
      spec.commandLine()
          .getOut()
          .printf(
              "%d defects planted, see %s%n",
              twin.planted().size(), directory.resolve("planted.geojson"));
      return Main.EXIT_CLEAN;
    } catch (IOException failure) {
      spec.commandLine()
          .getErr()
          .println("wangge demo: cannot write into " + directory + ": " + failure);
      return Main.EXIT_BAD_INPUT;
    }
  }
}
