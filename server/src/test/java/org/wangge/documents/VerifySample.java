package org.wangge.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.wangge.policy.Viewer;
import org.wangge.territory.InForce;
import org.wangge.web.JsonOut;

/** The three files that {@code wangge verify} takes. */
public final class VerifySample {
  private VerifySample() {}

  /** Writes certificate.json, grids.geojson and key.pem. */
  public static void write(InForce inForce, Path directory) throws IOException {
    SigningKey key = SigningKey.in(directory);
    Files.write(
        directory.resolve("certificate.json"),
        JsonOut.bytes(Certificate.of(inForce, "").signed(key)));
    Files.write(
        directory.resolve("grids.geojson"),
        new Documents(List.of())
            .make(
                "grids.geojson",
                inForce,
                inForce,
                Viewer.local("test"),
                DocumentOptions.ofPublication())
            .bytes());
    Files.writeString(directory.resolve("key.pem"), key.publicPem());
  }
}
