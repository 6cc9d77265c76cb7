package org.wangge.exchange;

/**
 * A feature that could not be read.
 *
 * @param index its place in the layer, from 0
 * @param id as for {@link Feature}
 * @param what what is wrong with it, in words
 * @param where line and column, byte or record number, or the coordinate
 */
public record BadFeature(int index, String id, String what, String where) {

  /** One line for people. */
  public String describe() {
    return "feature %d (id %s): %s, at %s".formatted(index, id, what, where);
  }
}
