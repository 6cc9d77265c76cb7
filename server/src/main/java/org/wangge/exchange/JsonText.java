package org.wangge.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Opens JSON text for reading: unpacks, finds the encoding, sets the limits, and turns parser
 * errors into problems.
 */
final class JsonText {
  private static final int LONGEST_STRING = 10_000_000;
  private static final int LONGEST_NUMBER = 1_000;

  private JsonText() {}

  static <T> T parse(DataSource source, ReadLimits limits, String attempted, JsonWork<T> work) {
    try {
      Unpacked unpacked = new Unpacked(source, limits);
      Charset charset = TextEncoding.detect(unpacked::open);
      try (InputStream in = unpacked.open();
          JsonParser parser = open(in, charset, factory(limits))) {
        return work.read(parser);
      }
    } catch (IOException e) {
      throw problem(attempted, e);
    }
  }

  private static JsonParser open(InputStream in, Charset charset, JsonFactory factory)
      throws IOException {
    if (charset.equals(StandardCharsets.UTF_8)) {
      return factory.createParser(in);
    }
    Reader reader = new InputStreamReader(in, charset);
    return factory.createParser(reader);
  }

  private static JsonFactory factory(ReadLimits limits) {
    return JsonFactory.builder()
        .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(limits.depth())
                .maxStringLength(LONGEST_STRING)
                .maxNumberLength(LONGEST_NUMBER)
                .build())
        .build();
  }

  private static ReadException problem(String attempted, IOException e) {
    if (e instanceof JsonProcessingException) {
      return jsonProblem(attempted, (JsonProcessingException) e);
    }
    return Unpacked.problem(attempted, e);
  }

  private static ReadException jsonProblem(String attempted, JsonProcessingException e) {
    String where =
        e.getLocation() == null
            ? "unknown place"
            : "line %d, column %d"
                .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
    if (e instanceof JsonEOFException) {
      return new ReadException(
          new ReadProblem(
              attempted,
              "the text ends in the middle: it was cut off",
              where,
              "send the whole file again"),
          e);
    }
    String remedy =
        e instanceof StreamConstraintsException
            ? "no map layer needs this: check how the file was made"
            : "check that the file is JSON";
    return new ReadException(new ReadProblem(attempted, e.getOriginalMessage(), where, remedy), e);
  }

  /** What is done with the parser. */
  interface JsonWork<T> {
    T read(JsonParser parser) throws IOException;
  }
}
