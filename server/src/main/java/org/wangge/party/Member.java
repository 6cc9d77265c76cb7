package org.wangge.party;

/**
 * A member of the party.
 *
 * @param id number in this store
 * @param code unique, never changed
 * @param name full name; leaves the package only as {@link #maskedName()}
 * @param branch name of the branch (党支部)
 * @param community code of the community the branch belongs to, empty when unknown
 */
public record Member(long id, String code, String name, String branch, String community) {

  /** The family name and two stars: 王**. */
  public String maskedName() {
    return mask(name);
  }

  static String mask(String name) {
    return name.isEmpty() ? "**" : name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
  }
}
