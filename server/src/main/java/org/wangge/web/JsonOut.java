package org.wangge.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * JSON for answers that are not GeoJSON streams: records, maps, lists, numbers, texts, {@code
 * java.time} values as ISO 8601, Optional as its value or null. Geometry is written by {@link
 * GeoJsonWriter}, never by this.
 */
public final class JsonOut {
  private static final int DEEPEST_NESTING = 100;

  private static final ObjectMapper MAPPER = newMapper();

  private JsonOut() {}

  /** The mapper, for reading trees and for JSON written piece by piece. Not to be reconfigured. */
  public static ObjectMapper mapper() {
    return MAPPER;
  }

  /** UTF-8 bytes of a value. */
  public static byte[] bytes(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException cannotHappen) {
      throw new UncheckedIOException(cannotHappen);
    }
  }

  /** The same as text, for events and tests. */
  public static String text(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException cannotHappen) {
      throw new UncheckedIOException(cannotHappen);
    }
  }

  private static ObjectMapper newMapper() {
    JsonMapper mapper =
        JsonMapper.builder()
            .addModule(times())
            .defaultPropertyInclusion(
                JsonInclude.Value.construct(JsonInclude.Include.ALWAYS, JsonInclude.Include.ALWAYS))
            .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .disable(JsonParser.Feature.AUTO_CLOSE_SOURCE)
            .build();
    mapper
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder().maxNestingDepth(DEEPEST_NESTING).build());
    return mapper;
  }

  private static SimpleModule times() {
    SimpleModule module = new SimpleModule("times");
    for (Class<?> type :
        new Class<?>[] {LocalDate.class, LocalTime.class, OffsetDateTime.class, Instant.class}) {
      module.addSerializer(type, ToStringSerializer.instance);
    }
    module.addSerializer(Optional.class, new OptionalSerializer());
    return module;
  }

  /** An Optional as its value, or null. */
  @SuppressWarnings("rawtypes")
  private static final class OptionalSerializer extends JsonSerializer<Optional> {
    @Override
    public void serialize(
        Optional value, com.fasterxml.jackson.core.JsonGenerator out, SerializerProvider provider)
        throws IOException {
      if (value.isPresent()) {
        provider.defaultSerializeValue(value.get(), out);
      } else {
        out.writeNull();
      }
    }
  }
}
