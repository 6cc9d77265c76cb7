package org.wangge.exchange;

import java.util.List;

/**
 * One layer of a file as it was read: nothing is projected, repaired or left out without a word.
 *
 * @param name the layer's name in the file, or the file's name without its ending
 * @param features what could be read, in file order
 * @param crs in which coordinates, and why that is believed
 * @param notes what a person should know about the reading (encoding guessed, heights dropped …)
 * @param bad what could not be read, each named; the rest is in {@code features}
 */
public record Layer(
    String name, List<Feature> features, CrsInfo crs, List<String> notes, List<BadFeature> bad) {

  public Layer {
    features = List.copyOf(features);
    notes = List.copyOf(notes);
    bad = List.copyOf(bad);
  }

  public Layer withCrs(CrsInfo other) {
    return new Layer(name, features, other, notes, bad);
  }
}
