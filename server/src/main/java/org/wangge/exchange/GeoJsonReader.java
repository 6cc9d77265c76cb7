package org.wangge.exchange;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/**
 * GeoJSON (RFC 7946 and the 2008 form with a {@code crs} member), plain or gzipped, whole or
 * newline-delimited; a collection, one feature, one bare geometry or an array of features.
 *
 * <p>Streams: memory grows with the geometries, not with the text. A feature that is wrong is named
 * in {@link Layer#bad()} and the rest is read; text that is not JSON (cut off, binary) is a {@link
 * ReadException}. Heights are dropped with a note.
 */
public final class GeoJsonReader implements LayerReader {

  @Override
  public Layer read(DataSource source, ReadOptions options) {
    return readDocument(source, options, Set.of()).layer();
  }

  /**
   * Reads a collection together with foreign members that are collections, features or geometries
   * themselves.
   *
   * @param memberNames which members of the outermost object to read as layers of their own
   */
  public Document readDocument(DataSource source, ReadOptions options, Set<String> memberNames) {
    String attempted = "reading " + source.name() + " as GeoJSON";
    return JsonText.parse(
        source,
        options.limits(),
        attempted,
        parser -> readAll(parser, source, options, memberNames));
  }

  private static Document readAll(
      JsonParser parser, DataSource source, ReadOptions options, Set<String> members)
      throws IOException {
    GeoJsonParse parse = new GeoJsonParse(parser, source, options, members);
    parse.readRoots();
    return new Document(parse.layer(), parse.members());
  }

  /** A layer and the foreign members that were asked for and present. */
  public record Document(Layer layer, Map<String, Layer> members) {
    public Document {
      members = Map.copyOf(members);
    }
  }
}
