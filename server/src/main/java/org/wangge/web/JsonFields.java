package org.wangge.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Reads the members of a small JSON object that somebody sent; what is wrong is a 400 problem that
 * names the member.
 */
public final class JsonFields {
  private final JsonNode object;

  private JsonFields(JsonNode object) {
    this.object = object;
  }

  /**
   * @param known the members there may be; others are refused by name
   */
  public static JsonFields of(JsonNode body, String... known) {
    if (!body.isObject()) {
      throw Problem.of(ProblemKind.BAD_BODY, "The request body must be a JSON object.")
          .withRemedy("Send an object with " + String.join(", ", known) + ".")
          .raise();
    }
    TreeSet<String> unknown = new TreeSet<>();
    body.fieldNames().forEachRemaining(unknown::add);
    unknown.removeAll(List.of(known));
    if (!unknown.isEmpty()) {
      throw bad(unknown.first(), "", "is not known here", "Known: " + String.join(", ", known));
    }
    return new JsonFields(body);
  }

  public boolean has(String name) {
    return object.hasNonNull(name);
  }

  /** A member as it came; missing when it is not there. */
  public JsonNode get(String name) {
    return object.path(name);
  }

  /** A text that must be there and not blank, without spaces around it. */
  public String getText(String name, int longest) {
    return findText(name, longest)
        .filter(text -> !text.isEmpty())
        .orElseThrow(() -> bad(name, "", "is missing", "Give a text."));
  }

  /** A text without spaces around it; control characters are refused. */
  public Optional<String> findText(String name, int longest) {
    return findRaw(name, longest).map(text -> clean(name, text));
  }

  /** A text as it came, for passwords. */
  public Optional<String> findRaw(String name, int longest) {
    JsonNode value = object.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw bad(name, value.toString(), "is no text", "Give a text.");
    }
    if (value.textValue().length() > longest) {
      throw bad(name, "", "is too long", "At most " + longest + " characters.");
    }
    return Optional.of(value.textValue());
  }

  private static String clean(String name, String text) {
    if (text.codePoints().anyMatch(JsonFields::isNoText)) {
      throw bad(name, "", "has control characters", "Leave them out.");
    }
    return text.strip();
  }

  /** Control characters, and halves of characters, which are no text for a database. */
  private static boolean isNoText(int character) {
    return Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
  }

  public Optional<Boolean> findFlag(String name) {
    JsonNode value = object.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isBoolean()) {
      throw bad(name, value.toString(), "is neither true nor false", "Give true or false.");
    }
    return Optional.of(value.booleanValue());
  }

  public int getInt(String name, int least, int most) {
    JsonNode value = object.path(name);
    if (!value.isInt() || value.intValue() < least || value.intValue() > most) {
      throw bad(
          name, value.toString(), "is no whole number from " + least + " to " + most, "Give one.");
    }
    return value.intValue();
  }

  /** The objects of a list; none when the member is not there. */
  public List<JsonNode> list(String name, int most) {
    JsonNode value = object.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return List.of();
    }
    if (!value.isArray() || value.size() > most) {
      throw bad(name, "", "is no list of at most " + most, "Give a list.");
    }
    List<JsonNode> items = new java.util.ArrayList<>();
    value.forEach(items::add);
    return items;
  }

  /** {@code throw JsonFields.bad("role", given, "is no role", "Known: …")}. */
  public static ProblemException bad(String name, String value, String what, String remedy) {
    return Problem.of(ProblemKind.BAD_BODY, "The member " + name + " " + what + ".")
        .withAttempted("read the member " + name)
        .withValue(value)
        .withWhere("member " + name)
        .withRemedy(remedy)
        .raise();
  }
}
