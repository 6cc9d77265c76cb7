package org.wangge.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer that says no, as RFC 9457 problem details ({@code application/problem+json}).
 *
 * <p>Members written: {@code type, title, status, detail, instance}; {@code label} (Chinese title);
 * where known {@code attempted, value, where, remedy}; everything of {@code more}; and {@code code,
 * description} for clients of older OGC drafts.
 *
 * @param kind the line of the table of errors
 * @param detail one sentence for people about this occurrence
 * @param attempted what was being done (read the parameter limit)
 * @param value the offending value as it came, shortened to 200 characters when written
 * @param where the place in the input (parameter limit; feature 17, ring 2; row 12, column lon)
 * @param remedy what to do instead
 * @param more further members, for machines
 */
public record Problem(
    ProblemKind kind,
    String detail,
    @Nullable String attempted,
    @Nullable String value,
    @Nullable String where,
    @Nullable String remedy,
    Map<String, Object> more) {

  private static final int LONGEST_VALUE = 200;

  public Problem {
    more = Map.copyOf(more);
  }

  public static Problem of(ProblemKind kind, String detail) {
    return new Problem(kind, detail, null, null, null, null, Map.of());
  }

  /** What was asked for is not there: {@code Problem.notFound("grid", code)}. */
  public static Problem notFound(String thing, String id) {
    return of(ProblemKind.NOT_FOUND, "There is no " + thing + " " + id + ".").withValue(id);
  }

  public Problem withAttempted(String text) {
    return new Problem(kind, detail, text, value, where, remedy, more);
  }

  public Problem withValue(String text) {
    return new Problem(kind, detail, attempted, text, where, remedy, more);
  }

  public Problem withWhere(String text) {
    return new Problem(kind, detail, attempted, value, text, remedy, more);
  }

  public Problem withRemedy(String text) {
    return new Problem(kind, detail, attempted, value, where, text, more);
  }

  /** Adds a member for machines, for instance the rows of an import that were refused. */
  public Problem with(String member, Object content) {
    Map<String, Object> all = new LinkedHashMap<>(more);
    all.put(member, content);
    return new Problem(kind, detail, attempted, value, where, remedy, all);
  }

  /** {@code throw problem.raise()}. */
  public ProblemException raise() {
    return new ProblemException(this);
  }

  /** The members in the order in which they are written. */
  public Map<String, Object> members(String instance) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", kind.type());
    members.put("title", kind.title());
    members.put("status", kind.status());
    members.put("detail", detail);
    members.put("instance", instance);
    members.put("label", kind.label());
    putKnown(members, "attempted", attempted);
    putKnown(members, "value", value == null ? null : shortened(value));
    putKnown(members, "where", where);
    putKnown(members, "remedy", remedy);
    members.putAll(more);
    members.put("code", kind.code());
    members.put("description", detail);
    return members;
  }

  private static void putKnown(Map<String, Object> members, String name, @Nullable String text) {
    if (text != null) {
      members.put(name, text);
    }
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
  }
}
