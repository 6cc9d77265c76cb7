package org.wangge.territory;

/**
 * What a publication rests on.
 *
 * @param kind {@code first}, {@code change}, {@code correct}; {@code draft} for what was never
 *     published
 * @param document title and number of the document, empty when there is none
 * @param author who published it, empty for a first publication
 * @param note what is said about it, for people
 * @param base number of the publication it was drawn on, 0 for the first
 * @param previousHash hash of the publication before, empty for the first
 */
public record Decision(
    String kind, String document, String author, String note, int base, String previousHash) {
  static final String FIRST = "first";
  static final String DRAFT = "draft";

  static Decision first(String note) {
    return new Decision(FIRST, "", "", note, 0, "");
  }

  static Decision draft(int base) {
    return new Decision(DRAFT, "", "", "", base, "");
  }
}
