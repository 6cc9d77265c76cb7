package org.wangge.cases;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The list of categories (resource {@code categories.txt}): 01–05 as in city management (城管), 06
 * parts (部件), 21–26 the governance extension. Immutable; a four-digit category has an index for use
 * in columns, stable within one run.
 */
public final class Categories {
  private static final Categories STANDARD = read();

  private final Map<String, Category> byCode;
  private final List<Category> leaves;
  private final Map<String, Integer> indexes = new LinkedHashMap<>();

  private Categories(Map<String, Category> byCode) {
    this.byCode = byCode;
    this.leaves = byCode.values().stream().filter(category -> !category.isGroup()).toList();
    leaves.forEach(leaf -> indexes.put(leaf.code(), indexes.size()));
  }

  public static Categories standard() {
    return STANDARD;
  }

  public Optional<Category> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /**
   * A four-digit category by its code, or by its label when exactly one has it (城管 exports carry
   * either).
   */
  public Optional<Category> findLeaf(String codeOrLabel) {
    @Nullable Integer index = indexes.get(codeOrLabel);
    return index == null ? findByLabel(codeOrLabel) : Optional.of(leaves.get(index));
  }

  private Optional<Category> findByLabel(String label) {
    List<Category> found = leaves.stream().filter(leaf -> leaf.label().equals(label)).toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  public String groupLabel(Category category) {
    return Objects.requireNonNull(byCode.get(category.group())).label();
  }

  /** The four-digit categories in the order of their indexes. */
  public List<Category> leaves() {
    return leaves;
  }

  public List<Category> groups() {
    return byCode.values().stream().filter(Category::isGroup).toList();
  }

  /**
   * The index of a four-digit category.
   *
   * @throws IllegalArgumentException when there is none with this code
   */
  public int index(String code) {
    @Nullable Integer index = indexes.get(code);
    if (index == null) {
      throw new IllegalArgumentException("no category has the code " + code);
    }
    return index;
  }

  private static Categories read() {
    Map<String, Category> byCode = new LinkedHashMap<>();
    text()
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(Categories::parse)
        .forEach(c -> byCode.put(c.code(), c));
    return new Categories(byCode);
  }

  private static Category parse(String line) {
    int blank = line.indexOf(' ');
    boolean restricted = line.endsWith("!");
    String label = line.substring(blank + 1, line.length() - (restricted ? 1 : 0));
    return new Category(line.substring(0, blank), label, restricted);
  }

  private static String text() {
    try (InputStream in =
        Objects.requireNonNull(Categories.class.getResourceAsStream("categories.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
