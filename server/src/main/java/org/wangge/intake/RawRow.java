package org.wangge.intake;

import java.util.Map;

/**
 * One row as it stands in the file, its values by field; {@code lon} and {@code lat} are texts like
 * all others.
 *
 * @param number see the package
 * @param values by field; fields the file does not have are missing, blank ones are empty
 */
record RawRow(int number, Map<String, String> values) {

  String value(String field) {
    return values.getOrDefault(field, "");
  }
}
