package org.wangge.db;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Loads statements from {@code .sql} resources. Meant for constants: {@code static final String ADD
 * = Sql.of(…)}.
 */
public final class Sql {
  private Sql() {}

  /**
   * A statement beside a class.
   *
   * @param owner the class whose package holds the resource
   * @param name {@code file} for the whole of {@code file.sql}, or {@code file#part} for the part
   *     of it that stands under the line {@code -- #part}, up to the next such line
   * @throws IllegalArgumentException when there is no such file or part
   */
  public static String of(Class<?> owner, String name) {
    int hash = name.indexOf('#');
    String text = load(owner, hash < 0 ? name : name.substring(0, hash));
    return hash < 0 ? text.strip() : part(text, name, name.substring(hash));
  }

  private static String part(String text, String name, String heading) {
    for (String candidate : text.split("(?m)^(?=-- #)")) {
      String[] headAndBody = candidate.split("\\R", 2);
      if (headAndBody[0].strip().equals("-- " + heading) && headAndBody.length == 2) {
        return headAndBody[1].strip();
      }
    }
    throw new IllegalArgumentException("no part " + Pattern.quote(heading) + " for " + name);
  }

  private static String load(Class<?> owner, String file) {
    try (InputStream stream = owner.getResourceAsStream(file + ".sql")) {
      if (stream == null) {
        throw new IllegalArgumentException("no " + file + ".sql beside " + owner.getName());
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
