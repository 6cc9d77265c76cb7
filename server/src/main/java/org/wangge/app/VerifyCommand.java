package org.wangge.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wangge.documents.CertificateProof;
import org.wangge.exchange.Layer;
import org.wangge.exchange.LayerFiles;
import org.wangge.exchange.ReadException;
import org.wangge.web.JsonOut;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wangge verify}: proves a seamless certificate anew from the exported grids. */
@Command(
    name = "verify",
    description =
        "Proves a seamless certificate anew from the grids.geojson of the same publication:"
            + " signature, ground, overlaps, gaps, area, nesting, contiguity. Uses the overlay of"
            + " JTS alone and nothing of the program that made the plan; needs no server.",
    mixinStandardHelpOptions = true,
    exitCodeOnExecutionException = Main.EXIT_BAD_INPUT,
    footer = {"", "Exit code 0: proved; 1: not proved; 2: bad usage or unreadable input."})
final class VerifyCommand implements Callable<Integer> {

  @Spec CommandSpec spec;

  @Parameters(index = "0", paramLabel = "CERT", description = "certificate.json")
  Path certificate;

  @Parameters(index = "1", paramLabel = "EXPORT", description = "grids.geojson")
  Path export;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description =
          "public key (PEM) of the server that should have signed, from /api/v1/certificate-key;"
              + " without it the certificate's own key proves only that nothing was altered")
  @Nullable Path key;

  VerifyCommand() {
    certificate = Path.of("certificate.json");
    export = Path.of("grids.geojson");
  }

  @Override
  public Integer call() {
    try {
      JsonNode document = JsonOut.mapper().readTree(Files.readAllBytes(certificate));
      Layer grids = new LayerFiles().read(export);
      Optional<String> pem = key == null ? Optional.empty() : Optional.of(Files.readString(key));
      return tell(CertificateProof.prove(document, grids, pem));
    } catch (JsonProcessingException noJson) {
      return refuse(
          certificate
              + " is not JSON: "
              + noJson.getOriginalMessage().lines().findFirst().orElse(""));
    } catch (NoSuchFileException missing) {
      return refuse("there is no file " + missing.getMessage());
    } catch (IOException | IllegalArgumentException | ReadException unreadable) {
      return refuse(String.valueOf(unreadable.getMessage()));
    }
  }

  private int refuse(String why) {
    spec.commandLine().getErr().println("wangge verify: " + why);
    return Main.EXIT_BAD_INPUT;
  }

  private int tell(List<CertificateProof.Step> steps) {
    PrintWriter out = spec.commandLine().getOut();
    boolean all = steps.stream().allMatch(CertificateProof.Step::proved);
    for (CertificateProof.Step step : steps) {
      out.printf("%-4s %-11s %s%n", step.proved() ? "ok" : "FAIL", step.name(), step.detail());
    }
    out.println(all ? "Proved." : "Not proved.");
    out.flush();
    return all ? Main.EXIT_CLEAN : Main.EXIT_FINDINGS;
  }
}
