package org.wangge.app;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.wangge.web.JsonOut;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code wangge export}: writes collections as GeoJSON files, by the same rules and with the same
 * audit events as {@code /ogc}. A file appears whole or not at all. Other formats are not written.
 */
@Command(
    name = "export",
    description =
        "Writes collections as GeoJSON files COLLECTION.geojson; through the running server when"
            + " there is one.",
    mixinStandardHelpOptions = true,
    footer = {"", "Without a collection it lists those there are."})
final class ExportCommand implements Callable<Integer> {
  private static final String COLLECTIONS = "/ogc/collections";
  private static final int PAGE = 10_000;

  @Spec CommandSpec spec;
  @Mixin StoreOptions store;

  @Parameters(
      arity = "0..*",
      paramLabel = "COLLECTION",
      description = "townships, communities, grids, blocks, streets, buildings, cases …")
  List<String> collections = List.of();

  @Option(names = "--out", paramLabel = "DIR", defaultValue = ".", description = "where to")
  Path out;

  @Option(
      names = "--datetime",
      paramLabel = "TIME",
      description = "a day or a span of days (2026-05-01/2026-05-31), as /ogc takes it")
  @Nullable String datetime;

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      description = "export what the holder of this token may see (default: everything)")
  @Nullable String token;

  ExportCommand() {
    store = new StoreOptions();
    out = Path.of(".");
  }

  @Override
  public Integer call() {
    return store.run(
        spec,
        "",
        server -> {
          Server asked = token == null ? server : server.as(token);
          if (collections.isEmpty()) {
            list(asked);
          } else {
            collections.forEach(id -> export(asked, id));
          }
          return Main.EXIT_CLEAN;
        });
  }

  private void list(Server server) {
    server
        .get(COLLECTIONS + "?f=json")
        .path("collections")
        .forEach(
            each ->
                spec.commandLine()
                    .getOut()
                    .printf(
                        Locale.ROOT,
                        "%-20s %s%n",
                        each.path("id").asText(),
                        each.path("title").asText()));
  }

  private void export(Server server, String id) {
    requireCollection(server, id);
    try {
      Files.createDirectories(out);
      Path fresh = Files.createTempFile(out, id, ".part");
      long count = write(server, id, fresh);
      Path file = out.resolve(id + ".geojson");
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
      spec.commandLine().getOut().println(file + ": " + count + " features");
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot write to " + out, failed);
    }
  }

  /** The name becomes a file's name: it is one that the server knows, or refused. */
  private static void requireCollection(Server server, String id) {
    boolean known =
        StreamSupport.stream(
                server.get(COLLECTIONS + "?f=json").path("collections").spliterator(), false)
            .anyMatch(each -> each.path("id").asText().equals(id));
    if (!known) {
      throw new IllegalArgumentException("there is no collection " + id + " to export");
    }
  }

  private long write(Server server, String id, Path file) throws IOException {
    long count = 0;
    try (JsonGenerator json =
        JsonOut.mapper().getFactory().createGenerator(file.toFile(), JsonEncoding.UTF8)) {
      json.writeStartObject();
      json.writeStringField("type", "FeatureCollection");
      json.writeArrayFieldStart("features");
      JsonNode page;
      do {
        page = server.get(path(id, count));
        for (JsonNode feature : page.path("features")) {
          json.writeTree(feature);
          json.writeRaw('\n');
          count++;
        }
      } while (count < page.path("numberMatched").asLong() && page.path("features").size() > 0);
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException | RuntimeException failed) {
      Files.deleteIfExists(file);
      throw failed;
    }
    return count;
  }

  private String path(String id, long offset) {
    String when =
        datetime == null ? "" : "&datetime=" + URLEncoder.encode(datetime, StandardCharsets.UTF_8);
    return COLLECTIONS + "/" + id + "/items?f=json&limit=" + PAGE + "&offset=" + offset + when;
  }
}
