package org.wangge.documents;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.wangge.web.JsonOut;

/**
 * JSON in the one form that is signed: RFC 8785 for documents whose numbers are whole. Members
 * stand in the order of their names, nothing stands between tokens. Numbers with a fraction are
 * written as text by whoever signs, so that no program can round them otherwise.
 */
final class CanonicalJson {
  private CanonicalJson() {}

  /** UTF-8 bytes of a value made of maps, lists, texts, whole numbers and truth values. */
  static byte[] bytes(Object value) {
    return bytes(JsonOut.mapper().valueToTree(value));
  }

  /**
   * @throws IllegalArgumentException when a number has a fraction
   */
  static byte[] bytes(JsonNode node) {
    return text(node).getBytes(StandardCharsets.UTF_8);
  }

  private static String text(JsonNode node) {
    if (node.isObject()) {
      return names(node).stream()
          .map(name -> JsonOut.text(name) + ":" + text(node.get(name)))
          .collect(Collectors.joining(",", "{", "}"));
    }
    if (node.isArray()) {
      return StreamSupport.stream(node.spliterator(), false)
          .map(CanonicalJson::text)
          .collect(Collectors.joining(",", "[", "]"));
    }
    if (node.isNumber() && !node.isIntegralNumber()) {
      throw new IllegalArgumentException("a signed document has no fractions: " + node);
    }
    return node.isTextual() ? JsonOut.text(node.textValue()) : node.asText();
  }

  private static List<String> names(JsonNode object) {
    return object.properties().stream().map(java.util.Map.Entry::getKey).sorted().toList();
  }
}
