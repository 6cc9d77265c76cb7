package org.wangge.web;

import io.javalin.json.JsonMapper;
import java.lang.reflect.Type;

/**
 * Lets {@code context.json(value)} write with {@link JsonOut}. Bodies are read with {@link
 * RequestBody}.
 */
final class JacksonJson implements JsonMapper {
  @Override
  public String toJsonString(Object value, Type type) {
    return JsonOut.text(value);
  }
}
