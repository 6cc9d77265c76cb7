package org.wangge.exchange;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a {@code coordinates} member of any depth; what is wrong in it becomes a complaint of the
 * node, never an exception.
 */
final class CoordinateParser {
  private final JsonParser parser;
  private final GeoJsonNode node;
  private double x;
  private double y;
  private boolean height;

  CoordinateParser(JsonParser parser, GeoJsonNode node) {
    this.parser = parser;
    this.node = node;
  }

  boolean sawHeight() {
    return height;
  }

  @Nullable CoordinateTree read() throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      if (parser.currentToken() != JsonToken.VALUE_NULL) {
        node.complain("its coordinates are not an array", here());
      }
      parser.skipChildren();
      return null;
    }
    CoordinateTree tree = readArray();
    return tree == null ? CoordinateTree.position(x, y) : tree;
  }

  /**
   * The array that the parser stands at; null when it is one position, which is then in x and y.
   */
  private @Nullable CoordinateTree readArray() throws IOException {
    if (parser.nextToken() != JsonToken.START_ARRAY
        && parser.currentToken() != JsonToken.END_ARRAY) {
      readPosition();
      return null;
    }
    CoordinateTree tree = new CoordinateTree();
    for (; parser.currentToken() != JsonToken.END_ARRAY; parser.nextToken()) {
      readElement(tree);
    }
    return tree;
  }

  private void readElement(CoordinateTree tree) throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      node.complain("%s stands where a position should be".formatted(parser.getText()), here());
      parser.skipChildren();
      return;
    }
    CoordinateTree child = readArray();
    try {
      if (child == null) {
        tree.add(x, y);
      } else {
        tree.add(child);
      }
    } catch (BadGeometryException e) {
      node.complain(e.what(), here());
    }
  }

  private void readPosition() throws IOException {
    int count = 0;
    for (; parser.currentToken() != JsonToken.END_ARRAY; parser.nextToken(), count++) {
      double value = number();
      if (count == 0) {
        x = value;
      } else if (count == 1) {
        y = value;
      } else {
        height = true;
      }
    }
    if (count < 2) {
      node.complain("a position has " + count + " numbers, it needs 2", here());
    }
  }

  private double number() throws IOException {
    if (!parser.currentToken().isNumeric()) {
      node.complain("the coordinate %s is not a number".formatted(parser.getText()), here());
      parser.skipChildren();
      return Double.NaN;
    }
    try {
      return GeometryAssembler.checked(parser.getDoubleValue());
    } catch (BadGeometryException e) {
      node.complain(e.what(), here());
      return Double.NaN;
    }
  }

  private String here() {
    return "line %d, column %d"
        .formatted(
            parser.currentTokenLocation().getLineNr(), parser.currentTokenLocation().getColumnNr());
  }
}
