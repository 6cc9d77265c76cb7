package org.wangge.territory;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.wangge.catalogue.Property;

/**
 * The names of the properties of a collection, held once for all its items; an item holds its
 * values alone.
 */
final class Columns {
  private final String[] names;
  private final Map<String, Integer> index = new HashMap<>();

  private Columns(String[] names) {
    this.names = names;
    for (int i = 0; i < names.length; i++) {
      index.put(names[i], i);
    }
  }

  static Columns of(List<Property> properties) {
    return new Columns(properties.stream().map(Property::name).toArray(String[]::new));
  }

  /** An unmodifiable map from the names to these values, in the order of the names. */
  Map<String, @Nullable Object> row(@Nullable Object... values) {
    if (values.length != names.length) {
      throw new IllegalArgumentException(values.length + " values for " + names.length + " names");
    }
    return new Row(this, values);
  }

  private static final class Row extends AbstractMap<String, @Nullable Object> {
    private final Columns columns;
    private final @Nullable Object[] values;

    Row(Columns columns, @Nullable Object[] values) {
      this.columns = columns;
      this.values = values;
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
      Integer at = columns.index.get(name);
      return at == null ? null : values[at];
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
      return columns.index.containsKey(name);
    }

    @Override
    public Set<Entry<String, @Nullable Object>> entrySet() {
      return new Entries(columns.names, values);
    }
  }

  private static final class Entries extends AbstractSet<Map.Entry<String, @Nullable Object>> {
    private final String[] names;
    private final @Nullable Object[] values;

    Entries(String[] names, @Nullable Object[] values) {
      this.names = names;
      this.values = values;
    }

    @Override
    public Iterator<Map.Entry<String, @Nullable Object>> iterator() {
      return IntStream.range(0, names.length).mapToObj(this::entry).iterator();
    }

    private Map.Entry<String, @Nullable Object> entry(int i) {
      return new AbstractMap.SimpleImmutableEntry<>(names[i], values[i]);
    }

    @Override
    public int size() {
      return names.length;
    }
  }
}
